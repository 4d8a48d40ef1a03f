"""No document carries what is only about another child, another family, or not to be shared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autoadmin.domain.held import CaseFile
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.records import Entry, Kind, Section
from autoadmin.drafting.compose import compose
from tests.drafting.pellow import (
    BABY,
    JORY,
    TAMSIN,
    UNIT,
    a_discussion,
    a_meeting,
    a_request,
    an_entry,
    an_event,
    the_family,
)
from tests.drafting.reading import printed

ABOUT_A_CHILD = ("discussion-record", "chronology-case-file", "chronology-court", "conference-report")
LEAVE_THE_UNIT = ("conference-report", "chronology-court")
NAMES = {TAMSIN: "Tamsin", JORY: "Jory Pellow", BABY: "Baby Pellow"}


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Give an entry of any kind in any section, about any of the children by id or by name, or about all."""
    number = draw(st.integers(100, 999))
    about = draw(st.sets(st.sampled_from([*NAMES, *NAMES.values()]), max_size=3))
    entry = an_entry(f"words{number}", draw(st.sampled_from(Kind)), draw(st.sampled_from(Section)), line=number)
    return replace(
        entry,
        about=tuple(sorted(about)),
        on=draw(st.sampled_from([None, date(2027, 1, 6)])),
        speaker=draw(st.sampled_from(["", "Jory", "Morwenna", "Tamsin Pellow"])) if entry.kind is Kind.SAID else "",
    )


@pytest.mark.parametrize("composition", ABOUT_A_CHILD)
@given(found=st.lists(entries(), max_size=12, unique_by=lambda entry: entry.text), child=st.sampled_from(list(NAMES)))
def test_what_is_only_about_a_brother_or_sister_stays_out(composition: str, found: list[Entry], child: ChildId) -> None:
    case = CaseFile(the_family(), UNIT, (a_meeting(a_discussion(*found)),))
    content = printed(compose(composition, a_request(composition, case, child)))
    for entry in found:
        others = [name for name in entry.about if name not in (child, NAMES[child])]
        if entry.about and len(others) == len(entry.about):
            assert entry.text not in content


@pytest.mark.parametrize("composition", LEAVE_THE_UNIT)
@given(found=st.lists(entries(), max_size=12, unique_by=lambda entry: entry.text))
def test_what_is_not_to_be_shared_never_leaves_the_unit(composition: str, found: list[Entry]) -> None:
    private = [replace(entry, is_restricted=True) for entry in found]
    case = CaseFile(the_family(), UNIT, (a_meeting(a_discussion(*private)),))
    content = printed(compose(composition, a_request(composition, case)))
    assert not any(entry.text in content for entry in private)


@pytest.mark.parametrize("composition", ["unit-minutes", "discussion-record", "chronology-case-file"])
def test_what_is_not_to_be_shared_is_marked_where_it_stays(composition: str) -> None:
    entry = replace(an_entry("The school is St Piran's."), is_restricted=True, on=date(2027, 1, 6))
    case = CaseFile(the_family(), UNIT, (a_meeting(a_discussion(entry)),))
    assert "Do not share" in printed(compose(composition, a_request(composition, case))).split("\n")


@pytest.mark.parametrize("composition", LEAVE_THE_UNIT)
def test_the_name_of_a_file_does_not_leave_the_unit(composition: str) -> None:
    meeting = a_meeting(a_discussion(replace(an_entry("School moved."), on=date(2027, 1, 6))), file="okonjo-reid.md")
    content = printed(compose(composition, a_request(composition, CaseFile(the_family(), UNIT, (meeting,)))))
    assert "School moved." in content
    assert "okonjo-reid" not in content


@pytest.mark.parametrize("composition", LEAVE_THE_UNIT)
def test_no_hypothesis_leaves_the_unit(composition: str) -> None:
    guess = replace(an_entry("It is the move.", Kind.HYPOTHESIS, Section.HYPOTHESES), on=date(2027, 1, 6))
    case = CaseFile(the_family(), UNIT, (a_meeting(a_discussion(guess)),))
    assert "It is the move." not in printed(compose(composition, a_request(composition, case)))


@pytest.mark.parametrize("composition", ABOUT_A_CHILD)
def test_a_line_on_families_not_discussed_is_in_no_childs_document(composition: str) -> None:
    spare = an_entry("not discussed this week: Okonjo-Reid (no time)", section=Section.OTHER)
    case = CaseFile(the_family(), UNIT, (a_meeting(a_discussion(spare)),))
    assert "Okonjo-Reid" not in printed(compose(composition, a_request(composition, case)))


@pytest.mark.parametrize("composition", ABOUT_A_CHILD)
def test_another_childs_events_stay_out(composition: str) -> None:
    case = CaseFile(the_family(), UNIT, (), (an_event("MISSING_START", date(2026, 6, 1), child=JORY),))
    if composition == "discussion-record":
        case = replace(case, meetings=(a_meeting(a_discussion()),))
    assert "Missing" not in printed(compose(composition, a_request(composition, case)))


def test_the_status_line_loses_the_part_that_names_only_a_brother() -> None:
    record = compose("discussion-record", a_request("discussion-record")).values
    assert record["status"] == "Tamsin child in need"
    record = compose("discussion-record", a_request("discussion-record", child=BABY)).values
    assert not record["status"]
