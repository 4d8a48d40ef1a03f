"""Pictures in documents: kept as what is recorded, drawn when the document is filled, the same each time."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from autoadmin.domain.errors import TemplateError
from autoadmin.domain.kinship import Ecomap, Outside, Support, Unplaced
from autoadmin.word import Picture, compile_template
from autoadmin.word.reading import read_text
from autoadmin.workflows.content_text import content_text, content_values
from autoadmin.workflows.pictured import with_pictures
from tests.pictures.families import three_generations
from tests.word.layouts import a_layout
from tests.word.test_pictures import media

GENOGRAM = replace(three_generations(), unplaced=(Unplaced("Jean", "grandmother"),))


def test_content_keeps_a_genogram_as_plain_values_and_draws_it_the_same_each_time() -> None:
    text = content_text({"genogram": GENOGRAM, "on": date(2026, 11, 19)})
    assert text == content_text({"genogram": GENOGRAM, "on": date(2026, 11, 19)})
    assert json.loads(text)["genogram"]["recorded"]["people"][0]["name"] == "Alf"
    first, again = (with_pictures(content_values(text)) for _ in range(2))
    assert first == again
    picture = first["genogram"]
    assert isinstance(picture, Picture)
    assert "Edna is mother of Menna and Bethan." in picture.alt
    assert "Jean: grandmother" in picture.alt


def test_a_document_shows_the_picture_with_its_words_and_is_the_same_byte_for_byte() -> None:
    layout = compile_template(a_layout("Before", "{{ genogram }}", "{{ ecomap }}"))
    ecomap = Ecomap("Marsh", ("Ella",), (Outside("School", "", Support.STRONG),))
    values = content_values(content_text({"genogram": GENOGRAM, "ecomap": ecomap}))
    file = layout.render(with_pictures(values, layout.fields)).file
    assert len(media(file)) == 2
    assert read_text(file).startswith("Before")
    assert layout.render(with_pictures(values, layout.fields)).file == file


def test_a_picture_that_a_layout_does_not_use_is_not_drawn() -> None:
    values = content_values(content_text({"genogram": GENOGRAM, "name": "Ella"}))
    assert with_pictures(values, ("name",)) == values


def test_what_somebody_typed_in_a_sample_and_is_no_picture_is_told_in_a_sentence() -> None:
    odd: tuple[object, ...] = ("a family", {"people": []}, {"family": "A", "bonds": [{"one": "a", "other": "b"}]})
    for recorded in odd:
        with pytest.raises(TemplateError, match="genogram: what stands there cannot be drawn"):
            with_pictures({"genogram": {"picture_of": "genogram", "recorded": recorded}})
