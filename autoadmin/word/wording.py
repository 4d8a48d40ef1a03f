"""Jinja's complaints in plain sentences, each with the tag it is about; and what templates may not say at all."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Final

from jinja2 import TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError, UndefinedError

from autoadmin.word.calling import about_call
from autoadmin.word.errors import LayoutError, Problem
from autoadmin.word.limits import TooMuchError
from autoadmin.word.mending import how_to_mend
from autoadmin.word.printing import UnprintableError
from autoadmin.word.sandbox import METHODS, Sandbox, UnknownEntry, UnknownName
from autoadmin.word.source import Source
from autoadmin.word.tags import Tag, Tags

_USUAL: Final = {
    "filter": "The usual ones are default, first, join, last, length, lower, replace, title and upper.",
    "test": "The usual ones are defined, recorded, none, even, odd, in and ==.",
}

_WORKED_OUT: Final[dict[type[Exception], str]] = {
    TypeError: "Words, numbers, lists and what nobody recorded cannot be compared with or added to one another.",
    ValueError: "Words that are no number, or a day that there is not, cannot be made into one.",
    ZeroDivisionError: "Nothing can be divided by 0: ask first with an if.",
}

_LOOKED_AT: Final = (nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test, nodes.NSRef, nodes.Call)
_INSTEAD: Final = {
    **dict.fromkeys(("empty", "blank"), "To ask whether nothing is there, write {% if not ... %}."),
    **dict.fromkeys(("null", "nil"), "Did you mean “none”?"),
    **dict.fromkeys(
        ("date", "datetime", "dateformat", "date_format", "format_date", "format_datetime", "strftime"),
        "Dates come in words. Leave the filter out.",
    ),
    **dict.fromkeys(("nl2br", "linebreaks", "linebreaksbr"), "Line breaks come out as they are. Leave the filter out."),
    **dict.fromkeys(("len", "size"), "Did you mean “length”?"),
    **dict.fromkeys(("truncate", "substr", "substring", "left"), "Write a part of it, such as name[:20]."),
    **dict.fromkeys(("format", "number", "currency"), 'Write the form of a number, as in {{ "%.2f" % amount }}.'),
    **dict.fromkeys(("safe", "xml", "html"), "Every value is printed as the text it is. Leave the filter out."),
}


def explain_syntax(error: TemplateSyntaxError, tag: Tag) -> Problem:
    """Return what is wrong with a tag that Jinja cannot read."""
    if not tag.code.strip():
        return tag.problem("empty_tag", "The tag is empty.", "Name a field in it, or take it out.")
    return tag.problem("syntax", "The tag cannot be understood.", how_to_mend(tag.typed, str(error.message)))


def explain_failure(error: Exception, tag: Tag, content: Iterable[str]) -> LayoutError:
    """Return the error for a tag that failed on some content. It says nothing of the content's values."""
    message = error.args[0] if error.args else ""
    if isinstance(error, TooMuchError):
        return tag.error("too_much", str(error), "Have it do less.")
    if isinstance(error, UndefinedError) and isinstance(message, UnknownName):
        if message.name not in tag.typed:  # worked out from a value, which is nobody's business here
            return tag.error("unknown_field", "There is no field of the name that this comes to.")
        return tag.error("unknown_field", message, message.suggestion(tuple(content)))
    if isinstance(error, UndefinedError):
        words = message if isinstance(message, UnknownEntry) else "The list is empty, so it has no such entry."
        return tag.error("nothing_there", words, "Ask first with an if whether it is there.")
    if isinstance(error, UnprintableError):
        return tag.error("wrong_kind", str(error))
    if isinstance(error, SecurityError):
        return tag.error("not_allowed", "This is not allowed in a template.")
    hint = _WORKED_OUT.get(type(error), "Write it more simply.")
    if isinstance(error, TypeError) and tag.is_print and re.search(r"[\w)]\s*[-+/–]\s*[A-Za-z(]", tag.code):
        hint += " To print both, give each a tag of its own."
    return tag.error("failed", "This cannot be worked out with the values given.", hint)


def check_allowed(tree: nodes.Template, sandbox: Sandbox, source: Source, tags: Tags) -> None:
    """Note hidden names, filters and tests that there are not, and what can be neither called nor set."""
    for node in tree.find_all(_LOOKED_AT):
        number = source.tag_at(node.lineno)
        match node:
            case nodes.Name(name=str(name)) | nodes.Getattr(attr=str(name)):
                _check_open(name, number, tags)
            case nodes.Getitem(arg=nodes.Const(value=str(name))):
                _check_open(name, number, tags)
            case nodes.Filter(name="sort" | "map" as name, args=[nodes.Const(value=str(field)), *_]) if (
                name == "sort" or field not in sandbox.filters
            ):
                meant = f'Write |{name}(attribute="{field}").'
                tags.note(number, "not_allowed", f"A field that {name} goes by is given as its attribute.", meant)
            case nodes.Filter(name=name):
                _check_known("filter", name, sandbox.filters, number, tags)
            case nodes.Test(name=name):
                _check_known("test", name, sandbox.tests, number, tags)
            case nodes.NSRef():
                tags.note(number, "not_allowed", "A field cannot be set.", "Give it a name: {% set name = value %}.")
            case nodes.Call():
                if instead := about_call(node, sandbox.globals, METHODS, sandbox.filters):
                    tags.note(number, "not_allowed", "This cannot be called in a template.", instead)


def _check_open(name: str, number: int, tags: Tags) -> None:
    if name.startswith("_"):
        tags.note(number, "not_allowed", f"The name {name} is not for templates: it starts with an underscore.")


def _check_known(kind: str, name: str, known: Iterable[str], number: int, tags: Tags) -> None:
    if name not in known:
        close = difflib.get_close_matches(name, known, n=1, cutoff=0.7)
        meant = _INSTEAD.get(name) or (f"Did you mean “{close[0]}”?" if close else _USUAL[kind])
        tags.note(number, f"unknown_{kind}", f"There is no {kind} “{name}”.", meant)
