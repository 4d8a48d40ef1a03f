"""What the paragraph styles of a Word file mean: heading level, bold, list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from autoadmin.intake.sheets.word_package import W
from autoadmin.intake.sheets.word_text import is_on

_HEADING = re.compile(r"^(?:heading|überschrift)\s*([1-9])$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph inherits from its style."""

    level: int = 0
    is_bold: bool = False
    is_listed: bool = False


def read_styles(styles: etree._Element | None) -> Mapping[str, Style]:
    """Return each paragraph style by its id, what it is based on included."""
    if styles is None:
        return {}
    nodes = {node.get(W + "styleId", ""): node for node in styles.iter(W + "style")}
    return {name: _style(node, nodes, depth=0) for name, node in nodes.items()}


def level_of(properties: etree._Element | None) -> int:
    """Return the heading level that `w:outlineLvl` sets, from 1; 0 where it sets none."""
    outline = properties.find(W + "outlineLvl") if properties is not None else None
    value = outline.get(W + "val", "9") if outline is not None else "9"
    return int(value) + 1 if value.isdigit() and int(value) < 9 else 0


def _style(node: etree._Element, nodes: Mapping[str, etree._Element], depth: int) -> Style:
    parent = node.find(W + "basedOn")
    base_node = nodes.get(parent.get(W + "val", "")) if parent is not None and depth < 10 else None
    base = _style(base_node, nodes, depth + 1) if base_node is not None else Style()
    name = node.find(W + "name")
    title = name.get(W + "val", "") if name is not None else ""
    heading = _HEADING.match(title)
    level = int(heading[1]) if heading else 1 if title.lower() == "title" else level_of(node.find(W + "pPr"))
    bold = node.find(f"{W}rPr/{W}b")
    return Style(
        level or base.level,
        base.is_bold if bold is None else is_on(bold),
        base.is_listed or title.lower().startswith("list ") or node.find(f"{W}pPr/{W}numPr") is not None,
    )
