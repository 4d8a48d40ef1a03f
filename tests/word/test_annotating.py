"""A copy of a layout carries a Word comment at each finding; its own words and comments stay as they were."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import docx

from autoadmin.word.annotating import annotate
from autoadmin.word.checking import check_layout
from autoadmin.word.comments import AUTHOR
from autoadmin.word.names import W
from autoadmin.word.reading import read_text
from tests.word.broken import a_control, a_text_box, with_comment, with_xml
from tests.word.layouts import a_layout, main_part
from tests.word.test_undamaged import check_opens

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)

USUAL = "The usual ones are default, first, join, last, length, lower, replace, title and upper."


def annotated(layout: bytes, *known: str) -> bytes:
    file = annotate(layout, check_layout(layout, known=known).problems, at=NOON)
    check_opens(file)
    assert read_text(file) == read_text(layout)
    return file


def comments_of(file: bytes) -> list[tuple[str, str]]:
    """Return the author and the words of each comment, as python-docx reads them."""
    return [(comment.author, comment.text) for comment in docx.Document(io.BytesIO(file)).comments]


def words_commented(file: bytes, number: int) -> str:
    """Return the words between the edges of a comment."""
    words, inside = "", False
    for element in main_part(file).iter():
        if element.get(f"{W}id") == str(number) and element.tag == f"{W}commentRangeStart":
            inside = True
        elif element.get(f"{W}id") == str(number) and element.tag == f"{W}commentRangeEnd":
            return words
        elif inside and element.tag == f"{W}t":
            words += element.text or ""
    raise AssertionError("the comment has no edges")


def test_each_finding_is_a_comment_around_the_tag_in_plain_words() -> None:
    file = annotated(
        a_layout(["Of ", "{{ chlid.name }}", ", born"], table=[["{{ council|nope }}"]]), "child.name", "council"
    )
    assert comments_of(file) == [
        (AUTHOR, "Error. {{ chlid.name }}: There is no field “chlid.name”. Did you mean “child.name”?"),
        (AUTHOR, f"Error. {{{{ council|nope }}}}: There is no filter “nope”. {USUAL}"),
    ]
    assert [words_commented(file, number) for number in (0, 1)] == ["{{ chlid.name }}", "{{ council|nope }}"]


def test_a_finding_in_a_header_or_text_box_stands_beside_it_and_says_where() -> None:
    file = annotated(a_layout("words", header="{{ a|nope }}"), "a")
    assert comments_of(file) == [
        (AUTHOR, f"Error. In the header 1: “{{{{ a|nope }}}}”. {{{{ a|nope }}}}: There is no filter “nope”. {USUAL}")
    ]
    boxed = annotated(with_xml(a_text_box("{{ a|nope }}"), "before"), "a")
    assert len(comments_of(boxed)) == 1
    assert not main_part(boxed).findall(f".//{W}txbxContent//{W}commentReference")


def test_a_finding_in_a_content_control_is_around_the_control() -> None:
    file = annotated(with_xml(a_control("{{ a|nope }}")), "a")
    assert words_commented(file, 0) == "{{ a|nope }}"


def test_comments_that_are_there_are_kept_and_ours_of_last_time_are_not() -> None:
    once = annotated(with_comment("please look", about="{{ a|nope }}"), "a")
    twice = annotated(once, "a")
    assert [author for author, _ in comments_of(once)].count("Somebody") == 1
    assert [author for author, _ in comments_of(twice)].count("Somebody") == 1
    assert sum("no filter" in words for _, words in comments_of(twice)) == 1


def test_a_file_of_which_nothing_is_found_is_the_same_to_read() -> None:
    layout = a_layout("Dear {{ a }}")
    assert comments_of(annotate(layout, ())) == []
