"""A file is collected when it is finished, once, and again when it changes."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from autoadmin.daemon.inbox import InboxWatch
from autoadmin.domain.errors import OperationError


@dataclass
class Collector:
    """Stands where the workflow stands: notes what lies in the inbox whenever it is called."""

    folder: Path
    seen: list[list[str]] = field(default_factory=list)
    is_failing: bool = False

    def __call__(self) -> int:
        if self.is_failing:
            raise OperationError("The database is away.", temporary=True)
        self.seen.append(sorted(path.name for path in self.folder.iterdir()))
        return len(self.seen[-1])


def a_watch(folder: Path) -> tuple[InboxWatch, Collector]:
    """Return a watch over the folder and what it calls."""
    collector = Collector(folder)
    return InboxWatch(folder, collector), collector


def test_a_file_is_collected_at_the_second_look_and_once(tmp_path: Path) -> None:
    watch, collector = a_watch(tmp_path)
    (tmp_path / "sheet.md").write_text("# Unit meeting")
    assert [watch() for _ in range(4)] == [0, 1, 0, 0]
    assert collector.seen == [["sheet.md"]]


def test_a_file_that_still_grows_waits_even_with_the_date_of_its_original(tmp_path: Path) -> None:
    watch, collector = a_watch(tmp_path)
    sheet = tmp_path / "sheet.md"
    for length in (1, 2, 3):
        sheet.write_text("#" * length)
        os.utime(sheet, (1_700_000_000, 1_700_000_000))
        assert watch() == 0
    assert watch() == 1
    assert collector.seen == [["sheet.md"]]


def test_a_file_that_changes_after_it_was_collected_is_collected_again(tmp_path: Path) -> None:
    watch, collector = a_watch(tmp_path)
    (tmp_path / "sheet.md").write_text("# Unit meeting")
    assert [watch(), watch()] == [0, 1]
    (tmp_path / "sheet.md").write_text("# Unit meeting: Unit 4")
    assert [watch(), watch()] == [0, 1]
    assert len(collector.seen) == 2


def test_a_file_put_back_after_it_was_taken_away_is_collected_again(tmp_path: Path) -> None:
    watch, _ = a_watch(tmp_path)
    sheet = tmp_path / "sheet.md"
    sheet.write_text("# Unit meeting")
    assert [watch(), watch()] == [0, 1]
    sheet.rename(tmp_path.parent / "aside.md")
    assert watch() == 0
    (tmp_path.parent / "aside.md").rename(sheet)
    assert [watch(), watch()] == [0, 1]


def test_a_bundle_settles_when_every_file_in_it_has(tmp_path: Path) -> None:
    watch, _ = a_watch(tmp_path)
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    (bundle / "manifest.json").write_text("{}")
    assert watch() == 0
    (bundle / "ssd_person.csv").write_text("pers_person_id\n")
    assert [watch(), watch(), watch()] == [0, 1, 0]


@pytest.mark.parametrize("name", [".hidden", "~$sheet.docx", "sheet.docx.part", "EXPORT.TMP"])
def test_what_other_programs_are_still_writing_is_left_alone(tmp_path: Path, name: str) -> None:
    watch, _ = a_watch(tmp_path)
    (tmp_path / name).write_text("half")
    assert [watch() for _ in range(3)] == [0, 0, 0]


def test_our_own_folders_are_left_alone(tmp_path: Path) -> None:
    watch, _ = a_watch(tmp_path)
    (tmp_path / "refused").mkdir()
    (tmp_path / "refused" / "sheet.md").write_text("?")
    assert [watch() for _ in range(3)] == [0, 0, 0]


def test_what_could_not_be_collected_is_tried_again(tmp_path: Path) -> None:
    watch, collector = a_watch(tmp_path)
    (tmp_path / "sheet.md").write_text("# Unit meeting")
    collector.is_failing = True
    assert watch() == 0
    with pytest.raises(OperationError):
        watch()
    collector.is_failing = False
    assert [watch(), watch()] == [1, 0]


def test_an_inbox_that_is_not_there_yet_is_empty(tmp_path: Path) -> None:
    watch, _ = a_watch(tmp_path / "inbox")
    assert watch() == 0
