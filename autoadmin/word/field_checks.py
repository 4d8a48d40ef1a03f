"""Whether a part uses fields that there are: those that are not, with what was likely meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from autoadmin.word.errors import Problem, Severity
from autoadmin.word.known import Known
from autoadmin.word.proofs import Proof
from autoadmin.word.tags import BLOCK_WORDS
from autoadmin.word.uses import Use, loop_variables, uses_in

_MOST_NAMES = 12
_JOINED = re.compile(r"[A-Za-z][\w.]*(?:[-/][A-Za-z][\w.]*)+")
_MERGING = re.compile(r"\{%[-+]?\s*([vh]m)\b")
_OF_LISTS = {"length": "length", "count": "length", "size": "length", "first": "first", "last": "last"}


def field_problems(proof: Proof, known: Known | None) -> Iterator[Problem]:
    """Yield each use of a field that is not there. Without knowing the fields only names of loops can be told."""
    in_loops = loop_variables(proof.tree)
    missing: set[str] = set()  # what runs over a list that there is not is no mistake of its own
    for use in uses_in(proof.tree, proof.source):
        name = use.path.partition(".")[0].partition("[")[0]
        if name in proof.tags.doubtful or (known is not None and _may_be_there(use.path, known)):
            continue
        if any(use.path.startswith(f"{path}[]") for path in missing):
            continue
        if name == "loop" or (name in in_loops and (known is None or not known.has(name))):
            yield _outside_its_loop(use, name, proof, is_sure=known is not None or name == "loop")
        elif known is not None:
            missing.add(use.path.removesuffix("[]"))
            yield from _unknown(use, known, proof)


def _may_be_there(path: str, known: Known) -> bool:
    """Return whether there is such a field; `name[0]`, the first letter of a text that there is, counts as one."""
    return known.has(path) or (path.endswith("[]") and known.has(path.removesuffix("[]")))


def _outside_its_loop(use: Use, name: str, proof: Proof, *, is_sure: bool) -> Problem:
    tag = proof.tags[use.tag]
    if merging := _MERGING.match(tag.typed):
        message = f"{merging[1]} merges the cells that a loop makes, and this cell stands in none."
        return tag.problem("outside_loop", message, "Put it between a {%tr for ... %} or {%tc for ... %} and its end.")
    what = "loop" if name == "loop" else f"“{name}”"
    if is_sure:
        message = f"{what} is known only between its {{% for %}} and {{% endfor %}}, and this stands outside."
    else:
        message = (
            f"{what} is the name of a loop, and this stands outside it. It prints only if a field is called so too."
        )
    problem = tag.problem("outside_loop", message, "Move it into the loop, or name a field.")
    return problem if is_sure else replace(problem, severity=Severity.WARNING)


def _unknown(use: Use, known: Known, proof: Proof) -> Iterator[Problem]:
    tag = proof.tags[use.tag]
    meant = known.meant(use.written, use.variables)
    if use.guard and known.has_all_above(use.guard):
        message = f"There is no field “{use.written}”, so this is always as if it were missing."
        yield replace(
            tag.problem("never_there", message, f"Did you mean “{meant}”?" if meant else ""), severity=Severity.WARNING
        )
        return
    for joined in _JOINED.findall(tag.typed):
        forms = (joined.replace("-", sign).replace("/", sign) for sign in "_.")
        if form := next(filter(known.has, forms), ""):
            yield tag.problem("unknown_field", f"There is no field “{joined}”.", f"Did you mean “{form}”?")
            return
    above, _, name = use.path.rpartition(".")
    items = use.written.rpartition(".")[0]
    if items and known.is_value(above) and not meant:
        yield tag.problem(
            "unknown_field", f"“{items}” is one value, so it has no “{name}”.", f"Write {{{{ {items} }}}}."
        )
        return
    if items and name in _OF_LISTS and known.has(f"{above}[]"):
        meant = f"Write {items}|{_OF_LISTS[name]}."
        yield tag.problem("unknown_field", f"“{items}” is a list, so it has no “{name}” of its own.", meant)
        return
    if name and f"{above}[].{name}" in known.paths:
        message = f"“{items}” is a list, so it has no “{name}” of its own."
        meant = f"Repeat it with a for, such as {{% for item in {items} %}}, and name item.{name}."
        yield tag.problem("unknown_field", message, meant)
        return
    yield tag.problem("unknown_field", f"There is no field “{use.written}”.", _suggestion(use, meant, known))


def _suggestion(use: Use, meant: str, known: Known) -> str:
    if meant:
        return f"Did you mean “{meant}”?"
    if use.written in BLOCK_WORDS:
        return f"Write {{% {use.written} %}}."
    if use.written.casefold() in ("yes", "no", "true", "false"):
        return "To ask for yes or no, write {% if ... %} or {% if not ... %}."
    if use.written == "end":
        return "A block ends with {% endif %} or {% endfor %}."
    above, _, name = use.path.rpartition(".")
    if above and (names := sorted(known.names_in(above))):
        held = use.written.rpartition(".")[0]
        holder = f"“{held}”" if held else f"Each of “{above.replace('[]', '')}”"
        return f"{holder} has {', '.join(names[:_MOST_NAMES])}{' and more' if len(names) > _MOST_NAMES else ''}."
    lists = sorted(path for path in known.paths if path.endswith(f"[].{name}")) or known.in_lists(use.written)
    if lists:
        above, _, name = lists[0].rpartition("[].")
        return f"Each of “{above.replace('[]', '')}” has “{name}”: repeat them with a for."
    return "The field list of this document says what there is."
