"""Documents are made from what two people put in force, and from nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from autoadmin.bootstrap import load_settings, open_office
from autoadmin.domain.errors import PublishingError, TemplateError, UnknownIdError
from autoadmin.domain.identifiers import TemplateId
from autoadmin.domain.template_changes import Loss
from autoadmin.domain.versions import TemplateVersion, VersionState
from autoadmin.engine import run_queued
from autoadmin.workflows.draft_document import draft_document
from autoadmin.workflows.in_force import BEFORE_VERSIONS, SHIPPED, template_in_force
from autoadmin.workflows.list_templates import TemplateRow, list_history, list_templates
from autoadmin.workflows.propose_template import propose_template
from autoadmin.workflows.publish_template import Published, publish_template
from autoadmin.workflows.registry import WORKFLOWS
from autoadmin.workflows.roll_back_template import roll_back_template
from tests.workflows.office import SHEET, Office

COURT = TemplateId("chronology-court")


def type_into(office: Office, words: str, template: str = COURT) -> None:
    """Add a paragraph to a template's Word file, as an administrator would."""
    layout = office.folder / "templates" / template / "layout.docx"
    document = Document(str(layout))
    document.add_paragraph(words)
    document.save(str(layout))


def take_out(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def propose(office: Office, template: str = COURT, by: str = "Ana", note: str = "") -> TemplateVersion:
    return propose_template(office.services, template, by=by, account="ana01", note=note)


def publish(office: Office, template: str = COURT, *confirmed: str, since: date | None = None) -> Published:
    return publish_template(office.services, template, by="Ben", account="ben02", since=since, confirmed=confirmed)


def court(office: Office) -> str:
    """Return the words of a court chronology drafted now."""
    return office.text(draft_document(office.services, template=COURT, child="C-9011"))


def row(office: Office, template: str = COURT) -> TemplateRow:
    return next(row for row in list_templates(office.services).rows if row.template.id == template)


@pytest.fixture
def held(office: Office) -> Office:
    """An office that holds a family, and has drafted a court chronology from what autoadmin ships."""
    office.drop("sheet.md", SHEET)
    office.run()
    assert "Closing words" not in court(office)
    return office


def test_what_autoadmin_ships_is_version_1_and_works_at_once(office: Office) -> None:
    rows = list_templates(office.services).rows
    assert {row.template.id for row in rows} == {
        path.name for path in (Path(__file__).parents[2] / "templates").iterdir()
    }
    assert all(row.current and row.current.number == 1 and row.current.publisher == SHIPPED for row in rows)
    assert not any(row.is_edited or row.is_offered or row.awaited for row in rows)
    with office.services.store.read() as store:
        assert [entry.action for entry in store.audit.list(subject=COURT)] == ["template_adopted"]


def test_an_edit_changes_no_document_until_a_second_person_publishes_it(held: Office) -> None:
    type_into(held, "Closing words")
    assert "Closing words" not in court(held)
    assert row(held).is_edited
    version = propose(held, note="A closing line")
    assert "Closing words" not in court(held)
    assert (row(held).proposed, row(held).is_edited) == (version, False)
    published = publish(held)
    assert published.open_changes == ()
    draft = draft_document(held.services, template=COURT, child="C-9011")
    assert "Closing words" in held.text(draft)
    assert (draft.template_number, draft.template_sha256) == (2, version.sha256)


def test_each_step_is_in_the_audit_trail_with_the_account_at_the_keyboard(held: Office) -> None:
    type_into(held, "Closing words")
    propose(held)
    publish(held)
    roll_back_template(held.services, COURT, by="Cy", account="cy03")
    with held.services.store.read() as store:
        entries = store.audit.list(subject=COURT)
    told = [(entry.action, entry.by, entry.details.get("account")) for entry in entries]
    assert told[1:] == [
        ("template_proposed", "Ana", "ana01"),
        ("template_published", "Ben", "ben02"),
        ("template_rolled_back", "Cy", "cy03"),
    ]


def test_what_was_proposed_is_published_though_the_folder_has_changed_since(held: Office) -> None:
    type_into(held, "Closing words")
    propose(held)
    type_into(held, "A second thought")
    published = publish(held)
    assert "The folder has changed since" in published.notes[0]
    assert "Closing words" in court(held)
    assert "A second thought" not in court(held)


def test_a_version_comes_into_force_on_its_day(held: Office) -> None:
    type_into(held, "Closing words")
    propose(held)
    publish(held, since=date(2027, 1, 4))
    assert "Closing words" not in court(held)
    assert row(held).to_come is not None
    assert "Closing words" not in court(held.at("2027-01-03"))
    assert "Closing words" in court(held.at("2027-01-04"))


def test_a_later_publish_says_which_version_never_comes_into_force(held: Office) -> None:
    type_into(held, "Closing words")
    propose(held)
    publish(held, since=date(2027, 1, 4))
    type_into(held, "Urgent")
    propose(held)
    assert publish(held).notes == ("Version 2, published from 4 January 2027, never comes into force.",)
    assert "Urgent" in court(held.at("2027-01-05"))


def test_a_roll_back_is_a_new_entry_of_the_history(held: Office) -> None:
    before = court(held)
    type_into(held, "Closing words")
    propose(held)
    publish(held)
    assert court(held) != before
    version = roll_back_template(held.services, COURT, by="Cy", account="cy03").version
    assert court(held) == before
    assert (version.number, version.restores) == (3, 1)
    history = list_history(held.services, COURT)
    assert [(one.version.number, one.is_in_force) for one in history] == [(3, True), (2, False), (1, False)]


def test_a_roll_back_withdraws_what_waits_so_that_the_last_published_is_in_force(held: Office) -> None:
    type_into(held, "Closing words")
    propose(held)
    publish(held)
    type_into(held, "More")
    waiting = propose(held)
    done = roll_back_template(held.services, COURT, by="Cy", account="cy03")
    assert done.withdrawn == replace(waiting, state=VersionState.WITHDRAWN)
    with pytest.raises(PublishingError, match="No version of chronology-court waits"):
        publish(held)
    assert propose(held).number == 5
    publish(held)
    assert "More" in court(held)


def test_nothing_new_is_not_proposed_and_a_new_proposal_takes_the_place_of_one_that_waits(held: Office) -> None:
    with pytest.raises(PublishingError, match="Nothing in it differs from version 1"):
        propose(held)
    type_into(held, "Closing words")
    propose(held)
    with pytest.raises(PublishingError, match="proposed by Ana as version 2"):
        propose(held, by="Cy")
    type_into(held, "More")
    assert propose(held, by="Cy").number == 3
    states = [one.version.state for one in list_history(held.services, COURT)]
    assert states == [VersionState.PROPOSED, VersionState.WITHDRAWN, VersionState.PUBLISHED]


def test_a_layout_that_is_not_right_cannot_be_proposed(held: Office) -> None:
    type_into(held, "{{ chlid.name }}")
    with pytest.raises(TemplateError, match="chlid"):
        propose(held)
    with pytest.raises(UnknownIdError, match="no folder"):
        propose(held, "letter")
    assert row(held).proposed is None


def test_what_would_be_lost_is_confirmed_by_name_and_kept_in_the_history(held: Office) -> None:
    layout = held.folder / "templates" / "unit-minutes" / "layout.docx"
    document = Document(str(layout))
    heading = next(paragraph for paragraph in document.paragraphs if paragraph.text == "Who was there")
    take_out(heading._p)
    take_out(document.tables[0].rows[0]._tr)
    document.save(str(layout))
    propose(held, "unit-minutes")
    refused = publish(held, "unit-minutes", "chair")
    assert [(change.loss, change.name) for change in refused.changes] == [
        (Loss.REQUIRED_FIELD, "chair"),
        (Loss.SECTION, "Who was there"),
    ]
    assert [change.name for change in refused.open_changes] == ["Who was there"]
    assert "table 1, row 1" in refused.changes[0].place
    assert refused.usage.documents == 1
    assert template_in_force(held.services, TemplateId("unit-minutes")).version.number == 1
    assert publish(held, "unit-minutes", "chair", "who was there").version.confirmed == ("chair", "who was there")
    assert list_history(held.services, "unit-minutes")[0].version.confirmed == ("chair", "who was there")


def test_a_template_of_the_councils_own_waits_for_two_people_and_holds_up_no_other(office: Office) -> None:
    record = office.folder / "templates" / "discussion-record"
    type_into(office, "Our own words", "discussion-record")
    office.drop("sheet.md", SHEET)
    office.run()
    assert office.drafts("discussion-record") == []
    assert len(office.drafts("unit-minutes")) == 1
    with office.services.store.read() as store:
        (sentence,) = {task.error for task in store.tasks.list() if task.error}
    assert "discussion-record was never published: run `autoadmin templates propose discussion-record`" in sentence
    propose(office, "discussion-record")
    with pytest.raises(TemplateError, match="waits for a second person"):
        template_in_force(office.services, TemplateId("discussion-record"))
    publish(office, "discussion-record")
    shutil.rmtree(record)  # what is in force does not lie in the folder
    with office.services.store.begin() as store:
        assert store.tasks.retry_now() == 3
    run_queued(office.services, WORKFLOWS)
    drafts = office.drafts("discussion-record")
    assert len(drafts) == 3
    assert all("Our own words" in office.text(draft) for draft in drafts)


def test_what_documents_were_made_from_before_versions_were_kept_goes_on(held: Office) -> None:
    type_into(held, "Closing words")
    propose(held)
    publish(held)
    court(held)
    with held.services.store.begin() as store:  # an office of the days before
        for table in ("template_versions", "template_bodies"):
            store.templates._connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608  # fixed names
    fresh = open_office(load_settings(held.folder / "config.toml"))
    assert template_in_force(fresh, COURT).version.publisher == BEFORE_VERSIONS
    fresh.store.close()


def test_what_a_new_autoadmin_ships_is_offered_and_taken_by_two_people(held: Office) -> None:
    type_into(held, "Closing words")
    with held.services.store.begin() as store:  # as if an earlier autoadmin had shipped what is now in the folder
        for table in ("template_versions", "template_bodies"):
            store.templates._connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608  # fixed names
    propose(held)
    publish(held)
    assert row(held).is_offered
    assert "Closing words" in court(held)
    propose_template(held.services, COURT, by="Ana", account="ana01", is_shipped=True)
    publish(held)
    assert not row(held).is_offered
    assert "Closing words" not in court(held)


PUBLISH = """
import sys
from datetime import datetime
from pathlib import Path
from autoadmin.bootstrap import load_settings, open_office
from autoadmin.domain.errors import PublishingError
from autoadmin.workflows.publish_template import publish_template
at = datetime.fromisoformat(sys.argv[3])
services = open_office(load_settings(Path(sys.argv[1]) / "config.toml"), at=at)
print("ready", flush=True)
sys.stdin.readline()
try:
    print(publish_template(services, "chronology-court", by=sys.argv[2], account="x").version.publisher)
except PublishingError as error:
    print("refused:", error)
"""


def test_of_two_processes_that_publish_at_once_one_wins_and_the_other_is_told(held: Office) -> None:
    type_into(held, "Closing words")
    propose(held)
    processes = [_start(PUBLISH, held, name) for name in ("Ben", "Cy", "Dee")]
    for process in processes:
        assert process.stdout and process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
    said = [process.communicate(timeout=120)[0].strip() for process in processes]
    (winner,) = [words for words in said if not words.startswith("refused:")]
    assert [one.version.publisher for one in list_history(held.services, COURT)] == [winner, SHIPPED]
    assert all(len(words.splitlines()) == 1 for words in said)
    assert "Closing words" in court(held)  # this process sees what another published
    with held.services.store.read() as store:
        published = [entry for entry in store.audit.list(subject=COURT) if entry.action == "template_published"]
        assert len(published) == 1
        assert store.audit.verify() is None


def _start(script: str, office: Office, name: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", script, str(office.folder), name, office.services.clock().isoformat()]
    return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
