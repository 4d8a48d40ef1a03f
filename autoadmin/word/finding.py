"""Finding the tags in a paragraph's words, and mending those that Word's corrections spoilt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from autoadmin.word.counting import check_count
from autoadmin.word.errors import Problem, Spot
from autoadmin.word.mending import how_to_close
from autoadmin.word.tags import Tag

_CLOSERS: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENER = re.compile("|".join(map(re.escape, _CLOSERS)))
_FAR: Final = 2_500  # characters that a tag is looked through; longer than any may be
RAW: Final = re.compile(r"\{%[-+]?\s*raw\s*[-+]?%\}(.*?)\{%[-+]?\s*endraw\s*[-+]?%\}", re.DOTALL)
_IN_DOUBT = re.compile("[\"'{}]")  # what an end may stand within
_SCOPE = re.compile(r"(tr|tc|p|r)\s+")
_DOUBLED = re.compile(r"\{(\{%[^{}]*%\})\}?")  # a brace too many beside a {% %}
_FENCED = re.compile(r"\{\{(\{\{[^{}]*\}\})\}*")  # twice as many as a {{ }} takes
_IN_QUOTES = re.compile(r"""("[^"]*"|'[^']*')""")
_QUOTED = re.compile(r'("[^"]*")')
UNSEEN: Final = "\xad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_CAPITAL = re.compile(r"[-+]?\s*(?:(?:tr|tc|p|r)\s+)?(?i:for|if|elif|else|end(?:for|if|with)|with|set)(?=[\s(+-]|$)")
_DOUBLE_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_SINGLE = str.maketrans(
    dict.fromkeys("‘’‚‛", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-")
    | dict.fromkeys("\xa0\t\n\u2002\u2003\u2009\u202f\u3000", " ")
    | dict.fromkeys(UNSEEN, "")
)


def find_tags(text: str, place: Spot) -> Iterator[tuple[int, int, Tag]]:
    """Yield where each tag of a paragraph's text starts and ends, and the tag; one that is not closed has a fault.

    Raise LayoutError where there are more than a layout may have.
    """
    position = count = 0
    while opening := _OPENER.search(text, position):
        count += 1
        check_count(count, place)
        start = opening.start()
        if text.find("endraw", start) > 0 and (raw := RAW.match(text, start)):
            for first, last in ((start, raw.start(1)), (raw.end(1), raw.end())):
                yield first, last, replace(read_tag("{##}", place), typed=text[first:last])
            position = raw.end()
            continue
        if doubled := _DOUBLED.match(text, start) or _FENCED.match(text, start):
            yield start, doubled.end(), _bare_of(doubled, place)
            position = doubled.end()
            continue
        end = _end_of_tag(text, start, opening.group())
        if end < 0 or (within := _opener_within(text[start : min(end, start + _FAR)])):
            end = len(text) if end < 0 else start + within
            following = _OPENER.search(text, start + 2, end)
            end = following.start() if following else end
            yield start, end, _unclosed(text[start:end], place)
        else:
            yield start, end, read_tag(text[start:end], place)
        position = end


def read_tag(typed: str, place: Spot) -> Tag:
    """Return the tag that was typed, from its {{, {% or {# to its end."""
    opener, as_typed = typed[:2], typed[2:-2]
    inner = as_typed if opener == "{#" else _mended(as_typed)
    if opener == "{%" and (keyword := _CAPITAL.match(inner)):  # Word makes the first letter of a sentence a capital
        inner = keyword[0].casefold() + inner[keyword.end() :]
    is_mended = inner != as_typed
    trims_before, trims_after = inner.startswith("-"), inner.endswith("-")
    inner = inner.removeprefix("-").removeprefix("+").removesuffix("-").removesuffix("+")
    scope = _SCOPE.match(inner)
    return Tag(
        opener=opener,
        scope=scope.group(1) if scope else "",
        code=inner[scope.end() :] if scope else inner,
        typed=typed,
        trims_before=trims_before,
        trims_after=trims_after,
        is_mended=is_mended,
        place=place,
    )


def _end_of_tag(text: str, start: int, opener: str) -> int:
    """Return where the tag ends, or -1. An end within quotation marks or inner braces is none, if there is another."""
    closer = _CLOSERS[opener]
    end = text.find(closer, start + 2)
    if end < 0 or opener == "{#" or not _IN_DOUBT.search(text, start + 2, end):
        return end + 2 if end >= 0 else -1
    quote, depth, position = "", 0, start + 2
    while position < min(len(text), start + _FAR):
        character = text[position]
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif text.startswith(closer, position) and not depth:
            return position + 2
        elif opener == "{{" and character in "{}":
            depth += 1 if character == "{" else -1
        position += 1
    return end + 2


def _bare_of(doubled: re.Match[str], place: Spot) -> Tag:
    """Return the tag that was typed with braces too many, with what is wrong with it."""
    many = "are braces" if doubled[0].startswith("{{{{") else "is a brace"
    meant = f"There {many} too many beside it. Write {doubled[1]}."
    fault = Problem("syntax", "The tag cannot be understood.", place, doubled[0], meant)
    return replace(read_tag(doubled[1], place), typed=doubled[0], fault=fault)


def _unclosed(words: str, place: Spot) -> Tag:
    """Return the tag that was begun, from its opening as far as it can reach, with what is wrong with it."""
    closer = _CLOSERS[words[:2]]
    message = f"The tag is not closed in its paragraph: {closer} is missing."
    fault = Problem("unclosed_tag", message, place, words[:40].rstrip(), how_to_close(words, closer))
    return replace(read_tag(words + closer, place), typed=fault.typed, fault=fault)


def _opener_within(typed: str) -> int:
    """Return where another tag opens within one, outside quotation marks, or 0: no expression holds that."""
    if typed.startswith("{#") or "{" not in typed[2:]:
        return 0
    inner = _IN_QUOTES.sub(lambda quoted: "_" * len(quoted.group()), typed[2:-2])
    within = _OPENER.search(inner)
    return within.start() + 2 if within else 0


def _mended(inner: str) -> str:
    """Return the inside of a tag with curly quotation marks, special spaces and dashes as Jinja needs them."""
    if inner.isascii() and inner.isprintable():
        return inner  # nothing that Word puts in is so plain
    pieces = _QUOTED.split(inner.translate(_DOUBLE_QUOTES))
    pieces[::2] = [piece.translate(_SINGLE) for piece in pieces[::2]]
    return "".join(pieces)
