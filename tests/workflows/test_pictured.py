"""Pictures in documents: kept as what is recorded, drawn when the document is filled, the same each time."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx.enum.section import WD_ORIENT

from autoadmin.catalogue.templates import load_sample
from autoadmin.domain.errors import TemplateError
from autoadmin.domain.kinship import Ecomap, Genogram, Outside, Parentage, Sex, Support, Unplaced
from autoadmin.pictures import draw_genogram
from autoadmin.word import Picture, compile_template
from autoadmin.word.reading import read_text
from autoadmin.word.shown import shown_pictures
from autoadmin.workflows.content_text import content_text, content_values
from autoadmin.workflows.pictured import kept_picture, with_pictures
from tests.drafting.pellow import TEMPLATES
from tests.pictures.families import a_person, three_generations
from tests.word.layouts import a_layout
from tests.word.test_pictures import media

AUNTS = tuple(f"wilhelmina-{at}" for at in range(9))
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


def a_wide_family() -> Genogram:
    """Return a child whose mother has eight sisters: too wide for a page upright, not for one on its side."""
    people = [a_person("ella", born=2015, is_index=True), a_person("jean", Sex.FEMALE, born=1950)]
    people += [a_person(key, Sex.FEMALE, born=1975 + at) for at, key in enumerate(AUNTS)]
    links = [Parentage("ella", AUNTS[0]), *(Parentage(key, "jean") for key in AUNTS)]
    return Genogram("Marsh", tuple(people), parentages=tuple(links))


@pytest.mark.parametrize("template", ["conference-report", "discussion-record", "social-work-evidence"])
def test_a_wide_family_has_a_page_on_its_side_in_a_shipped_template_in_letters_of_seven_points(template: str) -> None:
    layout = compile_template(TEMPLATES / template / "layout.docx")
    sample = load_sample(TEMPLATES / template / "sample.json")
    content = {**sample, "genogram": kept_picture(a_wide_family())}
    file = layout.render(with_pictures(content)).file
    assert layout.render(with_pictures(content, None, shown_pictures(file))).file == file
    sideways = [each.orientation is WD_ORIENT.LANDSCAPE for each in docx.Document(io.BytesIO(file)).sections]
    assert sideways == [False, True, False]
    picture = next(each for each in shown_pictures(file) if each.alt.startswith("Genogram of the Marsh"))
    drawn = draw_genogram(a_wide_family())
    smallest = min(words.size for words in drawn.sheet.words)
    assert (picture.width or 0) > 170
    assert smallest * (picture.width or 0) / drawn.sheet.width * 72 / 25.4 >= 7


def test_a_family_that_no_page_has_room_for_is_told_in_words_in_the_document() -> None:
    children = tuple(a_person(f"child-{at}", born=2015, is_index=True) for at in range(40))
    links = tuple(Parentage(child.key, "kim") for child in children)
    crowd = Genogram("Marsh", (a_person("kim", Sex.FEMALE), *children), parentages=links)
    layout = compile_template(a_layout("{{ genogram }}"))
    file = layout.render(with_pictures({"genogram": kept_picture(crowd)})).file
    assert shown_pictures(file) == ()
    assert "too large to be drawn on a page" in read_text(file)
    assert "Child-39" in read_text(file)


def test_documents_that_show_the_same_picture_share_it() -> None:
    one, other = (with_pictures({"genogram": kept_picture(GENOGRAM)})["genogram"] for _ in range(2))
    assert one is other
