"""Templates, from a Word file to a filled one."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from autoadmin.domain.errors import TemplateError
from autoadmin.domain.gaps import Gap, NotRecorded
from autoadmin.word import compile_template
from autoadmin.word.names import W
from autoadmin.word.reading import read_parts
from tests.word.layouts import a_layout, main_part, rendered


def test_values_are_printed_where_their_tags_stand() -> None:
    layout = a_layout("Dear {{ name }},", header="Unit {{ unit }}")
    parts = read_parts(compile_template(layout).render({"name": "Kelly", "unit": 4}).file)
    assert parts["main text"] == "Dear Kelly,"
    assert parts["header 1"] == "Unit 4"


def test_a_tag_split_across_runs_is_one_tag_with_the_format_of_its_first_run() -> None:
    file = compile_template(a_layout(["Dear ", "{{ na", "me", " }}", ", and thank you"])).render({"name": "Kelly"}).file
    runs = [("".join(run.itertext()), run.find(f"{W}rPr/{W}b") is not None) for run in main_part(file).iter(f"{W}r")]
    assert runs == [("Dear ", False), ("Kelly", True), (", and thank you", False)]


def test_paragraphs_rows_and_cells_are_repeated() -> None:
    layout = a_layout(
        "{%p for child in children %}",
        "{{ loop.index }}. {{ child.name }}",
        "{%p endfor %}",
        table=[["{%tr for child in children %}"], ["{{ child.name }}", "{{ child.age }}"], ["{%tr endfor %}"]],
    )
    content = {"children": [{"name": "Ella", "age": 11}, {"name": "Noah", "age": 0}]}
    assert rendered(layout, content) == "1. Ella\n2. Noah\nElla\n11\nNoah\n0"


def test_dates_and_answers_read_as_people_write_them_and_numbers_as_they_are() -> None:
    content = {"day": date(2026, 11, 9), "at": datetime(2026, 11, 9, 14, 5), "yes": True, "share": 61.5, "change": -12}
    assert rendered(a_layout("{{ day }}|{{ at }}|{{ yes }}|{{ share }}|{{ change }}"), content) == (
        "9 November 2026|9 November 2026, 14:05|Yes|61.5|-12"
    )


def test_what_nobody_recorded_is_highlighted_and_listed() -> None:
    layout = a_layout("{{ child.wishes }} and {{ child.date_of_birth }} and {{ child.school }}")
    content = {"child": {"wishes": NotRecorded("the child's wishes", True), "date_of_birth": None, "school": None}}
    result = compile_template(layout, labels={"child.school": "the school"}).render(content)
    assert result.gaps == (
        Gap("child.wishes", "the child's wishes", True),
        Gap("child.date_of_birth", "date of birth"),
        Gap("child.school", "the school"),
    )
    highlighted = [
        "".join(run.itertext())
        for run in main_part(result.file).iter(f"{W}r")
        if run.find(f"{W}rPr/{W}highlight") is not None
    ]
    assert highlighted == [
        "[not recorded: the child's wishes]",
        "[not recorded: date of birth]",
        "[not recorded: the school]",
    ]


def test_an_unknown_name_is_refused_with_its_place_and_what_was_likely_meant() -> None:
    layout = a_layout("Dear {{ chlid.name }}, good day")
    with pytest.raises(TemplateError) as caught:
        compile_template(layout).render({"child": {"name": "Ella"}})
    assert "chlid" in str(caught.value)
    assert "Did you mean “child”?" in str(caught.value)
    assert "Dear {{ chlid.name }}, good day" in str(caught.value)


def test_fields_are_the_paths_that_the_template_uses() -> None:
    layout = a_layout(
        "{{ meeting.date }} {% for d in discussions %}{% for e in d.entries if e.kind == 'fact' %}{{ e.text }}"
        "{% endfor %}{% endfor %}{% set chair = meeting.chair %}{{ chair.name|upper }}{{ names|join(', ') }}"
    )
    assert compile_template(layout).fields == (
        "discussions[]",
        "discussions[].entries[]",
        "discussions[].entries[].kind",
        "discussions[].entries[].text",
        "meeting.chair",
        "meeting.chair.name",
        "meeting.date",
        "names",
    )


def test_words_that_stand_in_many_places_are_the_same_in_each_and_what_word_cannot_hold_is_counted_in_each() -> None:
    names = ["Zoë", "\x07", "אב", "Zoë", "\x07", "אב"]
    layout = a_layout("{%p for name in names %}", ["[", "{{ name }}", "]"], "{%p endfor %}")
    rendered = compile_template(layout).render({"names": names})
    assert read_parts(rendered.file)["main text"].split("\n") == ["[Zoë]", "[�]", "[אב]", "[Zoë]", "[�]", "[אב]"]
    assert rendered.notes == ("2 characters that Word cannot hold were shown as �.",)
    assert len(list(main_part(rendered.file).iter(f"{W}rtl"))) == 2


def test_a_long_document_holds_every_letter_of_its_layout_and_of_its_content() -> None:
    names = [f"Zoë {number}" for number in range(1_000)]
    printed = rendered(
        a_layout("{%p for name in names %}", "née {{ name }} – {{ loop.index }}", "{%p endfor %}"), {"names": names}
    )
    assert printed.split("\n") == [f"née Zoë {number} – {number + 1}" for number in range(1_000)]
