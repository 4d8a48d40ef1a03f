"""Entries as a document shows them: in their own words, labelled with their kind, with their source."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from autoadmin.domain.gaps import NotRecorded
from autoadmin.domain.records import SECTION_TITLES, Entry, Kind, Section
from autoadmin.drafting.paper import Paper
from autoadmin.drafting.wording import STATUS_WORDS, Wording, day_words

# The child's experience comes before everything else (statutory brief B1).
ORDER = (Section.LIVED_EXPERIENCE, *(section for section in Section if section is not Section.LIVED_EXPERIENCE))
# Shown even where nothing was recorded under them; the others appear when they are used.
USUAL = (
    Section.LIVED_EXPERIENCE,
    Section.SINCE,
    Section.FAMILY_WORDS,
    Section.WORRIES,
    Section.STRENGTHS,
    Section.HYPOTHESES,
    Section.CLINICIAN_VIEW,
)
QUOTES = "\"'“”‘’«»„"


def sections(paper: Paper, entries: Iterable[Entry], path: str, met_on: date) -> list[dict[str, object]]:
    """Return the headings of a discussion that were used or are usual, each with its statements or its gap.

    Decisions and actions are not among them: they have lists of their own.
    """
    told = [entry for entry in entries if entry.kind not in (Kind.DECISION, Kind.ACTION)]
    by_section = {section: [entry for entry in told if entry.section is section] for section in ORDER}
    return [
        {
            "id": section.value,
            "title": SECTION_TITLES[section],
            "statements": [statement(paper, entry, f"{path}.statements", met_on) for entry in found],
            "gap": "" if found else paper.gap(f"{path}.gap", section_words(section)),
        }
        for section, found in by_section.items()
        if found or section in USUAL
    ]


def section_words(section: Section) -> str:
    """Return a heading as the words of a gap."""
    title = SECTION_TITLES[section]
    return title[:1].lower() + title[1:]


def dated_statement(paper: Paper, entry: Entry, path: str, met_on: date) -> dict[str, object]:
    """Return a statement that is quoted away from its meeting: without a date of its own it has the meeting's."""
    values = statement(paper, entry, path, met_on)
    return values if entry.on else values | {"on": day_words(met_on)}


def statement(paper: Paper, entry: Entry, path: str, met_on: date) -> dict[str, object]:
    """Return a fact, something said, a view or a hypothesis, recorded by the meeting of a day."""
    return {
        "text": quoted(entry.text, entry.raw) if entry.kind is Kind.SAID else entry.text,
        "kind": entry.kind.value,
        "label": label(entry.kind, entry.speaker or entry.author),
        "by": entry.speaker or entry.author or entry.authoriser,
        "on": day_words(entry.on, entry.precision, entry.on_words) if entry.on else "",
        "about": about(paper, entry),
        "to_test": _to_test(paper, entry, path),
        "ref": paper.sources.cite_place(entry.place, met_on),
        "mark": mark(entry),
    }


def decision(paper: Paper, entry: Entry, path: str, met_on: date) -> dict[str, object]:
    """Return a decision with its reason and who made it, each a gap where nobody recorded it.

    Who carries it out is a dash, not a gap, where nobody recorded it: the action that follows from it must say.
    """
    return {
        "text": entry.text,
        "kind": entry.kind.value,
        "label": Wording.DECISION.value,
        "why": paper.recorded(entry.why, f"{path}.why"),
        "by": paper.recorded(entry.authoriser, f"{path}.by"),
        "owner": entry.owner or Wording.NONE_RECORDED.value,
        "due": day_words(entry.due_on) if entry.due_on else "",
        "on": day_words(entry.on, entry.precision, entry.on_words) if entry.on else day_words(met_on),
        "about": about(paper, entry),
        "ref": paper.sources.cite_place(entry.place, met_on),
        "mark": mark(entry),
    }


def action(paper: Paper, entry: Entry, path: str, met_on: date) -> dict[str, object]:
    """Return an action with who does it by when, each a gap where nobody recorded it."""
    return {
        "text": entry.text,
        "kind": entry.kind.value,
        "label": Wording.ACTION.value,
        "owner": paper.recorded(entry.owner, f"{path}.owner"),
        "due": day_words(entry.due_on) if entry.due_on else paper.gap(f"{path}.due"),
        "status": STATUS_WORDS[entry.status] if entry.status else Wording.NONE_RECORDED.value,
        "on": day_words(met_on),
        "about": about(paper, entry),
        "ref": paper.sources.cite_place(entry.place, met_on),
        "mark": mark(entry),
    }


def label(kind: Kind, name: str) -> str:
    """Return a kind of record in plain words, with whose it is: "Ella said", "Dr Fox’s view"."""
    named, unnamed = {
        Kind.SAID: (Wording.SAID_BY, Wording.SAID),
        Kind.OPINION: (Wording.VIEW_OF, Wording.VIEW),
        Kind.HYPOTHESIS: (Wording.HYPOTHESIS_OF, Wording.HYPOTHESIS),
        Kind.FACT: (Wording.FACT, Wording.FACT),
        Kind.DECISION: (Wording.DECISION, Wording.DECISION),
        Kind.ACTION: (Wording.ACTION, Wording.ACTION),
    }[kind]
    return named.format(name=name) if name else unnamed.value


def quoted(text: str, raw: str) -> str:
    """Return words in quotation marks where they were typed in them; other words as they are."""
    start = raw.find(text)
    if start > 0 and raw[start - 1] in QUOTES and raw[start + len(text) :][:1] in tuple(QUOTES):
        return Wording.QUOTED.format(words=text)
    return text


def about(paper: Paper, entry: Entry) -> str:
    """Return the names of the children an entry is about; empty for the whole family."""
    return ", ".join(paper.name(named) for named in entry.about)


def mark(entry: Entry) -> str:
    """Return "Do not share" for what was recorded as not to be shared."""
    return Wording.DO_NOT_SHARE.value if entry.is_restricted else ""


def _to_test(paper: Paper, entry: Entry, path: str) -> str | NotRecorded:
    if entry.kind is not Kind.HYPOTHESIS:
        return ""
    return paper.recorded(entry.to_test, f"{path}.to_test")
