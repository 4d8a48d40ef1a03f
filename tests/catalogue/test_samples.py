"""More samples of a template say only in what they differ from its sample."""

from __future__ import annotations

import json
from pathlib import Path

from autoadmin.catalogue.samples import load_samples

SAMPLE: dict[str, object] = {
    "child": {"name": "Ella Marsh", "born": "3 April 2015"},
    "siblings": ["Noah", "Ada"],
    "discussions": [{"family": "Marsh", "children": ["Ella"]}, {"family": "Holt", "children": ["Kim"]}],
}


def a_sample(folder: Path, name: str, differs: object) -> None:
    (folder / "samples").mkdir(exist_ok=True)
    (folder / "samples" / name).write_text(json.dumps(differs), encoding="utf-8")


def test_a_case_is_the_sample_but_for_what_it_names(tmp_path: Path) -> None:
    a_sample(tmp_path, "only-child.json", {"siblings": [], "child": {"born": None}})
    samples = load_samples(tmp_path, SAMPLE)
    child = {"name": "Ella Marsh", "born": None}
    assert samples.cases == {"only child": {**SAMPLE, "siblings": [], "child": child}}
    assert not samples.problems


def test_what_a_case_says_of_a_list_goes_for_each_of_its_entries(tmp_path: Path) -> None:
    a_sample(tmp_path, "one.json", {"discussions": {"children": ["Baby"]}})
    (case,) = load_samples(tmp_path, SAMPLE).cases.values()
    assert case["discussions"] == [
        {"family": "Marsh", "children": ["Baby"]},
        {"family": "Holt", "children": ["Baby"]},
    ]


def test_a_case_that_cannot_be_read_is_told_and_the_others_are_taken(tmp_path: Path) -> None:
    a_sample(tmp_path, "list.json", [])
    a_sample(tmp_path, "right.json", {})
    (tmp_path / "samples" / "broken.json").write_text("{", encoding="utf-8")
    samples = load_samples(tmp_path, SAMPLE)
    assert samples.cases == {"right": SAMPLE}
    assert [problem.rpartition("/")[2] for problem in samples.problems] == [
        "broken.json cannot be read as JSON.",
        "list.json must hold one object, { ... }.",
    ]


def test_a_template_without_more_samples_has_none(tmp_path: Path) -> None:
    assert not load_samples(tmp_path, SAMPLE).cases
