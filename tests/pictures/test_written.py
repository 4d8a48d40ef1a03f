"""Pictures written: SVG that a strict page shows, PNG that is the same each time, and the same in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from autoadmin.domain.kinship import Ecomap, Feeling, Genogram, Outside, Person, Relation, Support, Unplaced
from autoadmin.pictures import draw_ecomap, draw_genogram
from autoadmin.pictures.ecomap import MIDDLE, lay_out_ecomap
from autoadmin.pictures.measuring import lines_of, width_of
from tests.pictures.families import families, three_generations

SVG = "{http://www.w3.org/2000/svg}"


@given(families(most=12))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_svg_is_whole_has_a_role_a_title_and_a_description_and_no_style_or_script(genogram: Genogram) -> None:
    drawn = draw_genogram(genogram)
    root = etree.fromstring(drawn.svg.encode())
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Genogram: Marsh"
    assert root.findtext(f"{SVG}desc") == drawn.alt
    for element in root.iter():
        assert element.tag not in (f"{SVG}style", f"{SVG}script", f"{SVG}image")
        assert not {"style", "href", "onload"} & {*element.attrib}


def test_a_name_with_marks_of_xml_is_written_as_it_is() -> None:
    drawn = draw_genogram(Genogram("<A & B>", (Person("a", "O’Neil <&>\x00"),)))
    words = [element.text for element in etree.fromstring(drawn.svg.encode()).iter(f"{SVG}text")]
    assert "<&>" in words


def test_words_are_as_wide_as_measured() -> None:
    assert width_of("", 12) == 0
    assert width_of("Ella Marsh", 12) == pytest.approx(57, abs=2)
    assert width_of("Zoë", 12) == width_of("Zoe", 12)
    assert width_of("漢字", 10) >= 20
    assert lines_of("Ella Mae Marsh", 12, 50) == ("Ella Mae", "Marsh")
    assert lines_of("Featherstonehaugh", 12, 10) == ("Featherstonehaugh",)


def test_a_genogram_in_words_says_who_is_whose_parent_who_lives_together_and_who_is_unknown() -> None:
    genogram = replace(
        three_generations(),
        unplaced=(Unplaced("Jean", "grandmother"),),
        relations=(Relation("gareth", "bethan", Feeling.VIOLENT),),
    )
    alt = draw_genogram(genogram).alt
    for told in (
        "Genogram of the Calloway family: three generations. It is about Theo.",
        "Theo (8) and Baby (due 19 Feb 2027).",
        "Simon is father of Theo.",
        "Edna is mother of Menna and Bethan.",
        "Bethan and Simon are divorced.",
        "Living together: Bethan, Gareth, Theo and Baby.",
        "Gareth has been violent to Bethan.",
        "Recorded, but not where in the family: Jean: grandmother.",
    ):
        assert told in alt


def test_somebody_without_a_name_is_told_by_their_kin() -> None:
    people = tuple(
        replace(person, name="") if person.key == "simon" else person for person in three_generations().people
    )
    alt = draw_genogram(replace(three_generations(), people=people)).alt
    assert "The name of the father of Theo is not recorded." in alt
    assert "Bethan and Theo’s father (name not recorded) are divorced." in alt


def test_a_child_of_whom_no_parent_is_recorded_is_said_to_be() -> None:
    alt = draw_genogram(Genogram("A", (Person("a", "Ann", is_index=True, born_on=date(2015, 1, 1)),))).alt
    assert "No parent is recorded of Ann." in alt


def an_ecomap(count: int) -> Ecomap:
    supports = tuple(Support)
    return Ecomap("Marsh", ("Ella",), tuple(Outside(f"Worker {n}", "nurse", supports[n % 4]) for n in range(count)))


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7, 24])
def test_an_ecomap_has_a_circle_for_each_that_touches_no_other_and_a_line_to_the_family(count: int) -> None:
    sheet = lay_out_ecomap(an_ecomap(count))
    circles = [(each.box.middle, each.box.width / 2) for each in sheet.outlines if each.is_round]
    assert len(circles) == count + 1
    for at, ((x1, y1), one) in enumerate(circles):
        assert one <= x1 <= sheet.width - one
        for (x2, y2), other in circles[:at]:
            assert (x1 - x2) ** 2 + (y1 - y2) ** 2 > (one + other) ** 2
    assert [line.ends for line in sheet.lines if line.ends] == [(MIDDLE, str(at)) for at in range(count)]


def test_a_line_of_an_ecomap_is_plain_unless_the_record_says_how_it_is() -> None:
    drawn = draw_ecomap(Ecomap("Marsh", ("Ella",), (Outside("School"), Outside("Jo", "midwife", Support.STRONG))))
    assert "recorded; how strong is not" in drawn.svg
    assert "stressful" not in drawn.svg
    assert drawn.alt == "Ecomap of the Marsh family. In the middle: Ella. Around: School; Jo (midwife): strong."
    assert "Nobody outside the home is recorded." in draw_ecomap(Ecomap("Marsh")).alt
