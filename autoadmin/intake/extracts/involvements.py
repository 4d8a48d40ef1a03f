"""Who works with whom: the rows of ssd_involvements."""

from __future__ import annotations

from autoadmin.domain.events import Source
from autoadmin.domain.extracts import Involvement
from autoadmin.domain.identifiers import ChildId
from autoadmin.intake.extracts.bundle_reading import BundleReading
from autoadmin.intake.extracts.bundle_workers import Staff
from autoadmin.intake.extracts.dates import NOTHING, Reading
from autoadmin.intake.extracts.telling import Told

TABLE = "ssd_involvements"


def involve(
    reading: BundleReading,
    staff: Staff,
    child: ChildId,
    dates: dict[str, Reading],
    texts: dict[str, str],
    source: Source,
) -> set[Told]:
    """Add a worker's part in a child's case and return what it was; nothing where the row names no worker."""
    said = texts.get("invo_professional_id")
    if not said:
        return set()
    worker = staff.worker(said)
    role, team = texts.get("invo_professional_role_id", ""), staff.team(texts.get("invo_professional_team", ""))
    involvement = Involvement(
        child=child,
        worker=said,
        source=source,
        name=worker.name if worker else "",
        role=role or (worker.role if worker else ""),
        team=team or (worker.team if worker else ""),
        from_on=dates.get("invo_involvement_start_date", NOTHING).on,
        to_on=dates.get("invo_involvement_end_date", NOTHING).on,
    )
    identity = (child, said, role, team, involvement.from_on, involvement.to_on)
    is_new = reading.involvements.setdefault(identity, involvement) is involvement
    return {Told.NEW if is_new else Told.AGAIN}
