"""A template written for old names of fields: its labels, what it requires and its sample under the names of today."""

from __future__ import annotations

from dataclasses import replace

from autoadmin.workflows.todays_names import in_todays_names
from tests.drafting.pellow import a_template

RENAMED = {"resolutions": "decisions", "decisions[].reason": "decisions[].why", "chair_person": "chair"}


def test_labels_requirements_and_sample_follow_a_renamed_field() -> None:
    old = replace(
        a_template("unit-minutes"),
        labels={"resolutions.reason": "the reason", "chair_person": "who chaired", "unit": "the unit"},
        required=("chair_person",),
        sample={"chair_person": "Ruth", "resolutions": [{"reason": None}, {"reason": "late"}], "unit": "Unit 4"},
    )
    today = in_todays_names(old, RENAMED)
    assert today.labels == {"decisions.why": "the reason", "chair": "who chaired", "unit": "the unit"}
    assert today.required == ("chair",)
    assert today.sample == {"chair": "Ruth", "decisions": [{"why": None}, {"why": "late"}], "unit": "Unit 4"}


def test_a_template_that_has_the_names_of_today_is_as_it_was() -> None:
    template = replace(a_template("unit-minutes"), sample={"chair": "Ruth", "decisions": [{"why": "late"}]})
    assert in_todays_names(template, RENAMED) == template
    assert in_todays_names(template, {}) is template


def test_what_stands_under_the_name_of_today_is_not_overwritten_by_the_old() -> None:
    template = replace(a_template("unit-minutes"), sample={"chair_person": "Tom", "chair": "Ruth"})
    assert in_todays_names(template, RENAMED).sample == {"chair_person": "Tom", "chair": "Ruth"}
