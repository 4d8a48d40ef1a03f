"""Which document answers a clock, and which draft of it there is."""

from __future__ import annotations

from autoadmin.domain.clocks import Clock
from autoadmin.domain.drafts import Draft, DraftState
from autoadmin.domain.identifiers import ChildId, RuleId, TemplateId
from autoadmin.domain.lengths import Direction
from autoadmin.domain.rules import Rule
from autoadmin.store import Session
from autoadmin.workflows.services import Services
from autoadmin.workflows.subjects import subject_parts

STANDING = tuple(state for state in DraftState if state not in (DraftState.SUPERSEDED, DraftState.WITHDRAWN))


class Answering:
    """The documents that answer clocks, and the drafts of them that stand."""

    def __init__(self, store: Session, services: Services, *, child: ChildId | None = None) -> None:
        self._templates: dict[RuleId, TemplateId] = {}
        for template in services.shelf.catalogue.templates:
            for answered in template.answers:
                self._templates.setdefault(answered, template.id)
        self._of_clock: dict[tuple[TemplateId, str], Draft] = {}
        self._of_child: dict[tuple[TemplateId, str], Draft] = {}
        for draft in store.drafts.list(child=child, states=STANDING):
            about = subject_parts(draft.subject)
            if clock := about.get("clock"):
                self._of_clock[draft.template, clock] = draft
            if whose := about.get("child"):
                self._of_child[draft.template, whose] = draft

    def template(self, rule: Rule) -> TemplateId | None:
        """Return the document that answers the rule; None where there is none."""
        return rule.template or self._templates.get(rule.id) or self._templates.get(RuleId(rule.row))

    def draft(self, clock: Clock, rule: Rule) -> Draft | None:
        """Return the draft made for the clock, the latest; None where there is none.

        What is to be shared before a meeting is the draft made for that meeting.
        """
        template = self.template(rule)
        if template is None:
            return None
        if rule.length and rule.length.direction is Direction.BACKWARDS:
            return self._of_child.get((template, clock.child))
        return self._of_clock.get((template, clock.id))
