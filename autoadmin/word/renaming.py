"""Old names of fields: a layout may go on using them, and is compiled as if it used the new ones."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import nodes

from autoadmin.word.errors import Problem, Severity
from autoadmin.word.naming import Named, names_in
from autoadmin.word.proofs import Proof

RENAMED = "renamed_field"


def rename_fields(proof: Proof, aliases: Mapping[str, str]) -> tuple[Problem, ...]:
    """Change each old name in a part's tree to the new one, and return a warning for each tag that uses one.

    `aliases` give the new path by the old, which differ in their last name: `decisions[].reason`, `decisions[].why`.
    A new name that the template has taken for something of its own is noted as a fault of the part.
    """
    _check(aliases)
    warnings: dict[Problem, None] = {}
    for named in list(names_in(proof.tree)) if aliases else ():
        if path := aliases.get(_path_today(named, aliases)):
            number = proof.source.tag_at(named.node.lineno)
            name = path.rpartition(".")[2]
            if not named.above and name in named.variables:
                _note_conflict(proof, number, named, name)
                continue
            _rename(named, name)
            warnings[_warning(proof, number, named, name)] = None
    return tuple(warnings)


def _check(aliases: Mapping[str, str]) -> None:
    for old, new in aliases.items():
        if old.rpartition(".")[0] != new.rpartition(".")[0] or new in aliases:
            raise ValueError(f"The alias {old} must lead to a field of today in the same place, not to {new}.")


def _path_today(named: Named, aliases: Mapping[str, str]) -> str:
    """Return the path of a name with everything above it as it is called today."""
    above = ""
    for name in named.above.split(".") if named.above else ():
        bare = name.replace("[]", "")
        path = f"{above}.{bare}" if above else bare
        above = aliases.get(path, path) + name[len(bare) :]
    return f"{above}.{named.name}" if above else named.name


def _rename(named: Named, name: str) -> None:
    match named.node:
        case nodes.Name():
            named.node.name = name
        case nodes.Getattr():
            named.node.attr = name
        case nodes.Const():
            names = str(named.node.value).split(".")
            names[named.part] = name
            named.node.value = ".".join(names)


def _warning(proof: Proof, number: int, named: Named, name: str) -> Problem:
    tag = proof.tags[number]
    message = f"The field {named.name} is now called {name}. It still works."
    return Problem(RENAMED, message, tag.place, tag.typed, f"Write {name}.", Severity.WARNING)


def _note_conflict(proof: Proof, number: int, named: Named, name: str) -> None:
    message = f"The field {named.name} is now called {name}, and this template gives that name to something of its own."
    proof.tags.note(number, "conflicting_name", message, f"Give its own {name} another name, then write {name} here.")
