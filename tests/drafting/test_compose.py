"""Every composition gives what its sample shows, with nothing that nobody recorded."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pytest

from autoadmin.domain.errors import OperationError, UnknownIdError
from autoadmin.domain.gaps import NotRecorded
from autoadmin.domain.identifiers import ChildId
from autoadmin.drafting.compose import COMPOSITIONS, compose
from autoadmin.drafting.request import CompositionRequest
from autoadmin.workflows.pictured import with_pictures
from tests.drafting.pellow import TEMPLATES, a_request, a_template

ALL = tuple(COMPOSITIONS)


def paths(value: object, at: str = "") -> Iterator[str]:
    """Yield every path of some content, the items of a list counted as one."""
    yield at
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from paths(inner, f"{at}.{name}" if at else str(name))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for item in value:
            yield from paths(item, f"{at}[]")


def gaps(value: object, at: str = "") -> Iterator[tuple[str, NotRecorded]]:
    """Yield every gap with its path."""
    if isinstance(value, NotRecorded):
        yield at, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from gaps(inner, f"{at}.{name}" if at else str(name))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for item in value:
            yield from gaps(item, at)


def the_sample(composition: str) -> dict[str, object]:
    sample: dict[str, object] = json.loads((TEMPLATES / composition / "sample.json").read_text(encoding="utf-8"))
    return with_pictures(sample)


@pytest.mark.parametrize("composition", ALL)
def test_content_has_the_paths_of_its_sample(composition: str) -> None:
    content = compose(composition, a_request(composition))
    made, shown = set(paths(content.values)), set(paths(the_sample(composition)))
    lists_empty_here = {path for path in shown - made if any(_is_empty_list(content.values, path))}
    lists_empty_there = {path for path in made - shown if any(_is_empty_list(the_sample(composition), path))}
    assert made - shown - lists_empty_there == set()
    assert shown - made - lists_empty_here == set()


def _is_empty_list(values: Mapping[str, object], path: str) -> Iterator[bool]:
    """Yield whether each list on the way to a path is empty."""
    here: list[object] = [values]
    for part in path.split("."):
        name, is_list = part.removesuffix("[]"), part.endswith("[]")
        here = [value[name] for value in here if isinstance(value, Mapping) and name in value]
        if is_list:
            here = [item for value in here if isinstance(value, Sequence) for item in value]
            yield not here


@pytest.mark.parametrize("composition", ALL)
def test_every_gap_has_its_label_in_the_template(composition: str) -> None:
    content = compose(composition, a_request(composition))
    for path, _ in gaps(content.values):
        assert path in a_template(composition).labels


@pytest.mark.parametrize("composition", ALL)
def test_what_must_be_filled_is_a_path_with_a_label(composition: str) -> None:
    template = a_template(composition)
    assert set(template.required) <= set(template.labels)


@pytest.mark.parametrize("composition", ALL)
def test_every_label_is_a_path_of_the_sample(composition: str) -> None:
    shown = {path.replace("[]", "") for path in paths(the_sample(composition))}
    assert set(a_template(composition).labels) <= shown


@pytest.mark.parametrize("composition", ALL)
def test_the_sample_speaks_of_the_document_as_its_description_does(composition: str) -> None:
    assert the_sample(composition)["document"] == compose(composition, a_request(composition)).values["document"]


@pytest.mark.parametrize("composition", ALL)
def test_the_same_records_give_the_same_content(composition: str) -> None:
    assert compose(composition, a_request(composition)) == compose(composition, a_request(composition))


@pytest.mark.parametrize("composition", ALL)
def test_every_number_cited_stands_in_the_list_of_sources(composition: str) -> None:
    values = compose(composition, a_request(composition)).values
    listed = values["sources"]
    assert isinstance(listed, list)
    assert [source["ref"] for source in listed] == list(range(1, len(listed) + 1))
    assert len({(source["what"], source["where"]) for source in listed}) == len(listed)
    cited = {int(number) for ref in _refs(values) for number in ref.split(", ")}
    assert cited <= {source["ref"] for source in listed}


def _refs(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        ref = value.get("ref")
        if isinstance(ref, str) and ref:
            yield ref
        for inner in value.values():
            yield from _refs(inner)
    elif isinstance(value, list):
        for item in value:
            yield from _refs(item)


@pytest.mark.parametrize("composition", ALL)
def test_what_is_missing_from_a_request_is_named(composition: str) -> None:
    with pytest.raises(OperationError, match=composition):
        compose(composition, CompositionRequest(a_template(composition)))


def test_an_unknown_composition_is_refused() -> None:
    with pytest.raises(UnknownIdError, match="letter-to-santa"):
        compose("letter-to-santa", a_request("unit-minutes"))


def test_a_child_of_another_family_is_refused() -> None:
    request = replace(a_request("chronology-court"), child=ChildId("C-99999"))
    with pytest.raises(UnknownIdError, match="C-99999"):
        compose("chronology-court", request)
