"""What a newer sheet of a meeting no longer says: kept in the history, and shown to a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from autoadmin.domain.findings import Finding, Severity
from autoadmin.domain.held import HeldMeeting
from autoadmin.domain.records import Discussion


def what_left(before: HeldMeeting | None, discussion: Discussion) -> Iterator[Finding]:
    """Yield a doubt where entries of the earlier sheet are neither in this one nor replaced by as many others."""
    held = before.record.discussions if before else ()
    earlier = next((one for one in held if one.family_id == discussion.family_id), None)
    if earlier is None:
        return
    gone = Counter(entry.raw for entry in earlier.entries) - Counter(entry.raw for entry in discussion.entries)
    if len(earlier.entries) - len(discussion.entries) > 0 and gone:
        count = f"{gone.total()} entries" if gone.total() > 1 else "1 entry"
        message = (
            f"{count} of the earlier sheet of this meeting are not in this one; they are kept in the history alone."
        )
        yield Finding(Severity.DOUBTED, discussion.place, message)
