"""Content bent into awkward shapes keeps what a layout chooses by and changes what a bad day changes."""

from __future__ import annotations

from autoadmin.word.awkward import awkward_cases, with_nothing_recorded

SAMPLE = {
    "kind": "fact",
    "story": "Ella was seen",
    "people": [{"name": "Tom Byrne"}, {"name": "Li"}],
    "colour": "FFF2CC",
}


def bent(title: str) -> dict[str, object]:
    return dict(dict(awkward_cases(SAMPLE))[title])


def test_lists_are_emptied_shortened_and_filled_up() -> None:
    assert bent("every list empty")["people"] == []
    assert bent("one entry in every list")["people"] == [{"name": "Tom Byrne"}]
    assert bent("5 entries in every list")["people"] == [*SAMPLE["people"], *SAMPLE["people"], SAMPLE["people"][0]]


def test_only_prose_is_bent_not_the_words_that_a_layout_chooses_by() -> None:
    long = bent("very long text")
    assert len(str(long["story"])) >= 3_000
    assert (long["kind"], long["colour"]) == ("fact", "FFF2CC")
    assert bent("nothing recorded") == {**SAMPLE, "story": None, "people": [{"name": None}, {"name": "Li"}]}


def test_nothing_is_recorded_only_where_that_can_be() -> None:
    content = with_nothing_recorded(SAMPLE, {"story", "people.name", "people"})
    assert content == {**SAMPLE, "story": None, "people": [{"name": None}, {"name": None}]}
