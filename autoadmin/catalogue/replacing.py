"""One field put in the place of another beside a layout: in the text of template.toml, and in a sample's."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from autoadmin.catalogue.templates import LABELS

REQUIRED: Final = "required"
_TABLE: Final = re.compile(r"\s*\[([^\[\]\"']+)\]\s*(?:#.*)?$")
_KEY: Final = re.compile(r"\s*([\w-]+)\s*=")


@dataclass(frozen=True, slots=True)
class TextChange:
    """One line of a file: where it stands, as it read, as it reads now; or a sentence why it was left alone."""

    place: str
    before: str
    after: str = ""
    why: str = ""


def replace_in_description(text: str, old: str, new: str) -> tuple[str, tuple[TextChange, ...]]:
    """Return template.toml with one field in the place of another in `required` and [fields], and each line of that.

    Lists are named without `[]` there. What cannot be changed safely is left, and said.
    """
    described = tomllib.loads(text)
    lines = text.splitlines(keepends=True)
    wanted = _renamed_description(described, old, new)
    at = [number for number in _lines_of_fields(lines) if _quoted(old).search(lines[number])]
    if wanted == described and not at:
        return text, ()
    changed = list(lines)
    for number in at:
        changed[number] = _quoted(old).sub(lambda found: f"{found[1]}{new}{found[2]}", lines[number])
    made = "".join(changed)
    if _read(made) == wanted and at:
        return made, tuple(_change(lines, changed, number) for number in at)
    why = f"{new} stands there already, or the line is written in an unusual way. Change it by hand."
    return text, tuple(TextChange(f"line {number + 1}", lines[number].strip(), why=why) for number in at) or (
        TextChange("", old, why=why),
    )


def replace_in_sample(text: str, old: str, new: str) -> tuple[str, tuple[TextChange, ...]]:
    """Return a sample with what it gives for one field given for the other, and where; what it has already it keeps."""
    above, _, name = old.rpartition(".")
    above_new, _, new_name = new.rpartition(".")
    content = json.loads(text)
    holders = list(_holders(content, above.split(".") if above else [], ""))
    places = [(place, holder) for place, holder in holders if name in holder]
    if not places:
        return text, ()
    if above != above_new:
        why = f"{new} belongs elsewhere. Give its value in the sample by hand."
        return text, (TextChange("", old, why=why),)
    changes = [
        TextChange(f"{place}{name}", name, after=new_name)
        if new_name not in holder
        else TextChange(f"{place}{name}", name, why=f"It gives {new_name} as well, so both stay.")
        for place, holder in places
    ]
    for _, holder in places:
        if new_name not in holder:
            items = [(new_name if key == name else key, value) for key, value in holder.items()]
            holder.clear()
            holder.update(items)
    is_changed = any(change.after for change in changes)
    return _written(content, text) if is_changed else text, tuple(changes)


def _renamed_description(described: Mapping[str, object], old: str, new: str) -> dict[str, object]:
    made = dict(described)
    labels = made.get(LABELS)
    if isinstance(labels, dict):
        made[LABELS] = {_renamed(path, old, new): words for path, words in labels.items()}
    required = made.get(REQUIRED)
    if isinstance(required, list):
        made[REQUIRED] = [_renamed(str(path), old, new) for path in required]
    return made


def _renamed(path: str, old: str, new: str) -> str:
    return new + path.removeprefix(old) if path == old or path.startswith(f"{old}.") else path


def _quoted(old: str) -> re.Pattern[str]:
    """Return what finds a field in a line: in quotation marks, or bare as the name of a key."""
    return re.compile(rf"""(["']|^\s*){re.escape(old)}((?:\.[\w.]+)?(?:["']|\s*=))""")


def _lines_of_fields(lines: list[str]) -> Iterator[int]:
    """Yield the numbers of the lines that belong to `required` or to the table of fields."""
    table = key = ""
    for number, line in enumerate(lines):
        if opened := _TABLE.match(line):
            table, key = opened[1].strip(), ""
        elif named := _KEY.match(line):
            key = named[1]
        if table == LABELS or (not table and key == REQUIRED):
            yield number


def _read(text: str) -> Mapping[str, object] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _change(lines: list[str], changed: list[str], number: int) -> TextChange:
    return TextChange(f"line {number + 1}", lines[number].strip(), changed[number].strip())


def _holders(value: object, steps: list[str], place: str) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield each group of fields at the end of some steps, with where it stands: `decisions 2, `."""
    if isinstance(value, list):
        for number, item in enumerate(value, start=1):
            yield from _holders(item, steps, f"{place.rstrip(', ')} {number}, ")
    elif isinstance(value, dict) and not steps:
        yield place, value
    elif isinstance(value, dict) and steps[0] in value:
        yield from _holders(value[steps[0]], steps[1:], f"{place}{steps[0]}, ")


def _written(content: object, before: str) -> str:
    """Return a sample as JSON, laid out as it was where that is a usual way."""
    for indent in (2, 4, 1, "\t", None):
        text = json.dumps(json.loads(before), indent=indent, ensure_ascii=False)
        if text == before.strip():
            return json.dumps(content, indent=indent, ensure_ascii=False) + "\n"
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"
