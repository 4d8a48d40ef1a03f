"""Invented families for pictures, small and large."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from autoadmin.domain.kinship import (
    Bond,
    Couple,
    Feeling,
    Genogram,
    Loss,
    Parentage,
    Person,
    Rearing,
    Relation,
    Sex,
    Siblings,
)

ON = date(2026, 11, 19)
FORENAMES = ("Ida", "Bo", "Wilhelmina-Constance", "Małgorzata", "Ng", "Oluwaseun", "", "محمد")
YEARS = st.sampled_from((None, None, 1998, 2019))
SURNAMES = ("Marsh", "Featherstonehaugh-Cholmondeley", "Li", "", "O’Dwyer")


def a_person(key: str, sex: Sex = Sex.UNKNOWN, *, born: int | None = None, is_index: bool = False) -> Person:
    """Return somebody named as their key, with an age where a year of birth is given."""
    on = date(born, 6, 1) if born else None
    return Person(key, key.title(), sex, born_on=on, age=str(2026 - born) if born else "", is_index=is_index)


def three_generations() -> Genogram:
    """Return a child with parents who are divorced, a step-family, grandparents and an aunt."""
    people = (
        a_person("alf", Sex.MALE, born=1940),
        a_person("edna", Sex.FEMALE, born=1944),
        a_person("menna", Sex.FEMALE, born=1992),
        a_person("bethan", Sex.FEMALE, born=1990),
        a_person("simon", Sex.MALE, born=1988),
        a_person("gareth", Sex.MALE),
        a_person("theo", born=2018, is_index=True),
        Person("baby", "Baby", expected_on=date(2027, 2, 19)),
    )
    born = [("bethan", "alf"), ("bethan", "edna"), ("menna", "alf"), ("menna", "edna"), ("theo", "bethan")]
    born += [("theo", "simon"), ("baby", "bethan"), ("baby", "gareth")]
    bonds = (
        Bond("alf", "edna", Couple.MARRIED),
        Bond("bethan", "simon", Couple.DIVORCED),
        Bond("bethan", "gareth", Couple.TOGETHER),
    )
    households = (("bethan", "gareth", "theo", "baby"),)
    parentages = tuple(Parentage(*pair) for pair in born)
    return Genogram("Calloway", people, bonds, parentages, households=households, on=ON)


@st.composite
def families(draw: st.DrawFn, most: int = 40) -> Genogram:
    """Return a family of up to `most` people: any links between them, contradictions among them too."""
    count = draw(st.integers(2, most))
    people = tuple(_somebody(draw, f"p{at}") for at in range(count))
    keys = st.sampled_from([person.key for person in people])
    pairs = st.tuples(keys, keys).filter(lambda pair: pair[0] != pair[1])
    links, few = st.lists(pairs, max_size=2 * most), st.lists(pairs, max_size=4)
    parentages = tuple(Parentage(*pair, draw(st.sampled_from(Rearing))) for pair in dict.fromkeys(draw(links)))
    bonds = tuple(Bond(*pair, draw(st.sampled_from(Couple)), draw(YEARS), draw(st.booleans())) for pair in draw(links))
    lived = {each.parent for each in parentages} | {key for bond in bonds for key in (bond.one, bond.other)}
    people = tuple(replace(person, loss=None) if person.key in lived else person for person in people)
    siblings = tuple(Siblings(*pair) for pair in draw(few))
    relations = tuple(Relation(*pair, draw(st.sampled_from(Feeling))) for pair in draw(few))
    homes: dict[int, list[str]] = {}
    for person in people:
        homes.setdefault(draw(st.integers(0, 5)), []).append(person.key)
    households = tuple(tuple(homes[at]) for at in (1, 2) if len(homes.get(at, ())) > 1)
    twins = tuple(draw(few))
    return Genogram(
        "Marsh", people, bonds, parentages, siblings, twins, households, relations, on=ON, identical=twins[:1]
    )


def _somebody(draw: st.DrawFn, key: str) -> Person:
    name = f"{draw(st.sampled_from(FORENAMES))} {draw(st.sampled_from(SURNAMES))}".strip()
    born = draw(st.none() | st.dates(date(1930, 1, 1), ON))
    return Person(
        key,
        name,
        draw(st.sampled_from(Sex)),
        born_on=born,
        expected_on=None if born else draw(st.none() | st.just(date(2027, 2, 1))),
        died_on=ON if born and draw(st.booleans()) else None,
        is_index=draw(st.booleans()),
        age=str(ON.year - born.year) if born else "",
        note=draw(st.sampled_from(("", "lives elsewhere"))),
        died_in=draw(YEARS),
        loss=None if born else draw(st.sampled_from((None, None, None, *Loss))),
    )
