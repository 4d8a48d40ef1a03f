"""The names that Word's own XML uses, in the short forms that this room needs."""

from __future__ import annotations

from typing import Final

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W: Final = f"{{{WORD}}}"

BODY: Final = f"{W}body"
PARAGRAPH: Final = f"{W}p"
RUN: Final = f"{W}r"
TEXT: Final = f"{W}t"
INSTRUCTION: Final = f"{W}instrText"
TABLE: Final = f"{W}tbl"
ROW: Final = f"{W}tr"
CELL: Final = f"{W}tc"
TAB: Final = f"{W}tab"
BREAK: Final = f"{W}br"
RETURN: Final = f"{W}cr"
RUN_PROPERTIES: Final = f"{W}rPr"
PARAGRAPH_PROPERTIES: Final = f"{W}pPr"
CELL_PROPERTIES: Final = f"{W}tcPr"
SECTION_PROPERTIES: Final = f"{W}sectPr"
FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
TEXT_BOX: Final = f"{W}txbxContent"
DELETED: Final = frozenset({f"{W}del", f"{W}moveFrom"})

SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
OPEN_TEXT: Final = '<w:t xml:space="preserve">'
