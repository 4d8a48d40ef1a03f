"""What an administrator says of a document in `template.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from difflib import get_close_matches
from enum import StrEnum

from autoadmin.domain.identifiers import RuleId, TemplateId


class Subject(StrEnum):
    """What one document of this kind is about."""

    MEETING = "meeting"
    FAMILY = "family"
    CHILD = "child"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class DocumentTemplate:
    """One folder of `templates/`: the description, the Word file's bytes and the invented sample."""

    id: TemplateId
    title: str
    version: str
    subject: Subject
    composition: str  # which composition of `drafting` fills it; the template's own id unless it says otherwise
    purpose: str = ""  # one plain sentence
    law: str = ""  # statute, regulation or guidance
    classification: str = "OFFICIAL-SENSITIVE"
    drafted_by: str = ""
    signed_by: str = ""
    received_by: tuple[str, ...] = ()
    answers: tuple[RuleId, ...] = ()  # the clocks this document answers
    drafted_after_meeting: bool = False  # drafted for each meeting, family or child of a taken-in sheet
    required: tuple[str, ...] = ()  # fields that must be filled before signing
    labels: Mapping[str, str] = field(default_factory=dict)  # field -> plain words for a gap
    most_pages: int = 0  # of a chronology for the court; 0 for no limit
    to_be_confirmed: tuple[str, ...] = ()  # what the council must still confirm
    layout: bytes = b""
    sample: Mapping[str, object] = field(default_factory=dict)
    sha256: str = ""  # of description and layout together


@dataclass(frozen=True, slots=True)
class Usage:
    """How many documents were made from something, and when the last of them was."""

    documents: int = 0
    last_at: datetime | None = None


def which_there_are(wanted: str, known: Iterable[str]) -> str:
    """Return the sentence that helps somebody who named a template that there is not: the one meant, or all of them."""
    names = list(known)
    meant = get_close_matches(wanted, names, n=1, cutoff=0.7)
    return f'Did you mean "{meant[0]}"?' if meant else f"There are: {', '.join(names)}."
