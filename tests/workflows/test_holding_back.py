"""No document leaves drafting with another family's people in it, unless a person said that they belong there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from lxml import etree

from autoadmin.domain.errors import WrongFamilyError
from autoadmin.domain.events import Event, Source
from autoadmin.domain.findings import Place
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.kinship import Genogram
from autoadmin.domain.tasks import TaskState
from autoadmin.drafting.strangers import texts
from autoadmin.pictures import Drawn
from autoadmin.workflows.content_text import content_text, content_values
from autoadmin.workflows.draft_document import draft_document
from autoadmin.workflows.pictured import drawn_of, said_by_pictures, with_pictures
from tests.pictures.families import three_generations
from tests.workflows.office import HEAD, PENROSE, QUILL, Office

MIXED = HEAD + PENROSE.replace("- 12 Nov: Wanda", "- 11 Nov: Eli Quill brought Ada home.\n- 12 Nov: Wanda") + QUILL


def test_a_record_that_names_another_family_is_held_back_and_the_rest_is_drafted(office: Office) -> None:
    office.drop("sheet.md", MIXED)
    office.run()
    assert office.drafts("discussion-record", "C-9011") == []
    assert office.drafts("discussion-record", "C-9021")
    assert office.drafts("unit-minutes")  # both families were at that meeting


def test_what_was_held_back_says_where_without_the_name(office: Office) -> None:
    office.drop("sheet.md", MIXED)
    office.run()
    with office.services.store.read() as store:
        failed = store.tasks.list((TaskState.FAILED,))
        held = [entry for entry in store.audit.list() if entry.action == "draft_held_back"]
    assert len(failed) == len(held) == 1
    assert all("the name of a person of F-9002 stands in sections" in task.error for task in failed)
    assert not any("Eli" in task.error or "Quill" in task.error for task in failed)


def test_a_person_can_say_that_another_familys_people_belong_in_it(office: Office) -> None:
    office.drop("sheet.md", MIXED)
    office.run()
    meeting = office.drafts("unit-minutes")[0].meeting or ""
    about = {"template": "discussion-record", "child": "C-9011", "meeting": meeting}
    with pytest.raises(WrongFamilyError):
        draft_document(office.services, **about)
    draft = draft_document(office.services, **about, allowed=("F-9002",))
    assert "Eli Quill brought Ada home." in office.text(draft)


def test_a_corrected_record_is_drafted_after_all(office: Office) -> None:
    office.drop("sheet.md", MIXED)
    office.run()
    office.drop("sheet.md", MIXED.replace("Eli Quill brought", "A neighbour brought"))
    office.run()
    assert office.drafts("discussion-record", "C-9011")


@pytest.mark.parametrize("neighbours", [False, True])
def test_a_postcode_is_another_familys_unless_it_is_this_familys_too(office: Office, *, neighbours: bool) -> None:
    told = PENROSE.replace("- 12 Nov: Wanda", "- 11 Nov: The flat at HU5 2AB is cold.\n- 12 Nov: Wanda")
    office.drop("sheet.md", HEAD + PENROSE + QUILL)
    office.run()
    there = ["C-9011", "C-9021"] if neighbours else ["C-9021"]
    events = [_lives_at("HU5 2AB", child) for child in there]
    with office.services.store.begin() as store:
        store.events.replace("bundle", events, datetime(2026, 11, 20, tzinfo=UTC))
    office.drop("sheet.md", HEAD + told + QUILL)
    office.run()
    (record,) = office.drafts("discussion-record", "C-9011")
    assert ("HU5 2AB" in office.text(record)) is neighbours


def _lives_at(postcode: str, child: str) -> Event:
    source = Source(Place("ssd_address.csv", "row 2", 2), "", "SSD bundle", date(2026, 11, 20))
    return Event("ADDRESS_FROM", date(2026, 1, 5), source, ChildId(child), fields={"postcode": postcode})


def test_another_familys_person_in_a_picture_holds_the_document_back(office: Office) -> None:
    told = PENROSE.replace(
        "Cleo Penrose (mother, PR)", "Cleo Penrose (mother, PR); Jo Penrose (aunt, sister of Eli Quill)"
    )
    office.drop("sheet.md", HEAD + told + QUILL)
    office.run()
    with pytest.raises(WrongFamilyError, match="genogram, in words"):
        draft_document(office.services, template="closing-summary", child="C-9011")


def test_nothing_is_drawn_in_a_picture_that_the_guard_does_not_read() -> None:
    def shown(family: Genogram) -> tuple[set[str], set[str]]:
        values = content_values(content_text({"genogram": family}))
        kept = values["genogram"]
        assert isinstance(kept, Mapping)
        drawn = drawn_of(kept)
        assert isinstance(drawn, Drawn)
        svg = etree.fromstring(drawn.svg.encode())
        labels = {word for label in svg.iter("{*}text") for part in label.itertext() for word in part.split()}
        read = {**values, **said_by_pictures(with_pictures(values), values)}
        return labels, {word.strip(".,:;()") for _, text in texts(read) for word in text.split()}

    labels, read = shown(three_generations())
    people = tuple(replace(person, name="X", note="") for person in three_generations().people)
    legend, _ = shown(replace(three_generations(), people=people))
    assert {word.strip(".,:;()") for word in labels - legend} <= read
