"""Looking through layouts for a field finds what compiling them would, in less time."""

from __future__ import annotations

import pytest

from autoadmin.word import compile_template
from autoadmin.word.errors import LayoutError
from autoadmin.word.mentions import fields_named, may_name
from tests.word.layouts import a_layout
from tests.word.packages import replaced


def test_the_fields_named_are_those_of_the_compiled_template() -> None:
    layout = a_layout(
        "{{ old_chair }}",
        "{% for d in decisions %}{{ d.why }}{% endfor %}",
        "{{ people|map(attribute='name')|join }}",
        header="{{ child.name }}",
        table=[["{%tr for a in actions %}"], ["{{ a.text }}"], ["{%tr endfor %}"]],
    )
    aliases = {"old_chair": "chair"}
    assert sorted(fields_named(layout, aliases)) == list(compile_template(layout, aliases=aliases).fields)


def test_a_layout_that_is_not_right_names_nothing() -> None:
    with pytest.raises(LayoutError):
        fields_named(a_layout("{{ child.name }} {% if x %}"))


def test_a_name_in_several_runs_or_in_an_attribute_is_seen() -> None:
    layout = a_layout(["{{ child.na", "me }}"])
    assert may_name(layout, "child.name")
    assert not may_name(layout, "decisions[].why")
    hidden = replaced(layout, "word/document.xml", "<w:p>", '<w:p w:rsidR="{{ why }}">')
    assert may_name(hidden, "decisions[].why")
    assert may_name(a_layout("{{ child.na\N{SOFT HYPHEN}me }}"), "child.name")
