"""Word's own fields: what each tells Word to do, put together from the runs that it was split into."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from autoadmin.word.names import DELETED, TEXT, W

COMPUTED: Final = "NAMED-BY-A-FIELD"  # what a field is called here whose own name another field is to print
_CODE: Final = f"{W}instrText"
_MARK: Final = f"{W}fldChar"
_SIMPLE: Final = f"{W}fldSimple"


def instructions(root: etree._Element) -> Iterator[str]:
    """Yield the instruction of every field of a part, `PAGE \\* MERGEFORMAT`; what one field prints in another counts.

    Fields in deleted text do nothing, and are left out.
    """
    still_open: list[list[str]] = []
    in_result: list[bool] = []
    for element in root.iter(_CODE, _MARK, _SIMPLE, TEXT):
        if element.tag == TEXT and not still_open:
            continue
        if next(element.iterancestors(*DELETED), None) is not None:
            continue
        if element.tag == _SIMPLE:
            yield element.get(f"{W}instr", "")
        elif element.tag != _MARK:
            _say(element.text or "", still_open, in_result)
        elif (kind := element.get(f"{W}fldCharType")) == "begin":
            if still_open and not in_result[-1] and not "".join(still_open[-1]).strip():
                still_open[-1].append(f"{COMPUTED} ")
            still_open.append([])
            in_result.append(False)
        elif kind == "separate" and in_result:
            in_result[-1] = True
        elif kind == "end" and still_open:
            in_result.pop()
            yield "".join(still_open.pop())
    yield from map("".join, still_open)


def _say(text: str, still_open: list[list[str]], in_result: list[bool]) -> None:
    """Add text to the innermost field whose instruction it is part of."""
    for code, is_result in zip(reversed(still_open), reversed(in_result), strict=True):
        if not is_result:
            code.append(text)
            return
