"""The pictures that the main text of a Word file shows, read back as they were put there."""

from __future__ import annotations

from collections.abc import Iterator

from autoadmin.word.drawing import WP, A, R
from autoadmin.word.enclosing import links_name
from autoadmin.word.package import read_package
from autoadmin.word.parts import parse_part
from autoadmin.word.picture import EMU, Picture

MAIN = "word/document.xml"


def shown_pictures(file: bytes) -> tuple[Picture, ...]:
    """Return the pictures with their alternative texts and the sizes that they have there; none where it has none."""
    parts = read_package(file)
    return tuple(_pictures(parts)) if MAIN in parts and links_name(MAIN) in parts else ()


def _pictures(parts: dict[str, bytes]) -> Iterator[Picture]:
    targets = {link.get("Id"): link.get("Target", "") for link in parse_part(parts[links_name(MAIN)], "list of links")}
    for drawing in parse_part(parts[MAIN], MAIN).iter(f"{WP}inline", f"{WP}anchor"):
        extent, said = drawing.find(f"{WP}extent"), drawing.find(f"{WP}docPr")
        blip = next(drawing.iter(f"{A}blip"), None)
        target = targets.get(blip.get(f"{R}embed"), "") if blip is not None else ""
        name = target.removeprefix("/") if target.startswith("/") else f"word/{target}"
        if name in parts and extent is not None and said is not None:
            width, height = (int(extent.get(side, "0")) / EMU for side in ("cx", "cy"))
            yield Picture(parts[name], said.get("descr", ""), width, height, least_width=width)
