"""A layout that uses the old name of a field is filled as if it used the new one, and the administrator is told."""

from __future__ import annotations

import pytest

from autoadmin.word import compile_template
from autoadmin.word.errors import LayoutError
from autoadmin.word.reading import read_text
from tests.word.layouts import a_layout

ALIASES = {
    "chair_person": "chair",
    "resolutions": "decisions",
    "decisions[].reason": "decisions[].why",
    "child.birth": "child.born",
    "decisions[].people[].title": "decisions[].people[].role",
}
CONTENT = {
    "chair": "Ruth",
    "child": {"name": "Ella", "born": "3 April 2015"},
    "decisions": [
        {"text": "Continue", "why": "attendance", "people": [{"role": "midwife"}]},
        {"text": "Visit", "why": "", "people": []},
    ],
}


def filled(*paragraphs: str) -> str:
    return read_text(compile_template(a_layout(*paragraphs), aliases=ALIASES).render(CONTENT).file).strip()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{{ chair_person }}", "{{ chair }}"),
        ("{{ child.birth }}", "{{ child.born }}"),
        ("{{ child['birth']|upper }}", "{{ child['born']|upper }}"),
        ("{% if child.birth and chair_person %}yes{% endif %}", "{% if child.born and chair %}yes{% endif %}"),
        ("{% for r in resolutions %}{{ r.reason }};{% endfor %}", "{% for d in decisions %}{{ d.why }};{% endfor %}"),
        ("{% for d in decisions if d.reason %}{{ d.text }}{% endfor %}", "Continue"),
        ("{% for d in decisions %}{% for p in d.people %}{{ p.title }}{% endfor %}{% endfor %}", "midwife"),
        ("{% set d = resolutions|first %}{{ d.reason }}", "attendance"),
        ("{% with d = decisions[0] %}{{ d['reason'] }}{% endwith %}", "attendance"),
        ("{{ decisions|map(attribute='reason')|first }}", "attendance"),
        ("{{ decisions|selectattr('reason')|map(attribute='text')|join(', ') }}", "Continue"),
        ("{{p resolutions|map(attribute='reason')|join(' ') }}", "attendance"),
        ("{{ 'x' if chair_person else 'y' }}{{ chair_person ~ child.birth }}", "xRuth3 April 2015"),
        ("{% for title in ['chair_person'] %}{{ title }}{% endfor %}", "chair_person"),
    ],
)
def test_an_old_name_gives_what_the_new_one_gives(old: str, new: str) -> None:
    assert filled(old) == filled(new)


def test_a_name_of_the_templates_own_is_no_old_name() -> None:
    assert filled("{% set chair_person = 'Priya' %}{{ chair_person }}") == "Priya"


def test_the_fields_of_the_template_are_those_of_today() -> None:
    template = compile_template(
        a_layout("{{ chair_person }}{% for r in resolutions %}{{ r.reason }}{% endfor %}"), aliases=ALIASES
    )
    assert template.fields == ("chair", "decisions[]", "decisions[].why")


def test_each_tag_with_an_old_name_is_noted_with_its_place_and_the_new_name() -> None:
    template = compile_template(a_layout("Chair: {{ chair_person|upper }}", "{{ chair }}"), aliases=ALIASES)
    assert template.notes == (
        "In the main text: “Chair: {{ chair_person|upper }}”. {{ chair_person|upper }}: "
        "The field chair_person is now called chair. It still works. Write chair.",
    )


def test_a_gap_at_an_old_name_is_a_gap_of_the_new_one() -> None:
    template = compile_template(a_layout("{{ chair_person }}"), aliases=ALIASES, labels={"chair": "who chaired"})
    (gap,) = template.render({"chair": None}).gaps
    assert (gap.field, gap.what) == ("chair", "who chaired")


def test_a_layout_that_uses_the_new_name_for_something_of_its_own_is_refused_where_the_old_one_stands() -> None:
    layout = a_layout("{% set chair = 'Priya' %}{{ chair }}", "{{ chair_person }}")
    with pytest.raises(LayoutError) as caught:
        compile_template(layout, aliases=ALIASES)
    (problem,) = caught.value.problems
    assert (problem.code, problem.typed) == ("conflicting_name", "{{ chair_person }}")


@pytest.mark.parametrize("aliases", [{"a": "b", "b": "c"}, {"worker": "family.worker"}])
def test_an_alias_that_leads_to_no_field_of_today_in_the_same_place_is_a_fault_of_the_catalogue(
    aliases: dict[str, str],
) -> None:
    with pytest.raises(ValueError, match="same place"):
        compile_template(a_layout("{{ x }}"), aliases=aliases)


def test_without_old_names_the_template_is_the_same_with_and_without_aliases() -> None:
    layout = a_layout("{{ chair }}{% for d in decisions %}{{ d.why }}{% endfor %}")
    plain, aliased = compile_template(layout), compile_template(layout, aliases=ALIASES)
    assert aliased.notes == ()
    assert plain.render(CONTENT).file == aliased.render(CONTENT).file
