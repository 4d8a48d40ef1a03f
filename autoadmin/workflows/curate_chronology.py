"""Look at a child's chronology and its log; put rows in or take them out; finish the chronology and open it again."""

from __future__ import annotations

from dataclasses import replace

from autoadmin.chronology import build_event_log
from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.chronologies import ChronologyRow, ChronologyState, Keeping, Meaning, RowChoice, RowWords
from autoadmin.domain.errors import ReviewError, UnknownIdError, WrongUseError
from autoadmin.domain.identifiers import ChildId
from autoadmin.store import Session
from autoadmin.workflows.chronologies import KeptChronology, chronology_of
from autoadmin.workflows.gathering import gather_child_case
from autoadmin.workflows.renewing import queue_renewals
from autoadmin.workflows.services import Services


def show_chronology(services: Services, child: str, *, by: str) -> KeptChronology:
    """Return a child's chronology, what is left out of it included; every look is recorded."""
    with services.store.begin() as store:
        found = _chronology(store, services, child)
        store.audit.add(AuditEntry("chronology_seen", child, at=services.clock(), by=by))
    return found


def show_event_log(services: Services, child: str, *, by: str) -> tuple[ChronologyRow, ...]:
    """Return everything dated that is held about a child, each statement by itself; every look is recorded."""
    with services.store.begin() as store:
        case = gather_child_case(store, services.shelf, ChildId(child), at=services.today())
        store.audit.add(AuditEntry("event_log_seen", child, at=services.clock(), by=by))
    return build_event_log(case, ChildId(child))


def choose_row(services: Services, child: str, row: str, *, is_included: bool, why: str, by: str) -> ChronologyRow:
    """Return a row as it stands after a person put it in or took it out.

    WrongUseError without a reason, UnknownIdError for a row that is not there, ReviewError where it is finished.
    """
    if not why.strip():
        raise WrongUseError("Say why with --why: the chronology shows it.")
    now = services.clock()
    with services.store.begin() as store:
        chosen = _row_of(store, services, child, row)
        choice = RowChoice(
            ChildId(child),
            chosen.keys,
            is_included,
            why.strip(),
            by,
            now,
            chosen.on,
            chosen.detail,
            chosen.codes,
            chosen.sources,
        )
        store.chronologies.add_choice(choice)
        action = "chronology_row_included" if is_included else "chronology_row_excluded"
        store.audit.add(AuditEntry(action, child, at=now, by=by, details={"row": row}))
        queue_renewals(store, ChildId(child), because=f"{action}:{row}:{now.isoformat()}")
    return replace(chosen, is_significant=is_included, choice=choice, is_changed=False)


def write_about_row(services: Services, child: str, row: str, *, meaning: Meaning, text: str, by: str) -> ChronologyRow:
    """Return a row with what a person wrote of its impact on the child, or of what it means; nothing takes it back.

    It stands beside what happened, signed and dated. UnknownIdError for a row that is not there, ReviewError where
    the chronology is finished.
    """
    now = services.clock()
    with services.store.begin() as store:
        about = _row_of(store, services, child, row)
        store.chronologies.add_words(
            RowWords(
                ChildId(child),
                about.keys,
                meaning,
                " ".join(text.split()),
                by,
                now,
                about.on,
                about.detail,
                about.codes,
                about.sources,
            )
        )
        action = f"chronology_{meaning.value}_{'written' if text.strip() else 'taken_back'}"
        store.audit.add(AuditEntry(action, child, at=now, by=by, details={"row": row}))
        queue_renewals(store, ChildId(child), because=f"{action}:{row}:{now.isoformat()}")
        return _row_of(store, services, child, row)


def finish_chronology(services: Services, child: str, *, why: str, by: str) -> Keeping:
    """Return how the chronology is kept from now on: finished, its rows as they are now."""
    now = services.clock()
    with services.store.begin() as store:
        found = _chronology(store, services, child)
        if found.is_finished:
            raise ReviewError("The chronology is finished already.")
        keeping = Keeping(ChildId(child), ChronologyState.FINISHED, by, now, why, found.rows)
        _keep(store, keeping, "chronology_finished")
    return keeping


def reopen_chronology(services: Services, child: str, *, why: str, by: str) -> Keeping:
    """Return how the chronology is kept from now on: as the records say, with what came since it was finished."""
    now = services.clock()
    with services.store.begin() as store:
        if not _chronology(store, services, child).is_finished:
            raise ReviewError("The chronology is not finished.")
        keeping = Keeping(ChildId(child), ChronologyState.REOPENED, by, now, why)
        _keep(store, keeping, "chronology_reopened")
    return keeping


def _row_of(store: Session, services: Services, child: str, row: str) -> ChronologyRow:
    """Return a row of a chronology that is open."""
    found = _chronology(store, services, child)
    if found.is_finished:
        raise ReviewError("The chronology is finished. Open it again first: autoadmin chronology reopen.")
    for each in found.rows:
        if each.id == row:
            return each
    raise UnknownIdError(f"No row of {child} has the id {row}; autoadmin chronology list shows them.")


def _chronology(store: Session, services: Services, child: str) -> KeptChronology:
    case = gather_child_case(store, services.shelf, ChildId(child), at=services.today())
    return chronology_of(store, case, ChildId(child))


def _keep(store: Session, keeping: Keeping, action: str) -> None:
    store.chronologies.keep(keeping)
    if keeping.at:
        store.audit.add(AuditEntry(action, keeping.child, at=keeping.at, by=keeping.by))
        queue_renewals(store, keeping.child, because=f"{action}:{keeping.at.isoformat()}")
