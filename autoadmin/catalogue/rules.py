"""The folder of timescales: TOML files whose `[[rule]]` tables say what starts, meets and ends each clock.

A council changes what is its own to set with `[[override]]` tables, in any file of the folder; local.toml by custom.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from autoadmin.catalogue.overrides import overridden
from autoadmin.catalogue.rule_lines import Block, blocks_of
from autoadmin.catalogue.rule_parts import read_rule
from autoadmin.catalogue.tables import Table, read_toml, shown
from autoadmin.domain.errors import CatalogueError
from autoadmin.domain.identifiers import RuleId
from autoadmin.domain.rules import Rule


@dataclass(frozen=True, slots=True)
class _File:
    """One file, its tables and where each stands."""

    rules: list[tuple[Table, Block]]
    overrides: list[Table]


def load_rules(folder: Path) -> tuple[Rule, ...]:
    """Return every rule of the folder, in the order of its files, as the council has set it; those that are off too.

    CatalogueError lists all that is not right, each with its file and line.
    """
    if not folder.is_dir():
        raise CatalogueError(f"The timescales folder {shown(folder)} is not there.")
    problems: list[str] = []
    files = [_read_file(path, problems) for path in sorted(folder.glob("*.toml"))]
    rules: dict[RuleId, Rule] = {}
    for table, block in (named for file in files for named in file.rules):
        rule = read_rule(table, block)
        if rule.id in rules:
            table.wrong("there is another rule of this id; give each its own.", "id")
        rules[rule.id] = rule
    for table in (table for file in files for table in file.overrides):
        if changed := overridden(table, rules):
            rules[changed.id] = changed
    if problems:
        raise CatalogueError("\n".join(problems))
    return tuple(rules.values())


def _read_file(path: Path, problems: list[str]) -> _File:
    try:
        whole = Table(shown(path), read_toml(path), problems)
    except CatalogueError as error:
        problems.append(error.detail)
        return _File([], [])
    whole.only(("rule", "override"))
    rules = _tables(whole, path, "rule", "id")
    return _File(rules, [table for table, _ in _tables(whole, path, "override", "rule")])


def _tables(whole: Table, path: Path, key: str, named_by: str) -> list[tuple[Table, Block]]:
    """Return the `[[key]]` tables of one file, each under the name that its problems are reported by."""
    value = whole.keys.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        whole.wrong(f"{key} must be tables: start each with its heading, [[{key}]].")
        return []
    blocks = blocks_of(path, key)
    tables = []
    for number, keys in enumerate(value, start=1):
        block = blocks[number - 1] if len(blocks) == len(value) else Block()
        named = keys.get(named_by)
        name = named if isinstance(named, str) and named else number
        place = f"{shown(path)}, line {{line}}, {key} {name}" if block.line else f"{shown(path)}, {key} {name}"
        tables.append((Table(place, keys, whole.problems, block.line, block.keys), block))
    return tables
