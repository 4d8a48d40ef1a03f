"""One field put in the place of another in template.toml and in a sample: what cannot be changed is named."""

from __future__ import annotations

import json

from autoadmin.catalogue.replacing import replace_in_description, replace_in_sample

TOML = """\
title = "Why it was decided"  # decisions.why stays in these words
required = [
    "chair",
    "decisions.why",
]

[fields]
chair = "who chaired"
"decisions.why" = "reason, decisions.why"
"decisions.why.more" = "more"
"other.decisions.why" = "no"
"""


def test_a_description_is_changed_in_required_and_fields_alone_and_keeps_everything_else() -> None:
    text, changes = replace_in_description(TOML, "decisions.why", "decisions.reason")
    assert text == TOML.replace('"decisions.why', '"decisions.reason')
    assert [(each.place, each.before, each.after) for each in changes] == [
        ("line 4", '"decisions.why",', '"decisions.reason",'),
        ("line 9", '"decisions.why" = "reason, decisions.why"', '"decisions.reason" = "reason, decisions.why"'),
        ("line 10", '"decisions.why.more" = "more"', '"decisions.reason.more" = "more"'),
    ]


def test_a_key_without_quotation_marks_is_changed_too() -> None:
    text, changes = replace_in_description(TOML, "chair", "lead")
    assert 'lead = "who chaired"' in text
    assert '    "lead",' in text
    assert [each.place for each in changes] == ["line 3", "line 8"]


def test_a_description_that_has_words_for_both_is_left_and_the_line_is_named() -> None:
    text, (left, *_) = replace_in_description(TOML + '"decisions.by" = "who"\n', "decisions.why", "decisions.by")
    assert text == TOML + '"decisions.by" = "who"\n'
    assert (left.place, left.after) == ("line 4", "")
    assert "Change it by hand" in left.why


def test_a_description_that_does_not_name_the_field_is_as_it_was() -> None:
    assert replace_in_description(TOML, "unit", "team") == (TOML, ())


def test_a_sample_gives_the_value_under_the_new_name_in_the_same_order_and_layout() -> None:
    sample = json.dumps({"decisions": [{"what": "a", "why": "b", "by": "c"}, {"why": "d"}]}, indent=2) + "\n"
    text, changes = replace_in_sample(sample, "decisions.why", "decisions.reason")
    assert text == sample.replace('"why"', '"reason"')
    assert [each.place for each in changes] == ["decisions 1, why", "decisions 2, why"]


def test_a_sample_that_gives_both_keeps_both_and_says_so() -> None:
    sample = json.dumps({"chair": "Ana", "lead": "Ben"})
    text, (left,) = replace_in_sample(sample, "chair", "lead")
    assert (text, left.place, left.after) == (sample, "chair", "")


def test_the_place_of_a_field_in_a_sample_is_said_with_all_above_it() -> None:
    sample = json.dumps({"child": {"name": "Ella", "kin": [{"name": "Tom"}]}})
    assert [each.place for each in replace_in_sample(sample, "child.name", "child.full")[1]] == ["child, name"]
    assert [each.place for each in replace_in_sample(sample, "child.kin.name", "child.kin.full")[1]] == [
        "child, kin 1, name"
    ]


def test_a_field_that_goes_elsewhere_is_left_in_the_sample_and_named() -> None:
    sample = json.dumps({"chair": "Ana", "unit": {"name": "x"}})
    text, (left,) = replace_in_sample(sample, "chair", "unit.lead")
    assert text == sample
    assert "by hand" in left.why
