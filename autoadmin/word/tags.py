"""Tags: what somebody typed between braces, and what was found wrong with those of a part."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from lxml import etree

from autoadmin.domain.made_often import made_often
from autoadmin.word.errors import LayoutError, Problem, Spot

SCOPES: Final = ("p", "tr", "tc", "r")
BLOCK_WORDS: Final = frozenset({"for", "if", "with", "else", "elif", "endfor", "endif", "endwith"})
_HARMLESS: Final = {"for": "for x in ()", "if": "if true", "elif": "elif true"}
_KEYWORD = re.compile(r"\s*((?:if|elif|for|with|set)(?=\()|\S+)")  # {% if(a) %} is one too
_BOUND = re.compile(r"\s*(?:for\s+(.+?)\s+in\b|(?:set|with)\s+(.+?)=|for\s+(\w+))")  # the names that a tag makes


@made_often
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
    is_split: bool = False  # whether it was typed in several runs
    frame: tuple[str, str] = ("", "")  # XML that the tag is written into: the attribute that it fills
    voice: str = ""  # how its value is written, where that is not as the words of a run: see voices.py
    element: etree._Element | None = None  # what it stands in the place of, to be written with the value
    fault: Problem | None = None  # what is wrong with how it was typed, where that is known before anybody reads it

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
        return _keyword(self.code) if self.opener == "{%" else ""

    def problem(self, code: str, message: str, suggestion: str = "") -> Problem:
        """Return what is wrong with this tag."""
        return Problem(code, message, self.place, self.typed, suggestion)

    def error(self, code: str, message: str, suggestion: str = "") -> LayoutError:
        """Return the error for something wrong with this tag."""
        return LayoutError(self.problem(code, message, suggestion))


@lru_cache(maxsize=4096)  # every pass over a part asks again
def _keyword(code: str) -> str:
    found = _KEYWORD.match(code)
    return found[1] if found else ""


class Tags(list[Tag]):
    """The tags of one part by number, and everything found wrong with them so far."""

    def __init__(self, tags: Iterable[Tag] = ()) -> None:
        super().__init__(tags)
        self.problems: list[Problem] = []
        self._noted: set[Problem] = set()
        self.faulty: set[int] = set()
        self.doubtful: set[str] = set()
        self.has_braces = False  # whether any words hold braces: comments and escapes are no tags, but change words

    def note(self, number: int, code: str, message: str, suggestion: str = "") -> None:
        """Note something wrong with a tag; the work goes on as well as it can without it."""
        self.faulty.add(number)
        self.add(self[number].problem(code, message, suggestion))

    def add(self, problem: Problem) -> None:
        """Note a problem; the same one is noted once."""
        if problem not in self._noted:
            self._noted.add(problem)
            self.problems.append(problem)

    def note_fault(self, number: int, fault: Problem) -> None:
        """Note what is wrong with a tag; it does nothing from here on but open or close its block."""
        self.faulty.add(number)
        self.add(fault)
        self.make_harmless(number)

    def make_harmless(self, number: int) -> None:
        """Have a tag do nothing, and if it opens or closes a block no more than that, so that the block stays whole."""
        tag = self[number]
        self.leave_out(number)
        if tag.keyword in BLOCK_WORDS:
            self[number] = replace(tag, code=_HARMLESS.get(tag.keyword, tag.keyword))

    def take_for(self, number: int, keyword: str) -> None:
        """Have a tag that was noted open a block of this kind, and do no more."""
        tag = self[number]
        rest = tag.code.split(maxsplit=1)[1:]
        self[number] = replace(tag, opener="{%", code=" ".join([keyword, *rest]))
        self.make_harmless(number)

    def leave_out(self, number: int) -> None:
        """Have a faulty tag do nothing from here on; the names that it would have made are then in doubt."""
        if bound := _BOUND.match(self[number].code):
            self.doubtful.update(re.findall(r"\w+", bound[1] or bound[2] or bound[3]))
        self[number] = replace(self[number], opener="{#", scope="", code="")
