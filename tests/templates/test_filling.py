"""What comes out of every shipped template: all of the record, gaps shown, kinds of record kept apart."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any

import docx
import pytest
from docxtpl import DocxTemplate

from autoadmin.catalogue.templates import load_templates
from autoadmin.domain.gaps import NotRecorded
from autoadmin.drafting.forms.all_forms import FORMS
from autoadmin.word import Picture
from autoadmin.word.reading import read_parts, read_text
from tests.templates.shipped import (
    FOLDER,
    FORM,
    IDS,
    LETTERS,
    SIGNED,
    Content,
    W,
    blank,
    compiled,
    layout,
    part,
    paths,
    rendered,
    sample,
    words,
)

# Declared by docs/content.md, and left out on purpose.
NOT_PRINTED = {
    "about",  # of decisions and actions, and where the document is about one child anyway
    "kind",  # decides the style of a statement; that of a decision or action is told by its table
    "label",
    "id",
    "on",  # of decisions and actions: the meeting's date stands in the title
    "to_be_confirmed[]",  # for the administrator, except in the chronology for the court
    "impact_missing",  # counts, for the review desk
    "analysis_missing",
    "action_missing",
}
NOT_PRINTED_BY = {
    "chronology-court": {"child.age", "document.drafted_by", "family.id", "family.name", "unit"},
    "conference-report": {"document.drafted_by"},
    # a form that is read back must hold nothing but what is typed into and what is labelled
    FORM: {"council"} | {f"document.{key}" for key in ("drafted_by", "law", "received_by", "signed_by")},
}
# No form holds a hypothesis or what is not to be shared; a letter shows its reader neither numbers nor labels.
NOT_PRINTED_BY |= {
    letter: {
        *("adults[]", "adults[].name", "adults[].pr", "adults[].relationship", "children[]", "children[].age"),
        *(
            "children[].born",
            "children[].name",
            "document.drafted_by",
            "document.received_by",
            "document.signed_by",
            "family.name",
        ),
        *("due.by", "due.law", "due.length", "due.started", "due.what", "records_to", "since", "status", "worker"),
    }
    for letter in LETTERS
}
NOT_PRINTED_BY["letter-to-family"] |= {"document.law"}  # no statute asks for it, and the family need not be told so
NOT_PRINTED_IN_FORMS = {"mark", "to_test"}
LISTS_OF_SOURCES = {"sources[]", "sources[].ref", "sources[].what", "sources[].where"}


@pytest.fixture(params=IDS)
def id(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_folder_loads_and_its_layout_compiles_without_mending(id: str) -> None:
    assert id in {template.id for template in load_templates(FOLDER)}
    assert compiled(id).notes == ()


def test_a_sample_fills_its_layout_and_leaves_no_tag(id: str) -> None:
    for text in read_parts(rendered(id).file).values():
        assert not any(mark in text for mark in ("{{", "}}", "{%", "%}", "None"))


def test_every_field_that_a_layout_uses_is_in_its_sample(id: str) -> None:
    declared = set(paths(sample(id)))
    lists = {path for path in declared if path.endswith("[]")}
    empty = {path for path in lists if not any(other.startswith(f"{path}.") for other in declared)}
    unknown = {p for p in compiled(id).fields if p not in declared and not any(p.startswith(e) for e in empty)}
    assert unknown == set()


def test_every_field_of_a_sample_is_printed_or_left_out_on_purpose(id: str) -> None:
    left_out = NOT_PRINTED_BY.get(id, set()) | (LISTS_OF_SOURCES if id == FORM else set())
    left_out_everywhere = NOT_PRINTED | (NOT_PRINTED_IN_FORMS if id in FORMS else set())
    unused = set(paths(sample(id))) - set(compiled(id).fields)
    unused = {path for path in unused - left_out if path.rpartition(".")[2] not in left_out_everywhere}
    assert {path for path in unused if not (id in LETTERS and path.endswith(".ref"))} == set()


def test_every_statement_decision_and_action_of_a_sample_is_printed(id: str) -> None:
    text = read_text(rendered(id).file)
    for recorded in recorded_words(sample(id)):
        assert recorded in text


def test_what_is_left_empty_leaves_no_punctuation_behind(id: str) -> None:
    for text in read_parts(rendered(id).file).values():
        left_behind = re.search(r"\(\)|\[\]|\s[,;]|[,:]\s*[,:;]|·\s*·|·\s*$|\.\.|\( ", text, re.MULTILINE)
        assert left_behind is None, left_behind


def test_what_nobody_recorded_is_shown_highlighted_and_listed(id: str) -> None:
    document = rendered(id)
    marks = [
        "".join(text.text or "" for text in run.iter(f"{W}t"))
        for run in part(document.file).iter(f"{W}r")
        if run.find(f"{W}rPr/{W}highlight") is not None
    ]
    assert {mark for mark in marks if mark} == {f"[not recorded: {gap.what}]" for gap in document.gaps}
    assert bool(document.gaps) is (id != FORM)


def test_a_document_of_which_nothing_was_recorded_still_stands(id: str) -> None:
    document = rendered(id, blank(sample(id)))  # type: ignore[arg-type]  # a mapping stays a mapping
    assert docx.Document(io.BytesIO(document.file)).paragraphs
    assert "None" not in read_text(document.file)


@pytest.mark.parametrize("signed", SIGNED)
def test_a_gap_prints_the_plain_words_it_carries(signed: str) -> None:
    content = sample(signed)
    content[next(name for name in ("worker", "chair", "signed") if name in compiled(signed).fields)] = NotRecorded(
        "the name, in plain words"
    )
    assert "[not recorded: the name, in plain words]" in read_text(rendered(signed, content).file)


@pytest.mark.parametrize("id", ["unit-minutes", "discussion-record"])
def test_something_said_an_opinion_and_a_hypothesis_are_told_apart_by_words_and_by_style(id: str) -> None:
    for statement in statements(sample(id)):
        lines = [p for p in part(rendered(id).file).iter(f"{W}p") if str(statement["text"]) in words(p)]
        assert lines
        for line in lines:
            named = line.find(f"{W}pPr/{W}pStyle")
            assert named is not None
            style = str(named.get(f"{W}val"))
            assert style == {"fact": "ListBullet"}.get(str(statement["kind"]), str(statement["kind"]).capitalize())
            assert statement["kind"] == "fact" or str(statement["label"]) in words(line)


@pytest.mark.parametrize("id", ["unit-minutes", "discussion-record"])
def test_a_hypothesis_says_that_it_is_no_fact(id: str) -> None:
    text = read_text(rendered(id).file)
    hypotheses = [s for s in statements(sample(id)) if s["kind"] == "hypothesis"]
    assert hypotheses
    assert all(f"{hypothesis['label']}, not a fact." in text for hypothesis in hypotheses)


def test_what_is_not_to_be_shared_is_marked() -> None:
    file = rendered("discussion-record").file
    (line,) = [p for p in part(file).iter(f"{W}p") if "The new address is not to be given to Callum." in words(p)]
    marks = [
        r
        for r in line.iter(f"{W}r")
        if (s := r.find(f"{W}rPr/{W}rStyle")) is not None and s.get(f"{W}val") == "Restricted"
    ]
    assert "".join(text.text or "" for mark in marks for text in mark.iter(f"{W}t")) == "Do not share"


def test_an_initial_report_has_no_part_for_the_time_since_the_last_conference() -> None:
    content = sample("conference-report")
    assert "Since the last conference" not in read_text(rendered("conference-report", content).file)
    content["conference"]["is_review"] = True
    assert "Since the last conference" in read_text(rendered("conference-report", content).file)


def test_a_chronology_for_the_court_holds_no_label_of_opinion_or_hypothesis() -> None:
    text = read_text(rendered("chronology-court").file)
    assert "hypothesis, not a fact" not in text and "'s view" not in text


@pytest.mark.parametrize("signed", SIGNED)
def test_numbers_of_sources_in_the_text_are_those_in_the_table(signed: str) -> None:
    text = read_text(rendered(signed).file)
    for source in sample(signed)["sources"]:
        assert f"\n{source['ref']}\n{source['what']}\n{source['where']}" in text


def test_every_line_of_the_next_sheet_is_a_heading_or_has_a_label() -> None:
    document = docx.Document(io.BytesIO(rendered(FORM).file))
    lines = [(str(p.style.name) if p.style is not None else "", p.text) for p in document.paragraphs if p.text]
    assert lines[0] == ("Heading 1", sample(FORM)["heading"])
    assert not document.tables
    for style, text in lines:
        assert style.startswith("Heading ") or ": " in text


def test_the_next_sheet_has_a_line_to_type_at_under_every_heading_of_every_family() -> None:
    content = sample(FORM)
    document = docx.Document(io.BytesIO(rendered(FORM).file))
    names = [str(p.style.name) if p.style is not None else "" for p in document.paragraphs]
    assert names.count("List Bullet") == len(content["families"]) * len(content["sections"])
    assert all(names[at + 1] == "List Bullet" for at, name in enumerate(names) if name == "Heading 3")


def test_docxtpl_reads_a_layout_in_the_same_way(id: str) -> None:
    content = in_words(without_gaps(sample(id)))
    template = DocxTemplate(layout(id))
    template.render(content, autoescape=True)
    file = io.BytesIO()
    template.save(file)
    assert read_parts(file.getvalue()) == read_parts(rendered(id, content).file)


def in_words(content: Content) -> Content:
    """Return content with the alternative text in place of each picture: docxtpl has pictures of its own."""
    return {name: value.alt if isinstance(value, Picture) else value for name, value in content.items()}


def without_gaps(value: object) -> Any:
    """Return some content with words wherever nobody recorded anything."""
    match value:
        case Mapping():
            return {key: without_gaps(item) for key, item in value.items()}
        case list():
            return [without_gaps(item) for item in value]
        case _:
            return "recorded after all" if value is None else value


def statements(content: object) -> list[Mapping[str, object]]:
    """Return every statement anywhere in some content."""
    match content:
        case Mapping():
            own = (
                [content]
                if content.get("kind") in {"fact", "said", "opinion", "hypothesis"} and "text" in content
                else []
            )
            return own + [found for value in content.values() for found in statements(value)]
        case list():
            return [found for value in content for found in statements(value)]
        case _:
            return []


def recorded_words(content: object) -> list[str]:
    """Return the words of every statement, decision, action and event anywhere in some content."""
    match content:
        case Mapping():
            own = [str(content[key]) for key in ("text", "event") if content.get(key)]
            return own + [found for value in content.values() for found in recorded_words(value)]
        case list():
            return [found for value in content for found in recorded_words(value)]
        case _:
            return []


def test_social_work_evidence_has_the_eleven_heads_of_its_template_in_order() -> None:
    heads = [p.text for p in docx.Document(io.BytesIO(rendered("social-work-evidence").file)).paragraphs]
    numbered = [text for text in heads if re.match(r"\d+\. ", text)]
    assert [text.split(".")[0] for text in numbered] == [str(number) for number in range(1, 12)]
    assert numbered[0] == "1. Case details" and numbered[-1] == "11. Welfare checklist"


def test_social_work_evidence_is_signed_with_a_statement_of_truth() -> None:
    assert "true to the best of my knowledge and belief" in read_text(rendered("social-work-evidence").file)


def test_a_letter_to_parents_calls_no_view_a_view_of_nobody() -> None:
    content = sample("letter-before-proceedings")
    view = {"text": "Mornings are hard.", "kind": "opinion", "label": "View (author not recorded)", "by": "", "on": ""}
    own = {"text": "She copes.", "kind": "opinion", "label": "Dr Fox’s view", "by": "Dr Fox", "on": ""}
    content["strengths"] = [view, own]
    text = read_text(rendered("letter-before-proceedings", content).file)
    assert "author not recorded" not in text and "\nMornings are hard." in text
    assert "Dr Fox’s view. She copes." in text


def test_a_letter_leaves_no_child_out_of_whom_everything_is_told_with_the_others() -> None:
    content = sample("letter-before-proceedings")
    content["children"] = [dict(content["children"][0], events=[], worries=[], events_gap="", worries_gap="")]
    name = content["children"][0]["name"]
    text = read_text(rendered("letter-before-proceedings", content).file)
    assert f"What is said above of more than one of your children is about {name} too." in text


def test_a_letter_about_an_only_child_speaks_of_one_child() -> None:
    content = sample("letter-before-proceedings")
    assert "very worried about your children." in read_text(rendered("letter-before-proceedings", content).file)
    content["children"] = content["children"][:1]
    text = read_text(rendered("letter-before-proceedings", content).file)
    assert "very worried about your child." in text and "make a plan for your child." in text
