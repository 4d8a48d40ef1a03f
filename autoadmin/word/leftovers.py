"""What is left in a layout that will not do what it seems to: review marks, old form fields, tags that nobody fills."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from lxml import etree

from autoadmin.word.errors import Problem, Severity, Spot
from autoadmin.word.names import CELL, PARAGRAPH, ROW, TABLE, TEXT, W
from autoadmin.word.runs import pieces_of

Place = tuple[etree._Element, Spot]
LOOKS_LIKE_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_TRACKED: Final = tuple(
    f"{W}{name}"
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange"),
        *("cellIns", "cellDel", "cellMerge", "sectPrChange", "tblPrExChange", "numberingChange"),
    )
)
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SETTINGS: Final = (f"{W}bookmarkStart", f"{W}hyperlink", f"{W}listItem", f"{W}tag")
_INSTRUCTIONS: Final = (f"{W}instrText", f"{W}fldSimple")


def leftover_problems(places: list[Place]) -> Iterator[Problem]:
    """Yield what is left in the paragraphs of a part, each kind of review mark once with its number."""
    yield from _review_marks(places)
    for paragraph, place in places:
        for find in (_in_deleted_words, _old_form_fields, _field_codes, _bound_controls, _unfilled):
            yield from find(paragraph, place)


def comment_problems(comments: etree._Element, places: list[Place]) -> Iterator[Problem]:
    """Yield each comment that holds a tag, at the place that the comment is about."""
    at = {
        reference.get(f"{W}id"): place
        for paragraph, place in places
        for reference in paragraph.iter(f"{W}commentReference")
    }
    for comment in comments.iter(f"{W}comment"):
        words = "".join(text.text or "" for text in comment.iter(f"{W}t"))
        for tag in LOOKS_LIKE_TAG.findall(words):
            message = "The tag stands in a comment, and comments are never filled."
            place = at.get(comment.get(f"{W}id"), Spot())
            yield warning("tag_in_comment", message, place, tag, "Move it into the text, or delete the comment.")


def warning(code: str, message: str, place: Spot, typed: str = "", suggestion: str = "") -> Problem:
    """Return something that a layout can be published with."""
    return Problem(code, message, place, typed, suggestion, Severity.WARNING)


def _review_marks(places: list[Place]) -> Iterator[Problem]:
    kinds: Mapping[str, tuple[str, tuple[str, ...], str]] = {
        "tracked_changes": (
            "tracked change",
            _TRACKED,
            "Accept or reject all changes (Review, Accept, Accept all changes).",
        ),
        "comments_left": (
            "comment",
            (f"{W}commentReference",),
            "They are left out of the documents made. Delete those that are done with (Review, Delete).",
        ),
    }
    for code, (what, names, suggestion) in kinds.items():
        found = [place for paragraph, place in places for _ in (*_own(paragraph, *names), *_before(paragraph, *names))]
        if found:
            where = f"left in the {found[0].part}"
            said = f"1 {what} is {where}." if len(found) == 1 else f"{len(found)} {what}s are {where}, the first here."
            yield warning(code, said, found[0], suggestion=suggestion)


def _in_deleted_words(paragraph: etree._Element, place: Spot) -> Iterator[Problem]:
    moved = [text for words in _own(paragraph, f"{W}moveFrom") for text in words.iter(TEXT)]
    words = "".join(text.text or "" for text in (*_own(paragraph, f"{W}delText"), *moved))
    for tag in LOOKS_LIKE_TAG.findall(words):
        message = "The tag stands in words that were deleted or moved with tracked changes, so it is never filled."
        yield warning("tag_in_deleted", message, place, tag, "Accept or reject the change.")


def _old_form_fields(paragraph: etree._Element, place: Spot) -> Iterator[Problem]:
    for form in _own(paragraph, f"{W}ffData"):
        named = form.find(f"{W}name")
        name = "" if named is None else named.get(f"{W}val", "")
        message = "This is a form field of older Word versions. autoadmin does not fill it."
        yield warning("form_field", message, place, name, "Put a tag such as {{ field }} in its place.")


def _field_codes(paragraph: etree._Element, place: Spot) -> Iterator[Problem]:
    by_field = "".join(f"{item.text or ''}{item.get(f'{W}instr', '')}\n" for item in _own(paragraph, *_INSTRUCTIONS))
    for name in re.findall(r"\bMERGEFIELD\s+\"?([^\s\"\\]+)", by_field):
        message = "This is a mail-merge field. autoadmin does not fill it."
        yield warning("merge_field", message, place, f"«{name}»", f"Put a tag such as {{{{ {name} }}}} in its place.")


def _bound_controls(paragraph: etree._Element, place: Spot) -> Iterator[Problem]:
    controls = [*paragraph.iter(f"{W}sdt"), *paragraph.iterancestors(f"{W}sdt")]
    if any(control.find(f"{W}sdtPr/{W}dataBinding") is not None for control in controls):
        for tag in LOOKS_LIKE_TAG.findall("".join(text for _, text in pieces_of(paragraph))):
            message = "The tag stands in a content control that Word fills by itself when the document is opened."
            yield warning("bound_control", message, place, tag, "Remove the content control, keeping its words.")


def _unfilled(paragraph: etree._Element, place: Spot) -> Iterator[Problem]:
    """Yield the tags in equations, and in settings that nobody reads as words."""
    equation = "".join(text.text or "" for text in _own(paragraph, f"{_MATH}t"))
    for tag in LOOKS_LIKE_TAG.findall(equation):
        message = "The tag stands in an equation, and equations are never filled."
        yield warning("tag_in_equation", message, place, tag, "Write it as ordinary words.")
    for element in _own_elements(paragraph, lambda item: item.tag in _SETTINGS):
        for tag in LOOKS_LIKE_TAG.findall(" ".join(map(str, element.attrib.values()))):
            message = (
                "The tag stands in a setting of Word's (a bookmark's name or a list to choose from), never filled."
            )
            yield warning("tag_in_setting", message, place, tag, "Take it out there.")


def _before(paragraph: etree._Element, *names: str) -> list[etree._Element]:
    """Return the elements with these names that tell of the table, row or cell which begins with this paragraph."""
    found: list[etree._Element] = []
    for above in paragraph.iterancestors(CELL, ROW, TABLE):
        if next(above.iter(PARAGRAPH)) is not paragraph:
            break
        settings = (above.find(f"{W}{kind}") for kind in ("tcPr", "trPr", "tblPrEx", "tblPr"))
        found += [element for each in settings if each is not None for element in each.iter(*names)]
    return found


def _own(paragraph: etree._Element, *names: str) -> list[etree._Element]:
    """Return the elements of a paragraph with these names, without those of paragraphs inside it (text boxes)."""
    return _own_elements(paragraph, lambda item: item.tag in names)


def _own_elements(paragraph: etree._Element, is_wanted: Callable[[etree._Element], bool]) -> list[etree._Element]:
    within = [item for item in paragraph.iter(etree.Element) if is_wanted(item)]
    return [item for item in within if next(item.iterancestors(f"{W}p"), None) is paragraph]
