"""`autoadmin templates publish`: a second person puts a proposed version in force."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from autoadmin.cli.office_door import AsJson, At, By, Config, door, named, read_day, who
from autoadmin.cli.printing import in_words, print_json
from autoadmin.cli.templates_list import version_as_json

if TYPE_CHECKING:
    from autoadmin.workflows.publish_template import Published

NOT_RIGHT = 1


def publish(
    context: typer.Context,
    template: Annotated[str, typer.Argument(metavar="TEMPLATE", help="For example conference-report.")],
    since: Annotated[
        str, typer.Option("--from", parser=read_day, metavar="DATE", help="In force from this day; else at once.")
    ] = "",
    confirm: Annotated[
        list[str] | None, typer.Option("--confirm", metavar="NAME", help="A field or section that may go; repeat it.")
    ] = None,
    by: By = "",
    as_json: AsJson = False,
    at: At = None,
    config: Config = None,
) -> None:
    """Publish the version that was proposed; whoever proposed it cannot."""
    from autoadmin.workflows.publish_template import publish_template

    day = date.fromisoformat(since) if since else None
    with door(context).open(config, at=at) as services:
        published = publish_template(
            services, template, by=named(by), account=who(), since=day, confirmed=tuple(confirm or ())
        )
    if as_json:
        print_json(_as_json(published))
    else:
        _print(template, published)
    if published.open_changes:
        raise typer.Exit(NOT_RIGHT)


def _as_json(published: Published) -> dict[str, object]:
    return {
        "published": not published.open_changes,
        "version": version_as_json(published.version),
        "breaking_changes": [
            {
                "kind": change.loss.value,
                "name": change.name,
                "place": change.place,
                "message": str(change),
                "confirmed": change not in published.open_changes,
            }
            for change in published.changes
        ],
        "documents": published.usage.documents,
        "last_used_at": published.usage.last_at,
        "notes": list(published.notes),
    }


def _print(template: str, published: Published) -> None:
    version, used = published.version, published.usage
    if published.open_changes:
        print(f"{template} version {version.number} was not published: it no longer does what the one in force does.")
        for change in published.open_changes:
            print(f"  - {change}")
        if used.last_at:
            number = "1 document was" if used.documents == 1 else f"{used.documents} documents were"
            print(f"{number} made from the version in force, the last on {in_words(used.last_at.date())}.")
        print("Confirm each by name to publish it all the same:")
        names = dict.fromkeys(change.name for change in published.open_changes)
        print(f"  autoadmin templates publish {template} {' '.join(f'--confirm {_quoted(name)}' for name in names)}")
        return
    print(f"{template} version {version.number} is in force from {in_words(version.in_force_from)}.")
    print(
        f"Proposed by {version.author}{f': {version.note}' if version.note else ''}. Published by {version.publisher}."
    )
    for note in published.notes:
        print(note, file=sys.stderr)


def _quoted(name: str) -> str:
    import shlex

    return shlex.quote(name.replace("[]", ""))
