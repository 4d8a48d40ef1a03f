"""Queue everything that is due by now: each firing is a task keyed by its instant, so it happens once."""

from __future__ import annotations

from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.drafts import DraftState
from autoadmin.domain.identifiers import ChildId, TemplateId
from autoadmin.domain.schedules import Firing
from autoadmin.domain.tasks import Task
from autoadmin.domain.timetable import firings_between
from autoadmin.store import Session
from autoadmin.workflows.diary import open_diary
from autoadmin.workflows.services import Services
from autoadmin.workflows.subjects import subject_parts


def fire_schedules(services: Services) -> int:
    """Return how many tasks were queued. A schedule never seen before starts to count from now."""
    now = services.clock()
    schedules = services.shelf.schedules.schedules
    queued = 0
    with services.store.begin() as store:
        diary = open_diary(store, services)
        for schedule in schedules:
            after = store.schedules.get(schedule.id) or now
            for firing in firings_between([schedule], after, now, diary):
                if _is_drafted(store, firing):
                    continue
                if store.tasks.add(Task(firing.workflow, firing.key, firing.arguments)):
                    store.audit.add(AuditEntry("schedule_fired", firing.key, at=now))
                    queued += 1
            if after <= now:
                store.schedules.set(schedule.id, now)
    return queued


def _is_drafted(store: Session, firing: Firing) -> bool:
    """Return whether a person had the document drafted for the clock already: it is not drafted a second time."""
    asked = firing.arguments
    if firing.workflow != "draft_document" or "clock" not in asked:
        return False
    template, child = TemplateId(asked.get("template", "")), ChildId(asked["child"])
    drafts = store.drafts.list(child=child, template=template)
    held = (draft for draft in drafts if draft.state is not DraftState.SUPERSEDED)
    return any(subject_parts(draft.subject).get("clock") == asked["clock"] for draft in held)
