"""What is said of a layout's fields beside it: which must be filled, and their plain words."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator

from autoadmin.word.errors import Problem, Severity
from autoadmin.word.known import Known

ABOUT_DESCRIPTION = frozenset({"required_not_printed", "label_unknown", "required_unknown"})


def declared_problems(
    used: Collection[str], known: Known | None, *, required: Iterable[str], labels: Iterable[str]
) -> Iterator[Problem]:
    """Yield each field that must be filled but is never printed, and each that has words but is not there."""
    printed = {_bare(path) for path in used}
    there = None if known is None else {_bare(path) for path in known.paths}
    for path in required:
        if there is not None and path not in there:
            yield _not_there("required_unknown", "must be filled before signing", path, there)
        elif not any(use == path or use.startswith(f"{path}.") for use in printed):
            message = f"The field “{path}” must be filled before signing, but the layout never prints it."
            yield _warning("required_not_printed", message, "Print it, or take it out of required.", path)
    for path in labels:
        if there is not None and path not in there:
            yield _not_there("label_unknown", "is given its plain words", path, there)


def _not_there(code: str, what: str, path: str, there: Collection[str]) -> Problem:
    close = difflib.get_close_matches(path, sorted(there), n=1, cutoff=0.6)
    meant = f"Did you mean “{close[0]}”?" if close else "Take it out."
    return _warning(code, f"The field “{path}” {what}, but there is no such field.", meant, path)


def _warning(code: str, message: str, suggestion: str, typed: str) -> Problem:
    return Problem(code, message, typed=typed, suggestion=suggestion, severity=Severity.WARNING)


def _bare(path: str) -> str:
    return path.replace("[]", "")
