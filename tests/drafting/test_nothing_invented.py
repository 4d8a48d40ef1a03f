"""Every text of a document was recorded, stands in the template, or is fixed wording with recorded words in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autoadmin.chronology.agencies import AGENCIES, OWN
from autoadmin.chronology.particulars import FLAGS, PARTICULARS
from autoadmin.chronology.significance import RULINGS
from autoadmin.domain.code_words import CODE_WORDS
from autoadmin.domain.event_codes import LABELS
from autoadmin.domain.events import Event
from autoadmin.domain.held import CaseFile
from autoadmin.domain.records import SECTION_TITLES, ActionStatus, Discussion, Entry, Kind, Section
from autoadmin.domain.sharing import Withheld
from autoadmin.domain.templates import DocumentTemplate
from autoadmin.drafting.compose import COMPOSITIONS, compose
from autoadmin.drafting.wording import STATUS_WORDS, UNITS_OF_COUNT, Wording
from tests.drafting.pellow import ICPC_15 as INITIAL
from tests.drafting.pellow import (
    JORY,
    RULES,
    TAMSIN,
    UNIT,
    a_clock,
    a_discussion,
    a_meeting,
    a_request,
    a_template,
    an_entry,
    an_event,
    the_family,
)
from tests.drafting.reading import texts

# Recorded words are nonsense that no wording could hold: what is left when they are taken out is drafting's own.
WORD = st.text(st.sampled_from("qxzjQXZJ{}%<&"), min_size=6, max_size=12)
DAYS = st.dates(date(2026, 6, 1), date(2027, 1, 11))
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE_OR_NUMBER = re.compile(rf"\b(?:\d{{1,2}} )?(?:{MONTHS}) \d{{4}}\b|\d+")


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    kind = draw(st.sampled_from(Kind))
    blank = st.just("")
    return replace(
        an_entry(draw(WORD), kind, draw(st.sampled_from(Section)), line=draw(st.integers(1, 99)), raw=draw(WORD)),
        about=draw(st.sampled_from([(), (TAMSIN,), (JORY,)])),
        speaker=draw(blank | WORD) if kind is Kind.SAID else "",
        author=draw(blank | WORD) if kind in (Kind.FACT, Kind.OPINION, Kind.HYPOTHESIS) else "",
        authoriser=draw(blank | WORD) if kind is Kind.DECISION else "",
        why=draw(blank | WORD) if kind is Kind.DECISION else "",
        to_test=draw(blank | WORD) if kind is Kind.HYPOTHESIS else "",
        owner=draw(blank | WORD),
        due_on=draw(st.none() | DAYS),
        status=draw(st.none() | st.sampled_from(ActionStatus)),
        on=draw(st.none() | DAYS),
        is_restricted=draw(st.booleans()),
    )


@st.composite
def events(draw: st.DrawFn) -> Event:
    fields = draw(st.dictionaries(st.sampled_from(sorted(PARTICULARS)), WORD, max_size=2))
    return replace(an_event(draw(st.sampled_from(sorted(LABELS))), draw(DAYS)), fields=fields)


@pytest.mark.parametrize("composition", tuple(COMPOSITIONS))
@given(told=st.lists(entries(), max_size=8), held=st.lists(events(), max_size=5), status=WORD)
def test_every_text_is_recorded_or_fixed(composition: str, told: list[Entry], held: list[Event], status: str) -> None:
    discussion = replace(a_discussion(*told), status=status)
    clocks = (a_clock(INITIAL, TAMSIN, date(2027, 1, 5), date(2027, 1, 26)),)
    case = CaseFile(the_family(), UNIT, (a_meeting(discussion),), tuple(held), clocks)
    template = a_template(composition)
    known = sorted(
        {*recorded_words(discussion, held), *the_records_own_words(), *LABELS.values()} - {""}, key=len, reverse=True
    )
    fixed = fixed_words(template)
    for text in texts(compose(composition, a_request(composition, case)).values):
        rest = text
        for words in known:
            rest = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", " ", rest)  # "line" is no part of "declined"
        left = set(re.findall(r"[^\W\d_]+", DATE_OR_NUMBER.sub(" ", rest)))
        assert left <= fixed, f"{left - fixed} in {text!r}"


def recorded_words(discussion: Discussion, held: list[Event]) -> Iterator[str]:
    """Yield the words of this record."""
    for entry in discussion.entries:
        yield from (entry.text, entry.speaker, entry.author, entry.authoriser, entry.why, entry.to_test, entry.owner)
    yield discussion.status
    for event in held:
        yield from event.fields.values()


def the_records_own_words() -> Iterator[str]:
    """Yield the words of the family, the meeting and the files, which stay the same."""
    family, meeting = the_family(), a_meeting(a_discussion())
    yield from (family.id, family.name, family.worker, family.status, *family.status.split("; "), UNIT.name)
    yield from (UNIT.council, meeting.record.chair, meeting.record.notes_by, meeting.record.file)
    yield from (part for adult in family.adults for part in (adult.name, adult.relationship))
    yield from (part for child in family.children for part in (child.name, child.id))
    yield from (part for who in meeting.record.attendees for part in (who.name, who.role, who.remark))
    yield from (f"{label.name}: {label.value}" for label in meeting.record.header)
    yield from (part for rule in RULES.values() for part in (rule.title, rule.law, str(rule.length)))
    yield from ("census.xml", "Children-in-need census", "line", "row")


def fixed_words(template: DocumentTemplate) -> set[str]:
    """Return the closed list: what drafting may say of its own, word by word."""
    sentences = [
        *(re.sub(r"\{\w+\}", " ", wording.value) for wording in Wording),
        *(part for pair in UNITS_OF_COUNT.items() for part in pair),
        *STATUS_WORDS.values(),
        *LABELS.values(),
        *PARTICULARS.values(),
        *FLAGS.values(),
        *CODE_WORDS.values(),
        *(ruling.why for ruling in RULINGS),
        *(reason.mark for reason in Withheld),
        *(name for name, _ in AGENCIES),
        OWN,
        *(title for section, title in SECTION_TITLES.items()),
        *(title.lower() for title in SECTION_TITLES.values()),
        *(kind.value for kind in Kind),
        *(section.value.replace("_", " ") for section in Section),
        *template.labels.values(),
        *(template.title, template.law, template.classification, template.drafted_by, template.signed_by),
        *template.received_by,
        *template.to_be_confirmed,
        "event",
    ]
    return {word for sentence in sentences for word in re.findall(r"[^\W\d_]+", sentence)}
