"""`autoadmin templates fields`: which fields a document has, what each means and the tag to copy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autoadmin.cli.office_door import AsJson, Config, door
from autoadmin.cli.printing import print_json, print_table

if TYPE_CHECKING:
    from autoadmin.workflows.list_fields import FieldLine, FieldList

STEP = "  "
ToWord = Annotated[
    Path | None,
    typer.Option("--word", metavar="FILE", help="Write it as a Word document, to keep beside the template."),
]
HOW_TO = """\
Copy a tag into the Word file where its value is to stand. A list stands between two tags, each in a row of its own:
{%tr repeats table rows, {%p repeats paragraphs; either may be written. A field named ..._gap prints the mark for an
empty list. Kinds are those of the record (fact, said, opinion, hypothesis, decision, action); a mixed list says of
each row which it is.
"""


def fields(
    context: typer.Context,
    template: Annotated[str, typer.Argument(metavar="[TEMPLATE]", show_default=False)] = "",
    word: ToWord = None,
    as_json: AsJson = False,
    config: Config = None,
) -> None:
    """List the fields of a document with meaning, example and the tag to copy; without TEMPLATE, of all briefly."""
    from autoadmin.workflows.list_fields import list_fields
    from autoadmin.workflows.write_field_list import write_field_list

    if word and not template:
        raise typer.BadParameter("Say which template the Word document is to be about.", param_hint="--word")
    with door(context).open(config) as services:
        found = list_fields(services, template)
        if word:
            write_field_list(found[0], word)
    if word:
        print(f"The fields of {template} are in {word}.")
    elif as_json:
        print_json([_as_json(line) for line in found[0].lines] if template else [_in_brief(each) for each in found])
    elif template:
        _print_tree(found[0])
    else:
        _print_brief(found)


def _print_brief(found: list[FieldList]) -> None:
    rows = [(each.template.id, each.template.title, str(len(each.lines)), ", ".join(each.headings)) for each in found]
    print_table("Fields of the documents", ("template", "title", "fields", "under the headings"), rows)
    print("\nautoadmin templates fields TEMPLATE lists those of one, each with its meaning and the tag to copy.")


def _print_tree(found: FieldList) -> None:
    """Print the fields under their headings, those of a group or list set in below it."""
    print(f"{found.template.title} ({found.template.id})\n\n{HOW_TO}")
    for heading in found.headings:
        rows = list(_rows([line for line in found.lines if line.heading == heading]))
        print_table(heading, ("tag to copy", "what it is"), rows)
        print()


def _rows(lines: list[FieldLine]) -> Iterator[tuple[str, str]]:
    """Yield the tag of each field with what it is, and after the last field of a list the tag that ends it."""
    still_open: list[FieldLine] = []
    for line in lines:
        while still_open and line.pick.level <= still_open[-1].pick.level:
            yield _closing(still_open.pop())
        yield STEP * line.pick.level + (line.pick.tag or line.field.name), _words(line)
        if line.pick.closing:
            still_open.append(line)
    yield from map(_closing, reversed(still_open))


def _closing(line: FieldLine) -> tuple[str, str]:
    return STEP * line.pick.level + line.pick.closing, ""


def _words(line: FieldLine) -> str:
    """Return "the family’s worker, for example Tom Byrne (fact; may be “not recorded”; in 2 templates)"."""
    more = [line.field.kind.value, "may be “not recorded”" if line.says_if_a_gap else "", used_words(line)]
    told = "; ".join(words for words in more if words)
    example = f", for example “{line.example}”" if line.example else ""
    return f"{line.field.meaning}{example} ({told})" if told else f"{line.field.meaning}{example}"


def used_words(line: FieldLine) -> str:
    """Return "in 2 templates"; nothing for a field that no template uses."""
    count = len(line.used_in)
    return f"in {count} template{'' if count == 1 else 's'}" if count else ""


def _in_brief(found: FieldList) -> dict[str, object]:
    return {
        "template": found.template.id,
        "title": found.template.title,
        "composition": found.template.composition,
        "fields": len(found.lines),
        "headings": list(found.headings),
    }


def _as_json(line: FieldLine) -> dict[str, object]:
    return {
        "path": line.pick.path,
        "heading": line.heading,
        "meaning": line.field.meaning,
        "kind": line.field.kind.value,
        "shape": line.field.shape.value,
        "can_be_gap": line.field.can_be_gap,
        "tag": line.pick.tag,
        "closing_tag": line.pick.closing,
        "example": line.example,
        "used_in": list(line.used_in),
        "aliases": list(line.field.aliases),
    }
