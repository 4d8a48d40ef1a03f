"""Rich text: spans printed with their looks, and the light marks that people type."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from autoadmin.word import RichText, Span, compile_template
from autoadmin.word.names import PARAGRAPH, W
from autoadmin.word.reading import read_text
from autoadmin.word.rich import lines_of, read_marks
from tests.word.layouts import a_layout, check_structure, main_part, rendered
from tests.word.test_undamaged import ANY_TEXT, as_shown, check_opens

MARKED = st.lists(
    st.sampled_from(
        [*("**", "*", "***", "[", "](", ")", "https://x.example/a", "- ", "1. ", "\n", " ", "calm", "<&>"), "**b**"]
    )
).map("".join)


def looks(file: bytes) -> list[tuple[str, set[str]]]:
    """Return the words of each run that has any, with the names of its properties."""
    found = []
    for run in main_part(file).iter(f"{W}r"):
        words = "".join(text.text or "" for text in run.iter(f"{W}t"))
        found.append((words, {str(child.tag).removeprefix(W) for child in run.iterfind(f"{W}rPr/*")}))
    return [(words, names) for words, names in found if words]


def test_each_span_is_printed_with_its_own_look_and_that_of_the_tag() -> None:
    late = Span("late", colour="#C00000", size=14, raised="subscript")
    text = RichText((Span("calm", italic=True), Span(" & "), late))
    file = compile_template(a_layout(["before ", "{{ text }}", " after"])).render({"text": text}).file
    assert looks(file) == [
        ("before ", set()),
        ("calm", {"b", "i", "iCs"}),
        (" & ", {"b"}),
        ("late", {"b", "color", "sz", "szCs", "vertAlign"}),
        (" after", set()),
    ]


def test_the_properties_of_a_span_stand_in_the_order_that_word_insists_on() -> None:
    span = Span("all", True, True, True, True, "superscript", "00AA00", 9.5, "Georgia", "strong", "https://x.example")
    part = main_part(compile_template(a_layout("{{r text }}")).render({"text": RichText((span,))}).file)
    properties = next(run.find(f"{W}rPr") for run in part.iter(f"{W}r") if "".join(run.itertext()) == "all")
    assert properties is not None
    assert [str(p.tag).removeprefix(W) for p in properties] == (
        ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "strike", "color", "sz", "szCs", "u", "vertAlign"]
    )


def test_marks_in_recorded_text_are_read_where_the_layout_asks_for_it() -> None:
    content = {"said": "I **really** want *calm* mornings: [the plan](https://x.example/p?a=1&b=2)"}
    file = compile_template(a_layout("{{ said|rich }}")).render(content).file
    assert read_text(file) == "I really want calm mornings: the plan"
    assert [words for words, names in looks(file) if "b" in names] == ["really"]
    codes = [code.text or "" for code in main_part(file).iter(f"{W}instrText")]
    assert codes == [' HYPERLINK "https://x.example/p?a=1&b=2" ']
    assert read_text(compile_template(a_layout("{{ said }}")).render(content).file) == content["said"]


def test_lists_in_recorded_text_take_the_list_styles_of_the_layout() -> None:
    content = {"text": "To do:\n- see **Ella**\n2. call school\nend"}
    file = compile_template(a_layout("{{p text|rich }}")).render(content).file
    assert read_text(file) == "To do:\nsee Ella\n2.\tcall school\nend"
    styles = [style.get(f"{W}val") for style in main_part(file).iter(f"{W}pStyle")]
    assert styles == ["ListBullet", "ListNumber"]


def test_list_marks_stay_as_typed_where_there_is_no_paragraph_for_each() -> None:
    content = {"text": "To do:\n- see **Ella**\n1. call"}
    assert rendered(a_layout("{{ text|rich }}"), content) == "To do:\n- see Ella\n1. call"


def test_a_link_that_is_no_web_or_mail_address_is_words_only_and_said() -> None:
    text = RichText((Span("click", link="javascript:alert(1)"), Span(" or write", link='mailto:a@x.example" \\h x')))
    result = compile_template(a_layout("{{ text }}")).render({"text": text})
    assert read_text(result.file) == "click or write"
    assert not list(main_part(result.file).iter(f"{W}instrText"))
    assert len(result.notes) == 1


def test_what_nobody_recorded_stays_a_gap_after_rich() -> None:
    result = compile_template(a_layout("{{ wishes|rich }}", "{{p wishes|rich }}")).render({"wishes": None})
    assert read_text(result.file) == "[not recorded: wishes]\n[not recorded: wishes]"
    assert len(result.gaps) == 1


def test_rich_text_that_other_filters_take_is_its_words() -> None:
    layout = a_layout("{{ text|upper }} {{ text ~ '!' }} {{ [text]|join(', ') }}")
    assert read_text(compile_template(layout).render({"text": RichText((Span("a"), Span("b")))}).file) == "AB ab! ab"


@given(ANY_TEXT)
def test_text_without_marks_is_rich_text_of_itself(text: str) -> None:
    plain = re.sub(r"[*\[]", "", text)
    assert str(read_marks(plain)) == plain


def without_marks(text: str) -> str:
    return re.sub(r"\]\(https://[^\s()<>\"\\]+\)|[*\[]", "", text)


@given(MARKED)
@settings(max_examples=400, deadline=None)
@example("[**](https://x.example/ahttps://x.example/a)")
def test_marks_take_no_character_but_themselves(text: str) -> None:
    words, rest = str(read_marks(text)), iter(text)
    assert all(character in rest for character in words)  # in order
    assert without_marks(words) == without_marks(text)
    said = [line.mark + "".join(span.text for span in line.spans) for line in lines_of(read_marks(text))]
    assert "\n".join(said) == words


EVERYWHERE = compile_template(a_layout(["a ", "{{ x|rich }}", " z"], "{{p x|rich }}", "end", header="{{r x|rich }}"))
ANY_LOOK = dict.fromkeys(("text", "font", "colour", "style", "link"), ANY_TEXT)
RICH = st.lists(st.builds(Span, bold=st.booleans(), **ANY_LOOK)).map(lambda spans: RichText(tuple(spans)))
SPANS = compile_template(a_layout(["a ", "{{ x }}", " z"]))


@given(st.one_of(ANY_TEXT, MARKED))
@settings(deadline=None)
def test_any_marked_text_leaves_a_document_that_opens(text: str) -> None:
    file = EVERYWHERE.render({"x": text}).file
    check_opens(file)
    check_structure(main_part(file))
    assert read_text(file).startswith(f"a {as_shown(str(read_marks(text)))} z\n")


@given(RICH)
@settings(deadline=None)
def test_any_spans_come_out_whole_and_in_order(text: RichText) -> None:
    file = SPANS.render({"x": text}).file
    check_opens(file)
    assert read_text(file) == "a " + "".join(as_shown(span.text) for span in text.spans) + " z"
    assert len(main_part(file).findall(f".//{PARAGRAPH}")) == 1
