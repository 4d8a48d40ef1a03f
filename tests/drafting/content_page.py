"""The tables of docs/content.md, out of the field catalogue: `python -m tests.drafting.content_page` writes them anew.

Between `<!-- fields: NAME -->` and `<!-- end -->` stands what the catalogue says; the rest is written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from autoadmin.domain.fields import Field, Shape
from autoadmin.drafting.fields import FIELDS
from autoadmin.drafting.fields.chronologies import SHORT_ROW
from autoadmin.drafting.fields.next_meeting_sheet import CARRIED
from autoadmin.drafting.fields.people import ADULT, CHILD, PERSON
from autoadmin.drafting.fields.statements import ACTION, DECISION, SECTION, STATEMENT
from autoadmin.drafting.fields.surroundings import DOCUMENT, DUE, SOURCE
from autoadmin.drafting.forms.all_forms import FORMS

FORMS_TABLE: Final = "forms"
PAGE: Final = Path(__file__).parents[2] / "docs" / "content.md"
PARTS: Final[Mapping[str, tuple[Field, ...]]] = {
    "document": DOCUMENT,
    "statement": STATEMENT,
    "decision": DECISION,
    "action": ACTION,
    "section": SECTION,
    "child": CHILD,
    "adult": ADULT,
    "person": PERSON,
    "due": DUE,
    "short row": SHORT_ROW,
    "carried line": CARRIED,
    "source": SOURCE,
}
_BLOCK: Final = re.compile(r"(<!-- fields: ([\w -]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def page_as_it_should_be(page: str) -> str:
    """Return the page with its tables as the catalogue has them; KeyError for a table that is of nothing."""
    return _BLOCK.sub(lambda found: f"{found[1]}{table(found[2])}{found[3]}", page)


def tables_of(page: str) -> list[str]:
    """Return the names of the tables on the page."""
    return [name for _, name, _ in _BLOCK.findall(page)]


def table(name: str) -> str:
    """Return the table of a part or of a composition; what is made of a part names it."""
    if name == FORMS_TABLE:
        return _forms()
    fields = PARTS[name] if name in PARTS else FIELDS[name]
    rows = "".join(f"| `{path}` | {what} | {kind} |\n" for path, what, kind in _rows(fields))
    return f"| path | what | kind |\n|---|---|---|\n{rows}"


def _forms() -> str:
    """Return a table of the forms, each with the names of its parts."""
    rows = "".join(f"| {name} | {', '.join(_parts_of(FIELDS[name]))} |\n" for name in FORMS)
    return f"| form | parts |\n|---|---|\n{rows}"


def _parts_of(fields: Iterable[Field]) -> Iterator[str]:
    for field in fields:
        if field.heading == "Parts of the form" and not field.name.endswith("_gap"):
            yield f"`{field.name}{'[]' if field.shape is Shape.LIST else ''}`"


def _rows(fields: Iterable[Field], above: str = "") -> Iterator[tuple[str, str, str]]:
    for field in fields:
        path = f"{above}{field.name}{'[]' if field.shape is Shape.LIST else ''}"
        part, others = _made_of(field.children)
        what = f"{field.meaning}; {'each ' if field.shape is Shape.LIST else ''}as *{part}*" if part else field.meaning
        yield path, f"{what} (gap)" if field.can_be_gap else what, field.kind.value
        yield from _rows(others, f"{path}.")


def _made_of(fields: tuple[Field, ...]) -> tuple[str, tuple[Field, ...]]:
    """Return the part that some fields end with, kinds and gaps aside, and the fields before it."""
    names = [field.name for field in fields]
    for part, made in PARTS.items():
        own = [field.name for field in made]
        if names[-len(own) :] == own and (part != "person" or names == own):
            return part, fields[: -len(own)]
    return "", fields


def main() -> None:
    """Write the tables of the page anew."""
    PAGE.write_text(page_as_it_should_be(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
