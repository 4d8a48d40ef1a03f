"""All parts of a layout read, and what they are compiled with: what compiling and checking have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autoadmin.word.counting import TOO_MUCH, check_count
from autoadmin.word.errors import LayoutError, Problem, Spot
from autoadmin.word.numbers import first_numbers
from autoadmin.word.plain_parts import proof_plain_parts
from autoadmin.word.proofs import Proof, proof_part
from autoadmin.word.rooms import A4_TEXT, text_width
from autoadmin.word.setting import Setting
from autoadmin.word.styles import read_styles


def prove_parts(parts: Mapping[str, bytes], titles: Mapping[str, str]) -> tuple[tuple[Proof, ...], tuple[Problem, ...]]:
    """Return every part that can hold tags, read, and what is wrong with those that cannot be read at all."""
    proofs: list[Proof] = []
    problems: list[Problem] = []
    for name, title in titles.items():
        try:
            proofs.append(proof_part(name, title, parts[name]))
            check_count(sum(len(proof.tags) for proof in proofs), Spot(title, name=name))
        except LayoutError as error:
            problems += error.problems
            if error.problem.code == TOO_MUCH:
                break  # the other parts would only take more
    try:
        proofs += proof_plain_parts(parts, titles)
    except LayoutError as error:
        problems += error.problems
    return tuple(proofs), tuple(problems)


def setting_of(
    parts: Mapping[str, bytes],
    titles: Mapping[str, str],
    proofs: Sequence[Proof],
    *,
    labels: Mapping[str, str] | None,
    aliases: Mapping[str, str] | None,
) -> Setting:
    """Return what the parts of a layout are compiled with."""
    main = next(iter(titles))
    width = next((text_width(proof.root) for proof in proofs if proof.name == main), A4_TEXT)
    return Setting(labels or {}, aliases or {}, read_styles(parts), width, first_numbers(parts, list(titles)))
