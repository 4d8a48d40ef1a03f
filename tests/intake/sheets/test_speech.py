"""Something is said where somebody is named and quoted; an apostrophe is no quotation mark."""

from __future__ import annotations

import pytest

from autoadmin.domain.records import Kind
from tests.intake.sheets.typed import an_entry


@pytest.mark.parametrize(
    ("line", "speaker", "words", "heard_by"),
    [
        ('Ella: "I like it here."', "Ella Marsh", '"I like it here."', ""),
        ("Ella: 'I don't like it.'", "Ella Marsh", "'I don't like it.'", ""),
        ("Ella: “I don’t like it.”", "Ella Marsh", "“I don’t like it.”", ""),
        ("Ella: ‘I don’t like it.’", "Ella Marsh", "‘I don’t like it.’", ""),
        ("Ella said 'nan's house is nicer'", "Ella Marsh", "'nan's house is nicer'", ""),
        ('Ella told Priya, "Mum gets up"', "Ella Marsh", '"Mum gets up"', "Priya Nair"),
        ('Ella said to Dr Fox: "no"', "Ella Marsh", '"no"', "Dr Lena Fox"),
        ('Ella - "leave me be"', "Ella Marsh", '"leave me be"', ""),
        ('"I hate it," said Ella to Tom.', "Ella Marsh", '"I hate it,"', "Tom Byrne"),
        ("“I hate it” Ella said", "Ella Marsh", "“I hate it”", ""),
        ('"I\'m sick of it" (Dean)', "Dean Holt", '"I\'m sick of it"', ""),
        ("Mum: “we’re fine”", "Mum", "“we’re fine”", ""),
        (
            'Kelly told Tom she "can\'t cope" and left',
            "Kelly Marsh",
            'Kelly told Tom she "can\'t cope" and left',
            "Tom Byrne",
        ),
    ],
)
def test_a_quotation_with_a_name_is_something_said(line: str, speaker: str, words: str, heard_by: str) -> None:
    entry = an_entry(line)
    assert (entry.kind, entry.speaker, entry.text, entry.author) == (Kind.SAID, speaker, words, heard_by)
    assert entry.raw == f"- {line}"


@pytest.mark.parametrize(
    "line",
    [
        "Ella's mum's house is Ella's favourite",
        "the 'good' house; it's Ella's",
        "Ella said she likes it",
        "Ella: tired and hungry at school",
        'a school where "fine" means nothing',
        'she said "no"',
    ],
)
def test_nobody_is_quoted_by_apostrophes_or_without_a_name(line: str) -> None:
    entry = an_entry(line)
    assert (entry.kind, entry.speaker, entry.author, entry.text) == (Kind.FACT, "", "", line)


def test_a_colon_after_a_name_is_enough_under_the_familys_own_words() -> None:
    entry = an_entry("Kelly: I want them to stop.", "Family's own words and goals")
    assert (entry.kind, entry.speaker, entry.text) == (Kind.SAID, "Kelly Marsh", "I want them to stop.")


@pytest.mark.parametrize("heading", ["Hypotheses", "Decisions", "Different views", "Clinician's view"])
def test_a_quoted_word_in_what_people_think_is_not_said(heading: str) -> None:
    entry = an_entry('Tom: Kelly hears "neglect" as blame', heading)
    assert entry.kind is not Kind.SAID


def test_a_workers_name_before_a_fact_is_who_observed_it() -> None:
    entry = an_entry("12 Nov: Priya: Ella ate her lunch")
    assert (entry.kind, entry.author, entry.text) == (Kind.FACT, "Priya Nair", "Ella ate her lunch")


@pytest.mark.parametrize("heading", ["Why now", "Worries"])
def test_what_happened_on_a_day_is_no_author_though_a_job_is_named_in_it(heading: str) -> None:
    line = "Midwife referred on 18 November: Kelly has no home of her own."
    assert (an_entry(line, heading).author, an_entry(line, heading).text) == ("", line)
    assert an_entry("Midwife: Kelly has no home of her own.", heading).author == "Midwife"


@pytest.mark.parametrize(
    "line",
    ['Ella showed Tom her new bed: "It has a light."', 'Ella told Tom in the car on the way home: "I like it there."'],
)
def test_what_leads_up_to_the_words_is_kept_where_it_tells_more_than_who_spoke(line: str) -> None:
    entry = an_entry(line)
    assert (entry.kind, entry.speaker, entry.text) == (Kind.SAID, "Ella Marsh", line)
    assert an_entry('Ella told Tom: "I like it."').text == '"I like it."'
