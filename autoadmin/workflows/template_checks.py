"""Checking one template: its layout against the fields that its documents are given, its samples and awkward cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autoadmin.catalogue.samples import Samples, load_samples
from autoadmin.catalogue.templates import DESCRIPTION, LAYOUT
from autoadmin.domain.fields import named_as_today
from autoadmin.domain.templates import DocumentTemplate
from autoadmin.drafting.fields import FIELDS, gap_paths, meanings, paths
from autoadmin.word.awkward import awkward_cases, with_nothing_recorded
from autoadmin.word.checking import Checked, check_layout
from autoadmin.word.declared import ABOUT_DESCRIPTION
from autoadmin.word.errors import Problem
from autoadmin.word.known import fields_of_content, known_fields
from autoadmin.word.rehearsing import Case
from autoadmin.workflows.pictured import with_pictures
from autoadmin.workflows.todays_names import aliases_of

ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, with where and in which file; `severity` is error, warning or note."""

    file: str
    severity: str
    code: str
    place: str
    message: str
    suggestion: str

    def __str__(self) -> str:
        where = f"In the {self.place}. " if self.place else ""
        return f"{self.file}: {where}{self.message} {self.suggestion}".strip()


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One template looked at: what was found, and its Word file with what was found in that."""

    name: str
    findings: tuple[Finding, ...]
    layout: bytes = b""
    problems: tuple[Problem, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Return whether something keeps it from being published."""
        return any(finding.severity == ERROR for finding in self.findings)


def check_template(template: DocumentTemplate, folder: Path) -> CheckedFile:
    """Return what is found in a template whose folder is right."""
    samples = load_samples(folder, template.sample)
    fields = FIELDS.get(template.composition, ())
    checked = check_layout(
        template.layout,
        known=known_fields(paths(fields), meanings(fields)) if fields else fields_of_content(template.sample),
        aliases=aliases_of(template.composition),
        labels=template.labels,
        required=template.required,
        cases=tuple(_cases(template, samples)),
    )
    wrong = tuple(description_finding(problem) for problem in samples.problems)
    return _checked(template.id, f"{template.id}/{LAYOUT}", template.layout, checked, wrong)


def check_bare(layout: bytes, name: str, *findings: Finding) -> CheckedFile:
    """Return what can be found in a Word file without knowing what it is for."""
    return _checked(name, name, layout, check_layout(layout), findings)


def description_finding(sentence: str) -> Finding:
    """Return what is wrong in a folder, as its catalogue says it: the file first, then what it is."""
    file, _, message = sentence.partition(": ")
    return Finding(file, ERROR, "description", "", message, "") if message else Finding(
        "", ERROR, "description", "", sentence, ""
    )  # fmt: skip


def _cases(template: DocumentTemplate, samples: Samples) -> Iterator[Case]:
    """Yield what a layout is tried with, first what a document could have."""
    sample = with_pictures(template.sample)
    yield Case("", sample, example=template.sample)
    renamed = aliases_of(template.composition)
    for title, content in samples.cases.items():
        yield Case(
            f"the sample “{title}”", with_pictures(named_as_today(content, renamed)), example=samples.typed[title]
        )
    may_lack = gap_paths(FIELDS.get(template.composition, ())) | set(template.labels)
    yield Case("nothing recorded", with_nothing_recorded(sample, may_lack))
    for title, content in awkward_cases(sample):
        yield Case(title, content, is_real=False)


def _checked(name: str, file: str, layout: bytes, checked: Checked, wrong: tuple[Finding, ...]) -> CheckedFile:
    found = tuple(_finding(problem, file) for problem in checked.problems)
    in_layout = tuple(problem for problem in checked.problems if problem.code not in ABOUT_DESCRIPTION)
    return CheckedFile(name, (*wrong, *found), layout, in_layout)


def _finding(problem: Problem, file: str) -> Finding:
    where = f"{file.rpartition('/')[0]}/{DESCRIPTION}" if problem.code in ABOUT_DESCRIPTION else file
    about_file = problem.code in ABOUT_DESCRIPTION
    message = f"{problem.typed}: {problem.message}" if problem.typed and not about_file else problem.message
    return Finding(where, problem.severity.value, problem.code, str(problem.place), message, problem.suggestion)
