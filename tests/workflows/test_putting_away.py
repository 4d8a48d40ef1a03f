"""Out of the inbox: nothing that was dropped is lost or overwritten, and what is not taken in is told of."""

from __future__ import annotations

import os
import shutil
from hashlib import sha256
from pathlib import Path
from threading import Thread
from time import sleep

from autoadmin.domain.identifiers import digest
from autoadmin.workflows.collect_inbox import collect_inbox
from autoadmin.workflows.put_away import put_away
from tests.workflows.office import LONG_AGO, SHEET, Office

DEMO_COUNCIL = Path(__file__).parents[2] / "autoadmin" / "cli" / "demo_council"


def drop_bundle(office: Office) -> Path:
    """Put the demo's extract into the inbox, as if it had been there for a while."""
    bundle = Path(shutil.copytree(DEMO_COUNCIL / "case-system-extract", office.folder / "inbox" / "extract"))
    for path in (*bundle.iterdir(), bundle):
        os.utime(path, (LONG_AGO, LONG_AGO))
    return bundle


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_bundle_that_is_dropped_twice_is_put_away_once(office: Office) -> None:
    for _ in range(2):
        bundle = drop_bundle(office)
        office.run()
        assert not bundle.exists()
    assert len(names(office.folder / "inbox/taken")) == 1


def test_what_was_never_read_of_a_bundle_is_kept_when_it_is_dropped_twice(office: Office) -> None:
    drop_bundle(office)
    office.run()
    bundle = drop_bundle(office)
    (bundle / ".notes").write_text("mine")
    for path in (bundle / ".notes", bundle):
        os.utime(path, (LONG_AGO, LONG_AGO))
    office.run()
    assert len(list((office.folder / "inbox/taken").rglob(".notes"))) == 1
    assert len(names(office.folder / "inbox/taken")) == 2


def test_refused_files_of_one_name_are_all_kept_each_with_its_reason(office: Office) -> None:
    for content in ("Kelly rang.", "Kelly rang twice.", "Kelly rang."):
        office.drop("notes.txt", content)
        office.run()
    refused = office.folder / "inbox/refused"
    assert names(refused) == ["notes-2.txt", "notes-2.txt.txt", "notes.txt", "notes.txt.txt"]
    assert [(refused / name).read_text() for name in ("notes.txt", "notes-2.txt")] == [
        "Kelly rang.",
        "Kelly rang twice.",
    ]


def test_the_reason_for_one_file_is_not_written_over_another_file(office: Office) -> None:
    for name in ("notes.pdf.txt", "notes.pdf"):
        office.drop(name, f"This is {name}.")
        office.run()
    kept = {path.read_text() for path in (office.folder / "inbox/refused").iterdir()}
    assert {"This is notes.pdf.", "This is notes.pdf.txt."} <= kept


def test_a_corrected_file_that_comes_while_the_first_is_put_away_is_never_lost(office: Office) -> None:
    inbox, first = office.folder / "inbox", b"%PDF-1.7" + bytes(8_000_000)
    office.drop("scan.pdf", first)
    office.run()
    file = sha256(first).hexdigest()
    for attempt in range(25):
        corrected = f"correction {attempt}".encode()
        (inbox / "scan.pdf").write_bytes(first)
        (office.folder / "new.pdf").write_bytes(corrected)
        typist = Thread(target=replace_after, args=(attempt * 0.001, office.folder / "new.pdf", inbox / "scan.pdf"))
        typist.start()
        put_away(office.services, file=file, name="scan.pdf")
        typist.join()
        waiting = [path for path in inbox.iterdir() if path.is_file()]
        assert corrected in [path.read_bytes() for path in waiting]
        for path in waiting:
            path.unlink()


def replace_after(seconds: float, new: Path, old: Path) -> None:
    sleep(seconds)
    new.replace(old)


def test_what_was_moved_aside_when_the_machine_stopped_is_settled_at_the_next_attempt(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    file, taken = sha256(SHEET.encode()).hexdigest(), office.folder / "inbox/taken"
    aside = taken / f".{digest(file, 'sheet.md')[:16]}.moving"
    aside.write_text("a correction")
    office.drop("sheet.md", "another correction")
    put_away(office.services, file=file, name="sheet.md")
    assert names(taken) == [f"{file[:8]}-sheet.md"]
    waiting = {path.read_text() for path in (office.folder / "inbox").iterdir() if path.is_file()}
    assert waiting == {"a correction", "another correction"}


def test_a_folder_that_is_no_bundle_stays_and_a_note_says_why_until_it_is_gone(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    folder = office.folder / "inbox" / "from Kim"
    folder.mkdir()
    (folder / "sheet.md").write_text(SHEET)
    for path in (folder / "sheet.md", folder):
        os.utime(path, (LONG_AGO, LONG_AGO))
    office.run()
    note = office.folder / "inbox/refused/from Kim (not taken in).txt"
    assert "without manifest.json" in note.read_text()
    assert (folder / "sheet.md").exists()
    assert len(office.reports()) == 1
    shutil.rmtree(folder)
    office.run()
    assert not note.exists()


def test_a_link_is_not_followed(office: Office) -> None:
    elsewhere = office.folder / "elsewhere.md"
    elsewhere.write_text(SHEET)
    link = office.folder / "inbox" / "sheet.md"
    link.symlink_to(elsewhere)
    bundle = drop_bundle(office)
    (bundle / "more.csv").symlink_to(elsewhere)
    for path in (link, bundle):
        os.utime(path, (LONG_AGO, LONG_AGO), follow_symlinks=False)
    os.utime(bundle / "more.csv", (LONG_AGO, LONG_AGO), follow_symlinks=False)
    assert collect_inbox(office.services).received == 0
    assert names(office.folder / "inbox/refused") == ["extract (not taken in).txt", "sheet.md (not taken in).txt"]


def test_one_thing_that_cannot_be_read_does_not_hold_up_the_rest(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    bundle = drop_bundle(office)
    for number in range(250):
        path = bundle / f"{number}.csv"
        path.write_text("a\n")
        os.utime(path, (LONG_AGO, LONG_AGO))
    os.utime(bundle, (LONG_AGO, LONG_AGO))
    office.run()
    assert len(office.reports()) == 1
    assert names(office.folder / "inbox/refused") == ["extract (not taken in).txt"]


def test_a_folder_with_the_files_of_a_looked_after_return_needs_no_manifest(office: Office) -> None:
    folder = office.folder / "inbox" / "ssda903 2025-26"
    folder.mkdir()
    episodes = "CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC\nC-70318,05/05/2025,S,C1,N1,U6,,\n"
    (folder / "episodes.csv").write_text(episodes)
    for path in (folder / "episodes.csv", folder):
        os.utime(path, (LONG_AGO, LONG_AGO))
    office.run()
    assert [report.kind for report in office.reports()] == ["looked-after children return (SSDA903), episodes alone"]
    assert not folder.exists()
