"""The function that a part becomes prints what Jinja's own would, and tells the tag that failed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from hypothesis import example, given, settings
from jinja2 import Template, TemplateError, nodes
from jinja2.runtime import Context

from autoadmin.word.coding import Fill, code_part
from autoadmin.word.errors import LayoutError, Spot
from autoadmin.word.finding import read_tag
from autoadmin.word.parsing import SANDBOX
from autoadmin.word.printing import PRESS, Press
from autoadmin.word.reviewing import Review
from autoadmin.word.slots import Slot
from autoadmin.word.source import Source
from autoadmin.word.tags import Tag
from tests.word.planted import PLANTED, source_of

_CONTENT: Mapping[str, object] = {
    "name": "Ada",
    "child": {"born": "1 May 2019", "name": "Bo"},
    "a": {"b": {"c": None}, "in": [1, 2]},
    "nothing": None,
    "in_care": True,
    "people": [{"name": "Ada", "first": 1}, {"name": None, "first": 2}],
    "pairs": [("one", 1), ("two", 2)],
    "b": "",
    "café": "tea",
}


def _typed(text: str) -> list[str | Tag]:
    """Return words and tags, as they are typed between bars."""
    return [read_tag(piece, Spot("main text")) if piece[:1] == "{" else piece for piece in text.split("|") if piece]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("{% set x = 'a' %}|{% for p in people %}|{{ x }}|{% set x = 'b' %}|{{ x }}|{% endfor %}|{{ x }}", "ababa"),
        ("{% if in_care %}|{% set name = 'Cy' %}|{% endif %}|{{ name }}", "Cy"),
        ("{% if not in_care %}|{% set name = 'Cy' %}|{% endif %}|{{ name }}", "Ada"),
        ("{% for name in [name] %}|{{ name }}|{% endfor %}|{{ name }}", "AdaAda"),
        (
            "{% for p in pairs %}|{% for q in [] %}|{% else %}|{{ loop.index }}|{% endfor %}|{{ p[1] }}|{% endfor %}",
            "1122",
        ),
        (
            "{% for p in pairs %}|{% for q in [1, 2] %}|{{ loop.index }}|{% endfor %}|{{ loop.index }}|{% endfor %}",
            "121122",
        ),
        ("{% for p in [] %}|{% else %}|{% set name = 'Cy' %}|{{ name }}|{% endfor %}|{{ name }}", "CyAda"),
        (
            "{% with name = 'Cy', b = name %}|{{ name }}|{{ b }}|{% set b = 'D' %}|{{ b }}|{% endwith %}|{{ b }}",
            "CyAdaD",
        ),
        ("{% for a, b in pairs if b > 1 %}|{{ a }}|{{ loop.length }}|{% endfor %}", "two1"),
        ("{% for p in people if loop is defined %}|{{ p.first }}|{% endfor %}|{{ name }}", "Ada"),
        ("{% set a, b = 'x', 'y' %}|{{ b }}|{{ a }}", "yx"),
    ],
)
def test_names_last_as_long_as_they_do_in_jinja(typed: str, printed: str) -> None:
    ours, jinjas = _both(_typed(typed)) or ("", "")
    assert ours == jinjas
    assert ours == printed


@settings(max_examples=200)
@given(PLANTED)
@example(_typed("{% for x in people %}|{% if x.first == 1 %}|{% set y = x.name %}|{% endif %}|{{ y }}|{% endfor %}"))
@example(
    _typed("{% set y = 1 %}|{% for x in pairs %}|{{ y }}|{% set y = x[0] %}|{% else %}|{{ y }}|{% endfor %}|{{ y }}")
)
def test_whatever_is_typed_prints_what_jinjas_own_code_prints_of_it(planted: list[str | Tag]) -> None:
    both = _both(planted)
    if both is not None:
        ours, jinjas = both
        assert ours == jinjas


def test_the_tag_that_failed_is_told_by_the_line_of_the_function() -> None:
    source, tags = source_of(_typed("a\nb|{{ name }}|{% if in_care %}|c|{% elif x %}|{% endif %}|{{ name + 1 }}|\nd"))
    code = code_part(_reviewed(source, tags), "main", source, SANDBOX)
    with pytest.raises(TypeError) as caught:
        list(code.fill(_context()))
    lines = [entry.lineno for entry in caught.traceback if str(entry.path).endswith(code.filename)]
    assert tags[code.tag_at(lines[0] + 1)].typed == "{{ name + 1 }}"


def test_a_field_cannot_be_changed() -> None:
    source, tags = source_of(_typed("{% set child.name = 'Cy' %}"))
    code = code_part(_reviewed(source, tags), "main", source, SANDBOX)
    with pytest.raises(TemplateError):
        list(code.fill(_context()))


def _both(planted: Iterable[str | Tag]) -> tuple[str, str] | None:
    """Return what our code and Jinja's print, or the kind of error; None where it cannot be compiled."""
    source, tags = source_of(planted)
    try:
        tree = _reviewed(source, tags)
        jinja_code = SANDBOX.compile(tree, "main", "<main>")
    except (TemplateError, LayoutError):
        return None
    jinja = Template.from_code(SANDBOX, jinja_code, SANDBOX.globals)
    return _printed(code_part(tree, "main", source, SANDBOX).fill), _printed(jinja.root_render_func)


def _reviewed(source: Source, tags: list[Tag]) -> nodes.Template:
    tree = SANDBOX.parse(source.text)
    Review(source, tags).run(tree)
    return tree


def _printed(fill: Fill) -> str:
    try:
        return "".join(fill(_context()))
    except Exception as error:
        return type(error).__name__


def _context() -> Context:
    slots = dict.fromkeys(range(200), Slot("x", "x", "[", "(", "]", ()))
    return SANDBOX.context_class(SANDBOX, {**SANDBOX.globals, **_CONTENT, PRESS: Press(slots)}, "main", {})
