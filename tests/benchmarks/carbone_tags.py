"""A layout's tags translated into those of carbone: whole paths from `d`, loops shown by their second item.

`{{ s.text }}` in a loop over `d.sections` becomes `{d.sections[i].text}`, and the end of the loop
`{d.sections[i+1].text}`. Conditions become `:showBegin` and `:showEnd`, which leave empty paragraphs and rows behind.
"""

from __future__ import annotations

import re
from typing import Any, Final

from docx.oxml.ns import qn

from tests.benchmarks.retagging import retagged, split

_TAG: Final = re.compile(r"\{\{ (.*?) \}\}|\{%(?:p|tr)? (.*?) %\}")
_START: Final = re.compile(r"\{%(p|tr) for .*? %\}")
_BRANCHES: Final = re.compile(r"\{[^}]*:showEnd\}\{[^}]*:showBegin\}")
_TERM: Final = re.compile(r'(not )?([\w.]+)(?: (==|!=) "(.*)")?')
_JOINT: Final = re.compile(" (?:and|or) ")
_OPPOSITE: Final = {"": "not ", "not ": "", "==": "!=", "!=": "=="}


def in_carbone(layout: bytes) -> bytes:
    """Return the layout with its tags in the dialect of carbone."""
    return retagged(layout, _translate)


def _translate(root: Any) -> None:
    tags = _Tags()
    for text in list(root.iter(qn("w:t"))):
        start = _START.match(text.text or "")
        text.text = _TAG.sub(tags.translated, text.text or "")
        if start:
            holder = next(text.iterancestors(qn(f"w:{start[1]}")))
            holder.getparent().remove(holder)
        elif _BRANCHES.fullmatch(text.text):
            split(text)


class _Tags:
    """The tags of one part in order: what each loop's variable stands for, and which conditions are open."""

    def __init__(self) -> None:
        self._loops: list[tuple[str, str]] = []
        self._branches: list[list[str]] = []

    def translated(self, found: re.Match[str]) -> str:
        """Return the tag for carbone; nothing for the start of a loop."""
        if found[1]:
            return f"{{{self._path(found[1])}}}"
        keyword, _, rest = found[2].partition(" ")
        match keyword:
            case "for":
                variable, _, path = rest.partition(" in ")
                self._loops.append((variable, f"{self._path(path)}[i]"))
            case "endfor":
                return f"{{{self._loops.pop()[1].removesuffix('[i]')}[i+1].text}}"
            case "if":
                self._branches.append([rest])
                return self._shown(rest)
            case "elif" | "else":
                failed = [_not(condition) for condition in self._branches[-1]]
                ended = self._ended(self._branches[-1][-1])
                self._branches[-1].append(rest or failed[-1])
                return ended + self._shown(" and ".join([*failed, rest] if rest else failed))
            case "endif":
                return self._ended(self._branches.pop()[-1])
        return ""

    def _shown(self, condition: str) -> str:
        word = "or" if " or " in condition else "and"
        first, *others = [_term(term) for term in condition.split(f" {word} ")]
        tests = [_test(*first), *(f":{word}(.{term[0].rpartition('.')[2]}){_test(*term)}" for term in others)]
        return f"{{{self._path(first[0])}{''.join(tests)}:showBegin}}"

    def _ended(self, condition: str) -> str:
        return f"{{{self._path(_term(_JOINT.split(condition)[0])[0])}:showEnd}}"

    def _path(self, path: str) -> str:
        first, dot, rest = path.partition(".")
        return next((full + dot + rest for name, full in reversed(self._loops) if name == first), f"d.{path}")


def _test(_: str, operator: str, literal: str) -> str:
    is_equal = operator in ("not ", "==")
    if literal:
        return f":{'ifEQ' if is_equal else 'ifNE'}({literal})"
    return ":ifEM" if is_equal else ":ifNEM"


def _term(term: str) -> tuple[str, str, str]:
    """Return path, operator ("", "not ", "==" or "!=") and literal of one comparison."""
    found = _TERM.fullmatch(term)
    if found is None:
        raise ValueError(f"not a condition that is understood here: {term}")
    return found[2], found[1] or found[3] or "", found[4] or ""


def _not(condition: str) -> str:
    if " or " in condition:
        return " and ".join(map(_not, condition.split(" or ")))
    path, operator, literal = _term(condition)
    opposite = _OPPOSITE[operator]
    return f'{path} {opposite} "{literal}"' if literal else f"{opposite}{path}"
