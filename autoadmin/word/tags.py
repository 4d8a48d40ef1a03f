"""Tags as people type them: found in a paragraph's words, and mended where Word's corrections spoilt them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from autoadmin.word.errors import LayoutError, Problem, Spot

_CLOSERS: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENER = re.compile("|".join(map(re.escape, _CLOSERS)))
_SCOPE = re.compile(r"(tr|tc|p|r)\s+")
_QUOTED = re.compile(r'("[^"]*")')
_DOUBLE_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_SINGLE = str.maketrans(
    dict.fromkeys("‘’‚‛", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-")
    | dict.fromkeys("\xa0\t\n\u2002\u2003\u2009\u202f\u3000", " ")
    | dict.fromkeys("\u200b\u2060\ufeff\xad", "")
)


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag. `code` is what Jinja is to read; `scope` what it stands for: p, tr, tc, r, or nothing for itself."""

    opener: str  # {{ {% or {#
    scope: str
    code: str
    typed: str
    trims_before: bool
    trims_after: bool
    is_mended: bool  # whether Word's quotation marks, spaces or dashes had to be put right
    place: Spot
    frame: tuple[str, str] = ("", "")  # XML that the tag is written into: the attribute that it fills

    @property
    def is_print(self) -> bool:
        """Return whether the tag prints a value."""
        return self.opener == "{{"

    @property
    def is_comment(self) -> bool:
        """Return whether the tag is a note between the template's authors."""
        return self.opener == "{#"

    @property
    def keyword(self) -> str:
        """Return the word that says what a {% %} tag does: for, endfor, if... Empty for the others."""
        return self.code.split(maxsplit=1)[0] if self.opener == "{%" and self.code.strip() else ""

    def error(self, code: str, message: str, suggestion: str = "") -> LayoutError:
        """Return the error for something wrong with this tag."""
        return LayoutError(Problem(code, message, self.place, self.typed, suggestion))


def find_tags(text: str, place: Spot) -> Iterator[tuple[int, int, Tag]]:
    """Yield where each tag of a paragraph's text starts and ends, and the tag; raise LayoutError for an open one."""
    position = 0
    while opening := _OPENER.search(text, position):
        start = opening.start()
        end = _end_of_tag(text, start, opening.group())
        if end < 0:
            closer = _CLOSERS[opening.group()]
            message = f"The tag is not closed in its paragraph: {closer} is missing."
            raise LayoutError(Problem("unclosed_tag", message, place, text[start : start + 40]))
        yield start, end, read_tag(text[start:end], place)
        position = end


def read_tag(typed: str, place: Spot) -> Tag:
    """Return the tag that was typed, from its {{, {% or {# to its end."""
    opener, as_typed = typed[:2], typed[2:-2]
    inner = as_typed if opener == "{#" else _mended(as_typed)
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
    quote, depth, position = "", 0, start + 2
    while position < len(text) and opener != "{#":
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
    found = text.find(closer, start + 2)
    return found + 2 if found >= 0 else -1


def _mended(inner: str) -> str:
    """Return the inside of a tag with curly quotation marks, special spaces and dashes as Jinja needs them."""
    pieces = _QUOTED.split(inner.translate(_DOUBLE_QUOTES))
    pieces[::2] = [piece.translate(_SINGLE) for piece in pieces[::2]]
    return "".join(pieces)
