"""`autoadmin templates replace`: one field put in the place of another across the templates, in copies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autoadmin.cli.office_door import AsJson, Config, door
from autoadmin.cli.printing import print_json

if TYPE_CHECKING:
    from autoadmin.workflows.replace_field import ReplacedIn
    from autoadmin.workflows.replaced_beside import TextChange

NOT_RIGHT = 1


def replace(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="The field as it is named now: decisions[].why")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The field to put in its place.")],
    template: Annotated[str, typer.Option("--template", metavar="ID", help="Only in this template.")] = "",
    folder: Annotated[Path | None, typer.Option("--to", metavar="FOLDER", help="Put the copies there.")] = None,
    writes: Annotated[bool, typer.Option("--apply", help="Write the copies; without it, only show them.")] = False,
    as_json: AsJson = False,
    config: Config = None,
) -> None:
    """Put one field in the place of another, in copies of layouts and what lies beside them; what is in use stays."""
    from autoadmin.workflows.replace_field import replace_in_templates

    with door(context).open(config) as services:
        found = replace_in_templates(services, old, new, template=template, folder=folder, writes=writes)
    if as_json:
        print_json([_as_json(each, writes) for each in found])
    else:
        untouched, others = _apart(found)
        for sentence, templates in untouched.items():
            print(f"{', '.join(templates)}\n  left alone: {sentence}\n")
        for each in others:
            _print_one(each, writes)
        _print_end(old, found, writes)
    if not any(each.copies for each in found):
        raise typer.Exit(NOT_RIGHT)


def _apart(found: list[ReplacedIn]) -> tuple[dict[str, list[str]], list[ReplacedIn]]:
    """Return the templates of which there is one sentence to say, by that sentence; and the others."""
    untouched: dict[str, list[str]] = {}
    others = []
    for each in found:
        if len(each.untouched) == 1 and not (each.replacement or each.beside):
            untouched.setdefault(each.untouched[0], []).append(each.template)
        else:
            others.append(each)
    return untouched, others


def _print_one(found: ReplacedIn, writes: bool) -> None:
    print(f"{found.template}")
    if found.replacement:
        for change in found.replacement.changes:
            print(f"  {change.place}\n    before: {change.before}\n    after:  {change.after}")
        for left in found.replacement.untouched:
            print(f"  left alone, {left.place}\n    {left.typed}\n    {left.why}")
    for each in found.beside:
        for one in each.changes:
            _print_beside(each.name, one)
    for sentence in found.untouched:
        print(f"  left alone: {sentence}")
    for copy in found.copies:
        print(f"  {'The copy is' if writes else 'The copy would be'} {copy}")
    print()


def _print_beside(name: str, change: TextChange) -> None:
    where = f"{name}, {change.place}" if change.place else name
    if change.after:
        print(f"  {where}\n    before: {change.before}\n    after:  {change.after}")
    else:
        print(f"  left alone, {where}\n    {change.before}\n    {change.why}")


def _print_end(old: str, found: list[ReplacedIn], writes: bool) -> None:
    copies = [copy for each in found for copy in each.copies]
    if not found:
        print(f"No template names {old}.")
    elif copies and writes:
        print("Look through each copy, then put it in the place of the file it is named after.")
    elif copies:
        print("Nothing was written. With --apply, the copies are.")


def _as_json(found: ReplacedIn, writes: bool) -> dict[str, object]:
    changes = found.replacement.changes if found.replacement else ()
    untouched = found.replacement.untouched if found.replacement else ()
    return {
        "template": found.template,
        "copy": found.copy if writes else None,
        "copies": [str(copy) for copy in found.copies] if writes else [],
        "changes": [
            *({"place": str(each.place), "before": each.before, "after": each.after} for each in changes),
            *(
                {"place": f"{each.name}, {one.place}", "before": one.before, "after": one.after}
                for each in found.beside
                for one in each.changes
                if one.after
            ),
        ],
        "untouched": [
            *({"place": str(each.place), "typed": each.typed, "why": each.why} for each in untouched),
            *(
                {"place": f"{each.name}, {one.place}", "typed": one.before, "why": one.why}
                for each in found.beside
                for one in each.changes
                if not one.after
            ),
            *({"place": "", "typed": "", "why": sentence} for sentence in found.untouched),
        ],
    }
