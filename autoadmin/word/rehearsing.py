"""Filling a part with examples before anybody needs it, and going on past each tag that fails to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from autoadmin.word.errors import LayoutError, Problem, Severity
from autoadmin.word.layout import Layout
from autoadmin.word.proofs import Proof

_MOST: Final = 60  # failures of one part: with more, one more says nothing new


@dataclass(frozen=True, slots=True)
class Case:
    """Content to try. `title` goes after "with": "every list empty"; it is empty for the sample itself."""

    title: str
    content: Mapping[str, object]
    is_real: bool = True  # whether a document could have it; if not, what fails is only a warning
    example: Mapping[str, object] = field(default_factory=dict)  # what of it somebody wrote down as an example


def rehearse(proof: Proof, cases: Iterable[Case], build: Callable[[Proof], Layout | None]) -> Iterator[Problem]:
    """Yield each tag of a part that fails on some case, once, at the first case that it fails on."""
    if proof.problems:
        proof = proof.without(proof.problems)
    try:
        layout = build(proof)
    except LayoutError as error:  # what only shows when the whole part is put together
        yield from error.problems
        return
    left = _MOST
    for case in cases:
        while layout is not None and left and (problem := _failure(layout, case)) is not None:
            left -= 1
            if not any(name in problem.typed for name in proof.tags.doubtful):
                yield _met_with(case, problem)
            proof = proof.without((problem,))
            layout = build(proof)


def _failure(layout: Layout, case: Case) -> Problem | None:
    try:
        layout.fill(case.content)
    except LayoutError as error:
        return error.problem
    return None


def _met_with(case: Case, problem: Problem) -> Problem:
    severity = Severity.ERROR if case.is_real else Severity.WARNING
    message = f"With {case.title}: {problem.message}" if case.title else problem.message
    return replace(problem, message=message, severity=severity)
