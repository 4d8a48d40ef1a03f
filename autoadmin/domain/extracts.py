"""What a case-system extract tells: the people it knows, dated events, who works with whom, and what was noticed.

An extract is a statement made on one day. What it does not hold is "not in this extract", never "not done".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from autoadmin.domain.events import Event, Source
from autoadmin.domain.findings import Finding
from autoadmin.domain.identifiers import ChildId


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A child as the case system knows them. `born_on` and `expected_on` are never both set.

    `is_expected_estimated` marks an expected date that is past while no date of birth is recorded: some systems keep
    an estimated date of birth there (an age-disputed young person), so somebody has to ask.
    """

    id: ChildId
    source: Source
    name: str = ""  # empty where the extract holds no names, as the census does
    born_on: date | None = None
    expected_on: date | None = None
    died_on: date | None = None
    sex: str = ""  # M, F or U; empty where nobody recorded it
    ethnicity: str = ""  # the census code, as recorded
    disabilities: tuple[str, ...] = ()  # census codes
    upn: str = ""
    is_expected_estimated: bool = False

    @property
    def is_unborn(self) -> bool:
        """Return whether the child was not yet born on the day of the extract."""
        return self.born_on is None and self.expected_on is not None and not self.is_expected_estimated


@dataclass(frozen=True, slots=True)
class ExtractWorker:
    """Somebody employed by the council, as the case system lists them."""

    id: str
    name: str = ""
    role: str = ""  # job title
    team: str = ""


@dataclass(frozen=True, slots=True)
class Involvement:
    """A worker's part in a child's case. `worker` is the id or name as recorded; `name` is set where it is known."""

    child: ChildId
    worker: str
    source: Source
    name: str = ""
    role: str = ""
    team: str = ""
    from_on: date | None = None
    to_on: date | None = None


OwnSpellings = Mapping[str, Mapping[str, str]]  # by kind of answer: a council's folded spelling, the official answer


@dataclass(frozen=True, slots=True)
class RecordCount:
    """What became of the records of one file or element: each is in exactly one of the four last numbers."""

    file: str
    records: int
    taken: int = 0
    duplicates: int = 0  # said only what another record had said
    dropped: int = 0  # held nothing that could be taken; each has a finding
    unread: int = 0  # in a table that is not read


@dataclass(frozen=True, slots=True)
class ExtractRecord:
    """One extract, read. `extract_on` is the day whose state it shows.

    `carries` holds the codes of the events that this extract could have shown. A clock that waits for an event of any
    other code cannot be told from it. `work_since` is the first day whose work it shows, where its kind says so.
    """

    file: str
    sha256: str
    kind: str  # "children-in-need census", "SSD bundle", "Annex A workbook"...
    council: str  # code or name
    vendor: str
    extract_on: date
    carries: frozenset[str]
    people: tuple[KnownPerson, ...] = ()
    events: tuple[Event, ...] = ()
    workers: tuple[ExtractWorker, ...] = ()
    involvements: tuple[Involvement, ...] = ()
    findings: tuple[Finding, ...] = ()
    counts: tuple[RecordCount, ...] = field(default=())
    work_since: date | None = None

    @property
    def taken(self) -> int:
        """Return how many rows (bundle) or children and episodes (census) were taken."""
        return sum(count.taken for count in self.counts)
