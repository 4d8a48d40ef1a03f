"""What the administrators' folders say now, read again whenever a file changes; and versions in use, compiled once.

A template's folder is a working copy: documents are made from the version in force (`in_force.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

from autoadmin.catalogue.bank_holidays import load_calendar
from autoadmin.catalogue.rules import load_rules
from autoadmin.catalogue.schedules import ScheduleCatalogue, read_schedules
from autoadmin.catalogue.templates import TemplateCatalogue, read_catalogue
from autoadmin.domain.calendars import Calendars, Term
from autoadmin.domain.errors import TemplateError, UnknownIdError
from autoadmin.domain.identifiers import RuleId, TemplateId
from autoadmin.domain.rules import Rule
from autoadmin.domain.templates import DocumentTemplate, which_there_are
from autoadmin.domain.working_days import WorkingDays
from autoadmin.workflows.found_office import shipped
from autoadmin.workflows.todays_names import aliases_of, in_todays_names

if TYPE_CHECKING:
    from autoadmin.word import Template

Value = TypeVar("Value")
Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class CouncilDays:
    """What a council says of its days: bank holidays put right, its own closures, the terms of its schools."""

    extra_holidays: tuple[date, ...] = ()
    dropped_holidays: tuple[date, ...] = ()
    closures: tuple[date, ...] = ()
    terms: tuple[Term, ...] = ()
    school_days_off: tuple[date, ...] = ()


class Watched(Generic[Value]):
    """A value read from a folder, read again when the name, size or time of any file in the folder changes."""

    def __init__(self, folder: Path, read: Callable[[Path], Value]) -> None:
        self._folder = folder
        self._read = read
        self._lock = Lock()
        self._held: tuple[Stamp, Value] | None = None

    def get(self) -> Value:
        """Return the value as the folder now stands."""
        stamp = _stamp(self._folder)
        with self._lock:
            if self._held is None or self._held[0] != stamp:
                self._held = (stamp, self._read(self._folder))
            return self._held[1]


class Shelf:
    """Working copies of templates, and the schedules, rules and calendar in force. Safe to use from many threads."""

    def __init__(self, *, templates: Path, schedules: Path, calendars: Calendars) -> None:
        self.calendars = calendars
        self.templates_folder = templates
        self._catalogue = Watched(templates, _read_templates)
        self._schedules = Watched(schedules, read_schedules)
        self._rules = Watched(schedules / "timescales", _read_rules)
        self._shipped = Watched(shipped("templates"), _read_templates)
        self._bodies: dict[str, DocumentTemplate] = {}
        self._compiled: dict[str, Template] = {}
        self._lock = Lock()

    @property
    def calendar(self) -> WorkingDays:
        """Return the legal working days."""
        return self.calendars.legal

    @property
    def catalogue(self) -> TemplateCatalogue:
        """Return every template folder that is right, and what is wrong with the others."""
        return self._catalogue.get()

    @property
    def shipped(self) -> Mapping[TemplateId, DocumentTemplate]:
        """Return the templates as the installed autoadmin ships them, by id."""
        return {template.id: template for template in self._shipped.get().templates}

    @property
    def rules(self) -> Mapping[RuleId, Rule]:
        """Return the statutory and local rules by id."""
        return self._rules.get()

    @property
    def schedules(self) -> ScheduleCatalogue:
        """Return the schedules that are right, in the order of their files, and what is wrong with the others."""
        return self._schedules.get()

    def working_copy(self, wanted: TemplateId) -> DocumentTemplate:
        """Return one template as it now stands in its folder; TemplateError says what is wrong with it."""
        catalogue = self.catalogue
        for template in catalogue.templates:
            if template.id == wanted:
                return template
        if problems := [problem for problem in catalogue.problems if problem.startswith(f"{wanted}/")]:
            raise TemplateError(" ".join(problems))
        known = which_there_are(wanted, (template.id for template in catalogue.templates))
        raise UnknownIdError(f'There is no folder "{wanted}" in templates. {known}')

    def body(self, sha256: str, fetch: Callable[[], DocumentTemplate]) -> DocumentTemplate:
        """Return what the versions of that hash hold, in the names of today; fetched once, for it never changes."""
        with self._lock:
            held = self._bodies.get(sha256)
        if held is None:
            held = fetch()
            held = in_todays_names(held, aliases_of(held.composition))
            with self._lock:
                self._bodies[sha256] = held
        return held

    def compiled(self, template: DocumentTemplate) -> Template:
        """Return the template ready to render; compiled once for each hash."""
        from autoadmin.word import compile_template  # slow to import, and most commands do without

        with self._lock:
            if template.sha256 not in self._compiled:
                self._compiled[template.sha256] = compile_template(
                    template.layout, labels=template.labels, aliases=aliases_of(template.composition)
                )
            return self._compiled[template.sha256]


def open_shelf(*, templates: Path, schedules: Path, days: CouncilDays) -> Shelf:
    """Return the shelf over these folders, on the legal calendar of England and Wales as the council corrects it."""
    legal = load_calendar(extra=days.extra_holidays, removed=days.dropped_holidays)
    calendars = Calendars(legal, frozenset(days.closures), tuple(days.terms), frozenset(days.school_days_off))
    return Shelf(templates=templates, schedules=schedules, calendars=calendars)


def _read_templates(folder: Path) -> TemplateCatalogue:
    catalogue = read_catalogue(folder)
    return replace(
        catalogue, templates=tuple(in_todays_names(each, aliases_of(each.composition)) for each in catalogue.templates)
    )


def _read_rules(folder: Path) -> Mapping[RuleId, Rule]:
    return {rule.id: rule for rule in load_rules(folder)}


def _stamp(folder: Path) -> Stamp:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path in files for stat in (path.stat(),))
