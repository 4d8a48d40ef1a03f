"""What the parts of one layout are compiled with: words for its fields, their old names, its styles and its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from autoadmin.word.rooms import A4_TEXT
from autoadmin.word.styles import Styles


@dataclass(frozen=True, slots=True)
class Setting:
    """`labels` are plain words for fields by path, with `[]` or without; `aliases` today's paths by the old ones."""

    labels: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    styles: Styles = field(default_factory=Styles)
    text_width: int = A4_TEXT  # of the main text, in twentieths of a point
    first_numbers: Mapping[str, int] = field(default_factory=dict)  # by part, beyond those of its own drawings
