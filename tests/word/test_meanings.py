"""A name that nobody gave a field leads to the field whose meaning it tells, where there is one alone."""

from __future__ import annotations

import pytest

from autoadmin.drafting.fields import FIELDS, meanings, paths
from autoadmin.word.checking import check_layout
from autoadmin.word.known import known_fields
from tests.word.layouts import a_layout

DISCUSSION = FIELDS["discussion-record"]
KNOWN = known_fields(paths(DISCUSSION), meanings(DISCUSSION))


def suggestion(typed: str) -> str:
    (problem,) = check_layout(a_layout(typed), known=KNOWN).errors
    return problem.suggestion


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("child.date_of_birth", "child.born"),
        ("child.dob", "child.born"),
        ("date_of_birth", "child.born"),
        ("child_dob", "child.born"),
        ("child.council_number", "child.id"),
        ("meeting_date", "date"),
        ("date_of_meeting", "date"),
        ("chaired_by", "chair"),
        ("social_worker", "worker"),
    ],
)
def test_the_words_of_its_meaning_lead_to_a_field(typed: str, meant: str) -> None:
    assert suggestion(f"{{{{ {typed} }}}}") == f"Did you mean “{meant}”?"


def test_the_words_of_a_meaning_lead_to_a_field_of_a_row_as_the_loop_calls_it() -> None:
    layout = "{% for a in adults %}{{ a.parental_responsibility }}{% endfor %}"
    assert suggestion(layout) == "Did you mean “a.pr”?"


def test_a_name_that_tells_of_what_each_entry_of_a_list_has_leads_there() -> None:
    known = known_fields({"children[].born", "children[].name"}, {"children[].born": "date of birth of each child"})
    (problem,) = check_layout(a_layout("{{ child.date_of_birth }}"), known=known).errors
    assert problem.suggestion == "Each of “children” has “born”: repeat them with a for."


@pytest.mark.parametrize("typed", ["child.gender", "child.shoe_size", "signature", "today", "child.of_the"])
def test_words_that_tell_of_no_field_or_of_many_lead_to_none(typed: str) -> None:
    assert "Did you mean" not in suggestion(f"{{{{ {typed} }}}}")
