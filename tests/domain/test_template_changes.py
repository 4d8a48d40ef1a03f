"""What a new version no longer does is found, and confirmed by name."""

from __future__ import annotations

from dataclasses import replace

from autoadmin.domain.template_changes import Footprint, Loss, breaking_changes, unconfirmed

BEFORE = Footprint(
    fields={"chair": "main text: “Chair:”", "actions[]": "main text, table 1, row 2, cell 1", "actions[].due": ""},
    sections={"Worries": "main text", "Actions": "main text"},
    required=("chair",),
    labels={"chair": "who chaired", "actions.due": "by when"},
)


def losses(after: Footprint) -> list[tuple[Loss, str]]:
    return [(change.loss, change.name) for change in breaking_changes(BEFORE, after)]


def test_what_is_added_or_reordered_breaks_nothing() -> None:
    more = replace(
        BEFORE,
        fields={"notes": "", **dict(sorted(BEFORE.fields.items()))},
        sections={"ACTIONS": "", "Strengths": "", "worries": ""},
        labels={**BEFORE.labels, "notes": "notes"},
    )
    assert losses(more) == []


def test_a_field_a_section_a_label_and_a_requirement_that_go_are_each_named() -> None:
    after = Footprint(fields={"chair": ""}, sections={"Actions": ""})
    assert losses(after) == [
        (Loss.FIELD, "actions[]"),
        (Loss.FIELD, "actions[].due"),  # its label is lost with it, under the same name
        (Loss.SECTION, "Worries"),
        (Loss.REQUIREMENT, "chair"),
    ]
    assert losses(replace(BEFORE, labels={"chair": "who chaired"})) == [(Loss.LABEL, "actions.due")]


def test_a_required_field_that_is_not_printed_any_more_says_so_and_where_it_stood() -> None:
    others = {path: place for path, place in BEFORE.fields.items() if path != "chair"}
    (change,) = breaking_changes(BEFORE, replace(BEFORE, fields=others))
    assert change.loss is Loss.REQUIRED_FIELD
    assert str(change).endswith("printed any more. It stood in the main text: “Chair:”.")


def test_a_name_confirms_its_change_however_it_is_typed_and_no_other() -> None:
    changes = breaking_changes(BEFORE, Footprint(fields={"chair": ""}))
    names = [change.name for change in unconfirmed(changes, ["ACTIONS.due", "worries ", "chair"])]
    assert names == ["actions[]", "Actions"]
    assert unconfirmed(changes, ["actions", "actions.due", "Worries", "chair", "actions"]) == ()
