"""Everything worth saying of a layout before it is used, all at once, each thing in its place and said once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from lxml import etree

from autoadmin.word.access_checks import access_problems, heading_styles
from autoadmin.word.braces import brace_problems
from autoadmin.word.declared import declared_problems
from autoadmin.word.emptiness import mostly_empty
from autoadmin.word.errors import LayoutError, Problem, Severity
from autoadmin.word.field_checks import field_problems
from autoadmin.word.hazards import find_hazards
from autoadmin.word.known import Known, known_fields
from autoadmin.word.layout import compile_part
from autoadmin.word.leftovers import Place, comment_problems, leftover_problems
from autoadmin.word.never_so import never_so
from autoadmin.word.package import read_package
from autoadmin.word.parts import parse_part, text_parts
from autoadmin.word.places import paragraphs_of
from autoadmin.word.preparing import prepare
from autoadmin.word.proofs import Proof
from autoadmin.word.proving import prove_parts, setting_of
from autoadmin.word.rehearsing import Case, rehearse
from autoadmin.word.renaming import rename_fields
from autoadmin.word.setting import Setting
from autoadmin.word.template import Template, compile_template
from autoadmin.word.uses import uses_in

_ORDER: Final = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a layout, errors first. `compiled` compiles it, when somebody asks for the template."""

    problems: tuple[Problem, ...]
    compiled: Callable[[], Template] | None = None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Return what keeps it from being published."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def template(self) -> Template | None:
        """Return the template, or None if the layout is none that can be filled."""
        try:
            return self.compiled() if self.compiled is not None else None
        except LayoutError:
            return None


def check_layout(
    layout: bytes,
    *,
    known: Collection[str] | Known | None = None,
    aliases: Mapping[str, str] | None = None,
    labels: Mapping[str, str] | None = None,
    required: Sequence[str] = (),
    cases: Sequence[Case] = (),
) -> Checked:
    """Return everything found in a layout given as bytes.

    `known` are the paths of the fields that there are, as `Template.fields` names them; None if nobody knows. `aliases`
    give today's path by an old one, `labels` plain words by field, `required` the fields that must be filled. `cases`
    are tried, those that a document could have first.
    """
    hazards: tuple[Problem, ...] = ()
    try:
        parts = read_package(layout)
        hazards = tuple(find_hazards(parts))
        titles = text_parts(parts)
        proofs, unread = prove_parts(prepare(parts, titles).parts, titles)
        setting = setting_of(parts, titles, proofs, labels=labels, aliases=aliases)
    except LayoutError as error:
        return Checked(hazards or error.problems)
    fields = known if known is None or isinstance(known, Known) else known_fields(known)
    check = _Check(parts, titles, fields, setting, cases)
    problems = [*hazards, *unread, *check.problems(proofs)]
    problems += declared_problems(check.used, fields, required=required, labels=labels or {})
    compiled = partial(compile_template, layout, labels=labels, aliases=aliases)
    return Checked(_in_order(problems, list(titles)), compiled)


class _Check:
    """One check of the parts of one layout; `used` are the paths that it uses, once `problems` has run."""

    def __init__(
        self,
        parts: Mapping[str, bytes],
        titles: Mapping[str, str],
        known: Known | None,
        setting: Setting,
        cases: Sequence[Case],
    ) -> None:
        self.used: set[str] = set()
        self._parts = parts
        self._titles = titles
        self._known = known
        self._cases = cases
        self._setting = setting

    def problems(self, proofs: Iterable[Proof]) -> Iterator[Problem]:
        for proof in proofs:
            yield from self._of_tags(proof)
            if proof.name in self._titles:
                yield from self._of_words(proof.name, self._titles[proof.name])

    def _of_tags(self, proof: Proof) -> Iterator[Problem]:
        renamed = rename_fields(proof, self._setting.aliases)
        uses = uses_in(proof.tree, proof.source)
        self.used.update(use.path for use in uses)
        found = (*proof.problems, *field_problems(proof, self._known))
        examples = [case.example for case in self._cases]
        yield from (*found, *renamed, *never_so(proof, examples), *_mended(proof))
        known = {(problem.place, problem.typed) for problem in found if problem.severity is Severity.ERROR}
        for problem in rehearse(proof, self._cases, partial(compile_part, setting=self._setting)):
            if (problem.place, problem.typed) not in known:
                yield problem if self._known is None else _as_lacking(problem)
        expected = {path.replace("[]", "") for path in self._setting.labels}
        yield from mostly_empty(proof, uses, expected, examples)

    def _of_words(self, name: str, title: str) -> Iterator[Problem]:
        """Yield what is found in the part as Word saved it, before anything in it was tidied."""
        root = parse_part(self._parts[name], title)
        paragraphs = list(paragraphs_of(root, title, name))
        places: list[Place] = [(paragraph.element, paragraph.place) for paragraph in paragraphs]
        yield from leftover_problems(places)
        for _, place, pieces in paragraphs:
            yield from brace_problems("".join([text for _, text in pieces]), place, self._known)
        if title == "main text":
            styles = self._beside(name, "styles.xml")
            yield from access_problems(root, places, heading_styles(styles))
            if (comments := self._beside(name, "comments.xml")) is not None:
                yield from comment_problems(comments, places)

    def _beside(self, name: str, other: str) -> etree._Element | None:
        folder = name.rpartition("/")[0]
        data = self._parts.get(f"{folder}/{other}" if folder else other)
        return None if data is None else parse_part(data, other)


def _mended(proof: Proof) -> Iterator[Problem]:
    """Yield a note of each tag that was put right, and one of those that stand in several pieces."""
    for tag in proof.tags:
        if tag.is_mended:
            message = (
                "Quotation marks, spaces, dashes or capitals that Word had put into the tag were read as plain ones."
            )
            yield replace(tag.problem("mended", message), severity=Severity.NOTE)
    split = [tag for tag in proof.tags if tag.is_split]
    if split:
        number = "1 tag is" if len(split) == 1 else f"{len(split)} tags, the first here, are"
        message = f"{number} in several pieces of different formatting; each was read as one."
        yield replace(split[0].problem("split", message), severity=Severity.NOTE)


def _as_lacking(problem: Problem) -> Problem:
    """Return a failure on a field that there is, as what it is: the sample that was tried does not have it."""
    message = problem.message.replace("There is no field", "The sample has no")
    if problem.code != "unknown_field" or message == problem.message:
        return problem
    return replace(problem, message=message, suggestion="Documents have it: put it into sample.json.")


def _in_order(problems: Iterable[Problem], parts: Sequence[str]) -> tuple[Problem, ...]:
    """Return the problems, errors first, each in the order of the document; what is one thing is said once."""
    at = {name: number for number, name in enumerate(parts)}
    return tuple(
        sorted(
            dict.fromkeys(problems),
            key=lambda found: (_ORDER.index(found.severity), at.get(found.place.name, -1), found.place.paragraph),
        )
    )
