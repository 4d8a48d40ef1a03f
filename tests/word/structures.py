"""Layouts of anything within anything, made by the dice, each with the lines that it is to show."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from tests.word.layouts import a_layout, with_main_part

Entry = str | None  # what `x` is in the turn of the loop around; None outside of loops
CONTENT: dict[str, object] = {
    "a": "Ella",
    "b": {"c": "x & y"},
    "yes": True,
    "no": "",
    "none": [],
    "two": ["one", "<2>"],
}
_VALUES = {"{{ a }}": "Ella", "{{ b.c }}": "x & y", "{{ a|upper }}": "ELLA", "{{ a ~ '!' }}": "Ella!"}
_LISTS: dict[str, tuple[str, ...]] = {"none": (), "two": ("one", "<2>")}
_PLACE = "<w:p><w:r><w:t>here</w:t></w:r></w:p>"
_AROUND_BLOCKS = (
    "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    '<w:customXml w:element="x">{}</w:customXml>',
)
_AROUND_RUNS = (
    *("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", '<w:hyperlink w:anchor="x">{}</w:hyperlink>'),
    *('<w:ins w:id="1" w:author="A">{}</w:ins>', '<w:smartTag w:element="x">{}</w:smartTag>'),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some XML, and what it is to show: words in a paragraph, or lines of paragraphs, given the entry of the loop."""

    xml: str
    shows: Callable[[Entry], list[str]]


def a_structure(dice: random.Random) -> tuple[bytes, list[str]]:
    """Return a layout, and the lines with words that it shows of CONTENT."""
    made = _some(dice, 3, within_loop=False)
    return with_main_part(a_layout("here"), _PLACE, f"{made.xml}<w:p/>"), [line for line in made.shows(None) if line]


def _some(dice: random.Random, depth: int, *, within_loop: bool) -> Piece:
    """Return some paragraphs, tables and blocks, at least one."""
    return _joined([_one(dice, depth, within_loop=within_loop) for _ in range(dice.randint(1, 3))])


def _one(dice: random.Random, depth: int, *, within_loop: bool) -> Piece:
    if not depth or dice.random() < 0.5:
        made = _paragraph(dice, within_loop=within_loop)
    elif dice.random() < 0.5:
        made = _table(dice, depth - 1, within_loop=within_loop)
    else:
        made = _block(dice, within_loop, lambda inner: _some(dice, depth - 1, within_loop=inner), _of_paragraphs)
    return _perhaps_around(dice, made, _AROUND_BLOCKS)


def _block(
    dice: random.Random, within_loop: bool, inside: Callable[[bool], Piece], tag: Callable[[random.Random, str], str]
) -> Piece:
    """Return a loop or a choice around something; `tag` gives the XML of one of its tags."""
    if dice.random() < 0.4 and not within_loop:
        name = dice.choice(list(_LISTS))
        body = inside(True)
        xml = tag(dice, f"for x in {name}") + body.xml + tag(dice, "endfor")
        return Piece(xml, lambda entry: [line for one in _LISTS[name] for line in body.shows(one)])
    chosen, body, other = dice.choice(("yes", "no")), inside(within_loop), inside(within_loop)
    xml = tag(dice, f"if {chosen}") + body.xml + tag(dice, "else") + other.xml + tag(dice, "endif")
    if dice.random() < 0.5:
        xml, other = tag(dice, f"if {chosen}") + body.xml + tag(dice, "endif"), Piece("", lambda entry: [])
    return Piece(xml, (body if chosen == "yes" else other).shows)


def _paragraph(dice: random.Random, *, within_loop: bool) -> Piece:
    if dice.random() < 0.08:
        return Piece(f"<w:p>{_runs(dice, '{#p between authors #}')}</w:p>", lambda entry: [])
    words = _words(dice, 2, within_loop=within_loop)
    return Piece(f"<w:p>{words.xml}</w:p>", lambda entry: ["".join(words.shows(entry))])


def _words(dice: random.Random, depth: int, *, within_loop: bool) -> Piece:
    """Return some words and values in runs, with choices and loops among them."""
    pieces = []
    for number in range(dice.randint(1, 3)):
        if depth and dice.random() < 0.4:
            pieces.append(_block(dice, within_loop, lambda inner: _words(dice, depth - 1, within_loop=inner), _in_line))
        elif dice.random() < 0.1:
            pieces.append(Piece(_runs(dice, "{# between authors #}"), lambda entry: []))
        elif dice.random() < 0.5:
            pieces.append(_value(dice, within_loop=within_loop))
        else:
            pieces.append(_said(dice, f"w{number}{dice.choice(('', '<', ' &', 'é', '{', '}'))} "))
        pieces[-1] = _perhaps_around(dice, pieces[-1], _AROUND_RUNS)
    return _joined(pieces)


def _value(dice: random.Random, *, within_loop: bool) -> Piece:
    if within_loop and dice.random() < 0.5:
        return Piece(_runs(dice, "{{ x }}"), lambda entry: [entry or ""])
    typed, shown = dice.choice(list(_VALUES.items()))
    return Piece(_runs(dice, typed), lambda entry: [shown])


def _said(dice: random.Random, words: str) -> Piece:
    return Piece(_runs(dice, words), lambda entry: [words])


def _table(dice: random.Random, depth: int, *, within_loop: bool) -> Piece:
    made = _several(dice, 3, 0.4, within_loop, lambda inner: _row(dice, depth, within_loop=inner), _of_rows)
    return Piece(f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{made.xml}</w:tbl>", made.shows)


def _row(dice: random.Random, depth: int, *, within_loop: bool) -> Piece:
    made = _several(dice, 2, 0.2, within_loop, lambda inner: _cell(dice, depth, within_loop=inner), _of_cells)
    return Piece(f"<w:tr>{made.xml}</w:tr>", made.shows)


def _several(
    dice: random.Random,
    most: int,
    chance: float,
    within_loop: bool,
    one: Callable[[bool], Piece],
    tag: Callable[[random.Random, str], str],
) -> Piece:
    """Return some rows or cells, each with that chance in a block, and now and then with something around it."""
    pieces = []
    for _ in range(dice.randint(1, most)):
        made = _block(dice, within_loop, one, tag) if dice.random() < chance else one(within_loop)
        pieces.append(_perhaps_around(dice, made, _AROUND_BLOCKS))
    return _joined(pieces)


def _cell(dice: random.Random, depth: int, *, within_loop: bool) -> Piece:
    inner = _some(dice, depth, within_loop=within_loop)
    last = "" if dice.random() < 0.5 and inner.xml.endswith("</w:p>") else "<w:p/>"
    return Piece(f"<w:tc>{inner.xml}{last}</w:tc>", inner.shows)


def _of_paragraphs(dice: random.Random, code: str) -> str:
    return f"<w:p>{_runs(dice, f'{{%p {code} %}}')}</w:p>"


def _of_rows(dice: random.Random, code: str) -> str:
    return f"<w:tr><w:tc><w:p>{_runs(dice, f'{{%tr {code} %}}')}</w:p></w:tc></w:tr>"


def _of_cells(dice: random.Random, code: str) -> str:
    return f"<w:tc><w:p>{_runs(dice, f'{{%tc {code} %}}')}</w:p></w:tc>"


def _in_line(dice: random.Random, code: str) -> str:
    return _runs(dice, f"{{% {code} %}}")


def _runs(dice: random.Random, words: str) -> str:
    """Return words in runs, split anywhere."""
    cuts = sorted(dice.sample(range(1, len(words)), min(len(words) - 1, dice.choice((0, 0, 0, 1, 2)))))
    pieces = [words[start:end] for start, end in zip([0, *cuts], [*cuts, len(words)], strict=True)]
    return "".join(f"<w:r>{dice.choice(('', '<w:rPr><w:b/></w:rPr>'))}{_text(piece)}</w:r>" for piece in pieces)


def _text(words: str) -> str:
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>'


def _joined(pieces: Sequence[Piece]) -> Piece:
    def shows(entry: Entry) -> list[str]:
        return list(_lines(piece.shows(entry) for piece in pieces))

    return Piece("".join(piece.xml for piece in pieces), shows)


def _lines(several: Iterable[list[str]]) -> Iterator[str]:
    for lines in several:
        yield from lines


def _perhaps_around(dice: random.Random, piece: Piece, ways: Sequence[str]) -> Piece:
    """Return a piece with something around it now and then."""
    return Piece(dice.choice(ways).format(piece.xml), piece.shows) if dice.random() < 0.15 else piece
