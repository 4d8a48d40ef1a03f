"""A sheet written as SVG: no style, script or address in it, so that a strict page shows it as it is."""

from __future__ import annotations

from html import escape
from typing import Final

from autoadmin.pictures.marks import Ink, Mark, Path, Round, marks_of
from autoadmin.pictures.shapes import Anchor, Point, Sheet, Words

FONT: Final = "Roboto, Arial, sans-serif"
HALO: Final = 2.5  # of white round words, so that they can be read where a line runs behind them


def svg_of(sheet: Sheet, title: str, alt: str) -> str:
    """Return the picture as SVG, with its title and what it shows in words."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" width="{sheet.width}" '
        f'height="{sheet.height}" viewBox="0 0 {sheet.width} {sheet.height}" font-family="{FONT}">'
    )
    body = [
        f'<title id="title">{_text(title)}</title>',
        f'<desc id="desc">{_text(alt)}</desc>',
        f'<rect width="{sheet.width}" height="{sheet.height}" fill="{Ink.WHITE.value}"/>',
        *(_mark(mark) for mark in marks_of(sheet)),
    ]
    return "\n".join([head, *body, "</svg>", ""])


def _mark(mark: Mark) -> str:
    match mark:
        case Path():
            return _path(mark)
        case Round((x, y), across, down):
            look = f'fill="{Ink.WHITE.value}" stroke="{Ink.BLACK.value}" stroke-width="1.5"'
            if across != down:
                return f'<ellipse cx="{_n(x)}" cy="{_n(y)}" rx="{_n(across)}" ry="{_n(down)}" {look}/>'
            return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(across)}" {look}/>'
        case Words():
            return _words(mark)


def _path(path: Path) -> str:
    if path.is_full:
        return f'<polygon points="{_points(path.points)}" fill="{path.ink.value}"/>'
    dashed = f' stroke-dasharray="{" ".join(map(_n, path.dashes))}"' if path.dashes else ""
    name, fill = ("polygon", Ink.WHITE.value) if path.is_closed else ("polyline", "none")
    return (
        f'<{name} points="{_points(path.points)}" fill="{fill}" stroke="{path.ink.value}" '
        f'stroke-width="{_n(path.width)}" stroke-linejoin="round"{dashed}/>'
    )


def _words(words: Words) -> str:
    anchor = "" if words.anchor is Anchor.START else f' text-anchor="{words.anchor.value}"'
    halo = f'stroke="{Ink.WHITE.value}" stroke-width="{_n(HALO)}" stroke-linejoin="round" paint-order="stroke"'
    box = words.box.around(1)
    ground = (
        f'<rect x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}" '
        f'fill="{Ink.WHITE.value}"/>'
        if words.is_on_line
        else ""
    )
    return (
        f'{ground}<text x="{_n(words.x)}" y="{_n(words.y)}" font-size="{_n(words.size)}"{anchor} '
        f'fill="{Ink.BLACK.value}" {halo}>{_text(words.words)}</text>'
    )


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(value: float) -> str:
    """Return a number as short as it can be, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _text(words: str) -> str:
    return escape("".join(mark for mark in words if mark.isprintable() or mark == " "), quote=False)
