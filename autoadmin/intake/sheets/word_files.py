"""A Word sheet into lines: paragraphs and tables in reading order, with notes, comments, text boxes, heads and feet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from autoadmin.domain.errors import IntakeError
from autoadmin.intake.sheets.lines import Line, is_worth_keeping, list_mark
from autoadmin.intake.sheets.remarks import Remarks
from autoadmin.intake.sheets.word_package import MC, W, open_word
from autoadmin.intake.sheets.word_styles import Style, level_of, read_styles
from autoadmin.intake.sheets.word_text import ParagraphText, read_paragraph

_NOTE_NAMES = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}


def read_word_lines(data: bytes, remarks: Remarks) -> tuple[Line, ...]:
    """Return the lines and table rows of a Word sheet that say anything, each with its paragraph or table and row."""
    parts = open_word(data)
    reader = _WordReader(parts, remarks)
    lines = (*reader.running("header"), *reader.body(), *reader.running("footer"))
    if not lines and reader.has_picture:
        raise IntakeError("It holds only a picture. Type the record, or paste its text, and send it again.")
    return lines


@dataclass
class _WordReader:
    parts: Mapping[str, etree._Element]
    remarks: Remarks
    styles: Mapping[str, Style] = field(init=False)
    paragraphs: int = 0
    tables: int = 0
    has_picture: bool = False

    def __post_init__(self) -> None:
        self.styles = read_styles(self.parts.get("styles"))

    def body(self) -> tuple[Line, ...]:
        body = self.parts["document"].find(W + "body")
        return tuple(self._blocks(body)) if body is not None else ()

    def running(self, kind: str) -> tuple[Line, ...]:
        """Return what stands at the head or foot of the pages, each different text once for each part that has it."""
        lines = []
        for name in sorted(n for n in self.parts if n.startswith(kind)):
            where = f"page {kind}"
            for paragraph in self.parts[name].iter(W + "p"):
                lines += [Line(text, where, is_running=True) for text in _rows(read_paragraph(paragraph).text)]
        return tuple(lines)

    def _blocks(self, container: etree._Element) -> Iterator[Line]:
        after_gap = True
        for node in _block_nodes(container):
            if node.tag == W + "tbl":
                yield from self._table(node)
                after_gap = True
                continue
            self.paragraphs += 1
            lines = list(self._paragraph(node, f"paragraph {self.paragraphs}", after_gap))
            after_gap = not lines
            yield from lines

    def _paragraph(self, node: etree._Element, where: str, after_gap: bool) -> Iterator[Line]:
        style, listed, level = self._look(node)
        read = read_paragraph(node, style_is_bold=style.is_bold)
        self._remark(read, where)
        for text in _rows(read.text):
            is_listed = listed or bool(list_mark(text))
            yield Line(text, where, level, read.is_bold, is_listed, after_gap)
            after_gap = False
        yield from self._hanging(read, where)

    def _look(self, node: etree._Element) -> tuple[Style, bool, int]:
        properties = node.find(W + "pPr")
        named = properties.find(W + "pStyle") if properties is not None else None
        style = self.styles.get(named.get(W + "val", ""), Style()) if named is not None else Style()
        numbered = properties is not None and properties.find(W + "numPr") is not None
        level = style.level or level_of(properties)
        return style, (style.is_listed or numbered) and not level, level

    def _remark(self, read: ParagraphText, where: str) -> None:
        if read.deleted.strip():
            self.remarks.note(
                where, "Text that is struck out as a tracked deletion was not taken.", read.deleted.strip()
            )
        if read.has_picture and not read.boxes:
            self.has_picture = True
            self.remarks.doubt(where, "There is a picture here; what it shows was not read.")

    def _hanging(self, read: ParagraphText, where: str) -> Iterator[Line]:
        for box in read.boxes:
            for paragraph in box.iter(W + "p"):
                for text in _rows(read_paragraph(paragraph).text):
                    yield Line(text, f"text box at {where}", is_aside=True)
        for part, number in read.references:
            yield from self._note(part, number, where)

    def _note(self, part: str, number: str, where: str) -> Iterator[Line]:
        root = self.parts.get(part)
        for note in root if root is not None else ():
            if note.get(W + "id") == number:
                for paragraph in note.iter(W + "p"):
                    for text in _rows(read_paragraph(paragraph).text):
                        author = note.get(W + "author", "")
                        yield Line(text, f"{_NOTE_NAMES[part]} at {where}", is_aside=True, author=author)

    def _table(self, table: etree._Element) -> Iterator[Line]:
        self.tables += 1
        number = self.tables
        above: dict[int, str] = {}
        for count, row in enumerate(_inside(table, W + "tr"), 1):
            cells, own, asides = self._row(row, above, f"table {number}, row {count}")
            text = " | ".join(" ".join(cell.split()) for cell in own if is_worth_keeping(cell))
            if text:
                yield Line(text, f"table {number}, row {count}", cells=tuple(cells), table=number)
            yield from asides

    def _row(self, row: etree._Element, above: dict[int, str], where: str) -> tuple[list[str], list[str], list[Line]]:
        """Return the cells to read (merged ones repeated), the words of this row alone, and what hangs on it."""
        cells: list[str] = []
        own: list[str] = []
        asides: list[Line] = []
        for cell in _inside(row, W + "tc"):
            text = self._cell(cell, where, asides)
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            continues = merge is not None and merge.get(W + "val", "continue") == "continue"
            column = len(cells)
            cells.append(above.get(column, "") if continues and not text else text)
            own.append(text)
            above[column] = cells[-1]
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            width = span.get(W + "val", "1") if span is not None else "1"
            cells += [""] * (min(int(width), 60) - 1 if width.isdigit() else 0)
        return cells, own, asides

    def _cell(self, cell: etree._Element, where: str, asides: list[Line]) -> str:
        """Return the text of a cell, its paragraphs and the rows of tables within it on lines of their own."""
        rows: list[str] = []
        for node in _block_nodes(cell):
            if node.tag == W + "tbl":
                for inner in _inside(node, W + "tr"):
                    texts = [self._cell(c, where, asides) for c in _inside(inner, W + "tc")]
                    rows.append(" | ".join(" ".join(text.split()) for text in texts if text))
                continue
            style, listed, _ = self._look(node)
            read = read_paragraph(node, style_is_bold=style.is_bold)
            self._remark(read, where)
            rows += [f"- {text}" if listed and not list_mark(text) else text for text in _rows(read.text)]
            asides += self._hanging(read, where)
        return "\n".join(row for row in rows if row)


def _rows(text: str) -> list[str]:
    return [row.strip() for row in text.splitlines() if is_worth_keeping(row)]


def _block_nodes(container: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs and tables in order, out of content controls, tracked moves and the like."""
    for child in container:
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif isinstance(child.tag, str) and child.tag not in (
            MC + "Fallback",
            W + "tcPr",
            W + "sectPr",
            W + "moveFrom",
        ):
            yield from _block_nodes(child)


def _inside(container: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, also within content controls; not those of inner tables."""
    for child in container:
        if child.tag == tag:
            yield child
        elif isinstance(child.tag, str) and child.tag not in (W + "tbl", W + "tc", W + "p"):
            yield from _inside(child, tag)
