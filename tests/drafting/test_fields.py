"""The field catalogue is true: it names every field that is composed, and no other, and says what each is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest

from autoadmin.domain.errors import UnknownIdError
from autoadmin.domain.fields import Field, FieldKind, Shape, walk
from autoadmin.domain.gaps import NotRecorded
from autoadmin.domain.kinship import Ecomap, Genogram
from autoadmin.domain.templates import DocumentTemplate
from autoadmin.drafting.compose import COMPOSITIONS
from autoadmin.drafting.fields import FIELDS, aliases, fields_of, gap_paths, paths
from autoadmin.drafting.forms.all_forms import FORMS
from autoadmin.word import Picture, compile_template
from tests.drafting.content_page import FORMS_TABLE, PAGE, PARTS, page_as_it_should_be, tables_of
from tests.drafting.contents import Values, composed, sample
from tests.drafting.pellow import TEMPLATES, a_template

ALL = tuple(COMPOSITIONS)
SHIPPED = tuple(sorted(path.parent.name for path in TEMPLATES.glob("*/template.toml")))


def found(values: object, at: str = "") -> Iterator[tuple[str, object]]:
    """Yield every path of some content with what stands there, as a template names it: `discussions[].decisions`."""
    if at:
        yield at, values
    if isinstance(values, Mapping):
        for name, inner in values.items():
            yield from found(inner, f"{at}.{name}" if at else str(name))
    elif isinstance(values, Sequence) and not isinstance(values, str):
        for item in values:
            yield from found(item, f"{at}[]")


def every(contents: list[Values]) -> list[tuple[str, object]]:
    return [pair for values in contents for pair in found(values)]


def test_every_composition_has_its_fields() -> None:
    assert tuple(FIELDS) == ALL


def test_a_composition_that_there_is_not_is_refused_by_name() -> None:
    with pytest.raises(UnknownIdError, match="letter-to-santa"):
        fields_of("letter-to-santa")


@pytest.mark.parametrize("composition", ALL)
def test_every_path_composed_is_in_the_catalogue(composition: str) -> None:
    assert {path for path, _ in every(composed(composition))} - paths(fields_of(composition)) == set()


@pytest.mark.parametrize("composition", ALL)
def test_every_path_of_the_catalogue_is_composed(composition: str) -> None:
    assert paths(fields_of(composition)) - {path for path, _ in every(composed(composition))} == set()


@pytest.mark.parametrize("template", SHIPPED)
def test_every_path_of_a_sample_is_in_the_catalogue(template: str) -> None:
    known = paths(fields_of(a_template(template).composition))
    assert {path for path, _ in found(sample(template))} - known == set()


@pytest.mark.parametrize("composition", ALL)
def test_what_is_composed_has_the_shape_that_the_catalogue_says(composition: str) -> None:
    shapes = {path: field.shape for path, field in walk(fields_of(composition))}
    for path, value in every(composed(composition)):
        if path in shapes and not isinstance(value, NotRecorded):
            assert shape_of(value) is shapes[path], path


@pytest.mark.parametrize("composition", ALL)
def test_the_fields_that_may_be_gaps_are_those_that_are(composition: str) -> None:
    gaps = {path.replace("[]", "") for path, value in every(composed(composition)) if isinstance(value, NotRecorded)}
    assert gaps == gap_paths(fields_of(composition))


@pytest.mark.parametrize("composition", ALL)
def test_a_statement_is_of_the_kind_that_the_catalogue_says(composition: str) -> None:
    kinds = {f"{path}[]": field.kind for path, field in walk(fields_of(composition)) if field.shape is Shape.LIST}
    for path, value in every(composed(composition)):
        if isinstance(value, Mapping) and "text" in value and "kind" in value:
            assert kinds[path] in (FieldKind.MIXED, value["kind"]), path


@pytest.mark.parametrize("template", SHIPPED)
def test_every_field_that_a_shipped_layout_uses_is_in_the_catalogue(template: str) -> None:
    used = compile_template(TEMPLATES / template / "layout.docx").fields
    assert set(used) - paths(fields_of(a_template(template).composition)) == set()


@pytest.mark.parametrize("template", SHIPPED)
def test_every_label_of_a_gap_names_a_field_that_may_be_one(template: str) -> None:
    described: DocumentTemplate = a_template(template)
    assert set(described.labels) == gap_paths(fields_of(described.composition))


@pytest.mark.parametrize("composition", ALL)
def test_every_field_has_a_meaning_in_plain_words_and_a_heading_at_the_top(composition: str) -> None:
    for path, field in walk(fields_of(composition)):
        assert field.meaning, path
        assert bool(field.heading) == ("." not in path), path
        assert bool(field.children) <= (not field.shape.is_value), path
    names = [path for path, _ in walk(fields_of(composition))]
    assert len(names) == len(set(names))


def test_paths_are_written_as_a_template_writes_them() -> None:
    why = Field("why", "the reason")
    decisions = Field("decisions", "what was decided", FieldKind.DECISION, Shape.LIST, (why,))
    unit = Field("unit", "the unit", shape=Shape.GROUP, children=(Field("name", "its name"),))
    assert paths((decisions, unit)) == {"decisions", "decisions[]", "decisions[].why", "unit", "unit.name"}


def test_an_alias_leads_from_the_old_path_to_the_new_with_its_parents_as_they_are_now() -> None:
    why = Field("why", "the reason", aliases=("reason",))
    decisions = Field("decisions", "what was decided", shape=Shape.LIST, children=(why,), aliases=("resolutions",))
    assert aliases((decisions,)) == {"resolutions": "decisions", "decisions[].reason": "decisions[].why"}


@pytest.mark.parametrize("composition", ALL)
def test_no_alias_is_the_name_of_another_field(composition: str) -> None:
    renamed = aliases(fields_of(composition))
    assert not set(renamed) & paths(fields_of(composition))
    assert len(renamed) == sum(len(field.aliases) for _, field in walk(fields_of(composition)))


def shape_of(value: object) -> Shape:
    """Return the shape that some content has."""
    match value:
        case bool():
            return Shape.YES_NO
        case int():
            return Shape.NUMBER
        case str():
            return Shape.TEXT
        case Genogram() | Ecomap() | Picture():
            return Shape.PICTURE
        case Mapping():
            return Shape.GROUP
        case _:
            return Shape.LIST


def test_the_page_on_content_has_a_table_of_every_document_and_part_as_the_catalogue_says() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert set(tables_of(page)) == {*PARTS, FORMS_TABLE, *ALL} - {*FORMS}
    assert page == page_as_it_should_be(page), "run python -m tests.drafting.content_page"
