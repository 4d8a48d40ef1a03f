"""What every part of one document shares while it is composed: its gaps, its sources, whose names are known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from autoadmin.domain.gaps import NotRecorded
from autoadmin.domain.templates import DocumentTemplate
from autoadmin.drafting.request import CompositionRequest
from autoadmin.drafting.sources import SourceList
from autoadmin.drafting.wording import Wording

# What a person types where there was nothing to type: it records nothing.
_NOTHING_RECORDED: Final = re.compile(
    r"\W*(?:(?:none|nothing|not)(?: yet)?(?: (?:was|is|has been))? (?:yet )?(?:recorded|noted)"
    r"|no(?: [\w’'-]+){1,4} (?:was |were |is |are |has been |have been )?(?:yet )?recorded)"
    r"(?: (?:yet|here|so far|this week|at (?:this|the) meeting))?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Paper:
    """One document in the making."""

    template: DocumentTemplate
    sources: SourceList
    names: Mapping[str, str]  # child's id -> name, where one is held

    def gap(self, path: str, what: str = "") -> NotRecorded:
        """Return the gap that stands at a path: in the template's plain words, or in `what` where the path varies."""
        words = what or self.template.labels.get(path) or path.rpartition(".")[2].replace("_", " ")
        return NotRecorded(words, is_required=path in self.template.required)

    def recorded(self, value: str, path: str) -> str | NotRecorded:
        """Return the value, or the gap where nobody recorded one."""
        return value if value.strip() else self.gap(path)

    def gap_unless(self, listed: object, path: str) -> str | NotRecorded:
        """Return the gap for a list that has nothing in it, and nothing for one that has.

        What must be filled before signing is still a gap where all that is listed says that nothing was recorded.
        """
        is_empty = not listed or (path in self.template.required and _says_nothing(listed))
        return self.gap(path) if is_empty else ""

    def name(self, child: str) -> str:
        """Return a child's name, or the id where no name is held."""
        return self.names.get(child) or child

    def names_of(self, children: Sequence[str], everybody: int) -> str:
        """Return some children's names; of all of more than two, only that it is all of them."""
        if everybody > 2 and len(children) == everybody:
            return Wording.ALL_CHILDREN.value
        return ", ".join(map(self.name, children))

    def heading(self) -> dict[str, object]:
        """Return what the template says of the document itself."""
        return {
            "title": self.template.title,
            "classification": self.template.classification,
            "law": self.template.law,
            "drafted_by": self.template.drafted_by,
            "signed_by": self.template.signed_by,
            "received_by": ", ".join(self.template.received_by),
            "to_be_confirmed": list(self.template.to_be_confirmed),
        }


def new_paper(request: CompositionRequest) -> Paper:
    """Return an empty document for a request."""
    return Paper(request.template, SourceList(request.meetings()), _names(request))


def _names(request: CompositionRequest) -> dict[str, str]:
    discussions = request.meeting.record.discussions if request.meeting else ()
    recorded: dict[str, str] = {child.id: child.name for found in discussions for child in found.children if child.id}
    held: dict[str, str] = {
        child.id: child.name for case in request.all_cases() for child in case.family.children if child.name
    }
    return recorded | held


def _says_nothing(listed: object) -> bool:
    """Return whether each of some rows says no more than that nothing is recorded."""
    if not isinstance(listed, list):
        return False
    said = [row["text"] for row in listed if isinstance(row, dict) and isinstance(row.get("text"), str)]
    return len(said) == len(listed) and all(_NOTHING_RECORDED.fullmatch(words) for words in said)
