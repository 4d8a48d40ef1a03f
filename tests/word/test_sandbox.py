"""A template reaches the values it is given and nothing else."""

from __future__ import annotations

import pytest

from autoadmin.domain.errors import TemplateError
from autoadmin.word import compile_template
from tests.word.layouts import a_layout, rendered

CONTENT: dict[str, object] = {"x": "words", "xs": [1, 2], "m": {"a": 1, "items": "shadowed"}, "f": len}


@pytest.mark.parametrize(
    "payload",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ x.__class__ }}",
        "{{ x['__class__'] }}",
        "{{ x|attr('__class__') }}",
        "{{ xs.append(3) }}",
        "{{ m.update({'b': 2}) }}",
        "{{ m.clear() }}",
        "{{ x.format('a') }}",
        "{{ x.format_map(m) }}",
        "{{ x.encode() }}",
        "{{ x.center(1000000000) }}",
        "{{ x.join.__globals__ }}",
        "{{ self }}",
        "{{ self.__init__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ lipsum(1) }}",
        "{{ namespace() }}",
        "{{ dict(a=1) }}",
        "{{ joiner }}",
        "{{ get_flashed_messages }}",
        "{{ config }}",
        "{{ f(x) }}",
        "{{ range(100000000)|list }}",
        "{{ 'a' * 1000000000 }}",
        "{{ [1] * 1000000000 }}",
        "{{ 10 ** 1000000 }}",
        "{{ x|safe }}",
        "{{ x|pprint }}",
        "{{ '%1000000000d'|format(1) }}",
        "{{ xs|map('attr', '__class__')|list }}",
        "{{ xs|map(attribute='__class__')|list }}",
        "{{ range.__self__ }}",
        "{% for a in xs %}{{ loop.__init__ }}{% endfor %}",
        "{% for a in xs %}{{ loop._iterator }}{% endfor %}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% from 'os' import path %}",
        "{% extends 'x' %}",
        "{% set x.y = 1 %}",
        "{% raw %}{{ x }}{% endraw %}",
        "{% call x() %}{% endcall %}",
        "{% filter upper %}x{% endfilter %}",
        "{% do xs.append(1) %}",
        "{% set a %}x{% endset %}",
        "{% block b %}x{% endblock %}",
        "{% autoescape false %}{{ x }}{% endautoescape %}",
    ],
)
def test_a_way_out_of_the_sandbox_is_refused(payload: str) -> None:
    with pytest.raises(TemplateError):
        compile_template(a_layout(payload)).render(CONTENT)


def test_fields_come_before_methods() -> None:
    assert rendered(a_layout("{{ m.items }} {{ m['a'] }}"), CONTENT) == "shadowed 1"


def test_harmless_methods_and_filters_work() -> None:
    layout = a_layout("{{ x.upper() }} {{ x|title }} {{ xs|join(' and ') }} {{ m|length }} {{ xs[0] }} {{ xs|sum }}")
    assert rendered(layout, CONTENT) == "WORDS Words 1 and 2 2 1 3"


def test_markup_in_a_value_is_never_markup() -> None:
    class Claims(str):
        def __html__(self) -> str:
            return "<w:p/>"

    assert rendered(a_layout("{{ x }}{{ x|e }}"), {"x": Claims("<b>")}) == "<b><b>"
