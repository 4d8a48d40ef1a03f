"""A template reaches the values it is given and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from autoadmin.domain.errors import TemplateError
from autoadmin.word import compile_template
from tests.word.layouts import a_layout, rendered
from tests.word.packages import a_small_layout

CONTENT: dict[str, object] = {
    "x": "words",
    "xs": [1, 2],
    "m": {"a": 1, "items": "shadowed", "dunder": "__class__"},
    "f": len,
    "day": date(2026, 11, 19),
}
UNDER = "('_' * 2 ~ 'class' ~ '_' * 2)"
PAYLOADS = [
    "{{ x['\\x5f\\x5fclass\\x5f\\x5f'] }}",
    "{{ x['\\u005f_class_\\u005f'] }}",
    "{{ x['__cla' ~ 'ss__'] }}",
    "{{ x['__cla' 'ss__'] }}",
    "{{ x['__ssalc__'[::-1]] }}",
    "{{ x[['__cl', 'ass__']|join] }}",
    f"{{{{ x[{UNDER}] }}}}",
    f"{{{{ m[{UNDER}] }}}}",
    f"{{{{ x|attr({UNDER}) }}}}",
    f"{{{{ xs|map(attribute={UNDER})|list }}}}",
    "{{ x['__CLASS__'|lower] }}",
    "{{ x[m.dunder] }}",
    "{{ x[dict(__class__=1)|list|first] }}",
    "{{ x|attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
    "{{ x|attr(request.args.c) }}",
    "{{ request.application.__globals__ }}",
    "{{ request['application']['\\x5f\\x5fglobals\\x5f\\x5f'] }}",
    "{{ config.items() }}",
    "{{ config.from_object('os') }}",
    "{{ url_for.__globals__ }}",
    "{{ g.pop.__globals__ }}",
    "{{ session }}",
    "{{ app }}",
    "{{ joiner.__init__.__globals__.os.popen('id').read() }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ self._TemplateReference__context.cycler.__init__.__globals__.os }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ [].__class__.__base__.__subclasses__() }}",
    "{{ ().__class__.__bases__[0].__subclasses__()[40]('/etc/passwd').read() }}",
    "{{ {}.__class__.__mro__[1] }}",
    "{{ ''['__class__']['__mro__'][1]['__subclasses__']() }}",
    "{{ true.__class__ }}",
    "{{ 1.0.__class__ }}",
    "{{ (1).__class__ }}",
    "{{ none.__class__ }}",
    "{{ x.upper.__self__.__class__ }}",
    "{{ x.upper.__func__ }}",
    "{{ x.upper.__module__ }}",
    "{{ f.__globals__ }}",
    "{{ f.__call__(x) }}",
    "{{ '{0.__class__}'.format(x) }}",
    "{{ '{0.__class__.__init__.__globals__}'.format(x) }}",
    "{{ '{x.__class__}'.format_map(m) }}",
    "{{ ('{0.__cl' ~ 'ass__}').format(x) }}",
    "{{ 'a'['format'](x) }}",
    "{{ '{0.__class__}'|format(x) }}",
    "{{ '%(x)s' % m }}",
    "{{ '%r' % x }}",
    "{{ '%s' % (m,) }}",
    "{{ ['{0.__class__}']|map('format', x)|list }}",
    "{{ xs|map('attr', '__class__')|first }}",
    "{{ xs|selectattr('__class__')|list|join }}",
    "{{ xs|rejectattr('__class__.__mro__', 'equalto', 1)|list|join }}",
    "{{ xs|groupby('__class__')|list|join }}",
    "{{ xs|sort(attribute='__class__')|join }}",
    "{{ xs|sum(attribute='__class__.__mro__') }}",
    "{{ xs|max(attribute='__class__') }}",
    "{{ xs|unique(attribute='real.__class__')|join }}",
    "{{ xs|join(attribute='__class__') }}",
    "{{ m|dictsort(by='__class__') }}",
    "{{ xs|map('items')|list }}",
    "{{ xs|tojson }}",
    "{{ m|xmlattr }}",
    "{{ x|urlize }}",
    "{{ x|filesizeformat }}",
    "{{ x|random }}",
    "{{ x|indent(1000000000) }}",
    "{{ x|center(1000000000) }}",
    "{{ x|wordwrap }}",
    "{{ x|forceescape }}",
    "{{ x|safe|safe }}",
    "{% for a in xs %}{{ loop._LoopContext__x }}{% endfor %}",
    "{% for a in xs %}{{ loop.__class__ }}{% endfor %}",
    "{% for a in xs %}{{ loop.changed.__self__ }}{% endfor %}",
    "{% for a in xs recursive %}{{ loop(xs) }}{% endfor %}",
    "{{ caller() }}",
    "{{ varargs }}",
    "{{ kwargs }}",
    "{{ context }}",
    "{{ environment }}",
    "{% macro m() %}x{% endmacro %}",
    "{% call(a) m() %}x{% endcall %}",
    "{% do xs.append(1) %}",
    "{% debug %}",
    "{% print x.__class__ %}",
    "{% trans %}x{% endtrans %}",
    "{% import 'x' as y with context %}",
    "{% include ['a', 'b'] ignore missing %}",
    "{% extends m %}",
    "{% set ns = namespace(a=1) %}",
    "{% set x.__class__ = 1 %}",
    "{% set ns.a = 1 %}",
    "{% with a = x.__class__ %}{{ a }}{% endwith %}",
    "{% if x.__class__ %}x{% endif %}",
    "{% for a in x.__class__.__mro__ %}{{ a }}{% endfor %}",
    "{% async for a in xs %}{% endasync %}",
    "{{ await x }}",
    "{{ x if x.__class__ else '' }}",
    "{{ x.__add__('a') }}",
    "{{ x.translate(m) }}",
    "{{ x.ljust(1000000000) }}",
    "{{ x.zfill(1000000000) }}",
    "{{ x.expandtabs(1000000000) }}",
    "{{ x.splitlines() }}",
    "{{ x.maketrans(m) }}",
    "{{ xs.extend(xs) }}",
    "{{ xs.insert(0, 1) }}",
    "{{ xs.pop() }}",
    "{{ xs.remove(1) }}",
    "{{ xs.sort() }}",
    "{{ xs.reverse() }}",
    "{{ xs.clear() }}",
    "{{ xs.copy() }}",
    "{{ m.pop('a') }}",
    "{{ m.popitem() }}",
    "{{ m.setdefault('b', 1) }}",
    "{{ m.fromkeys(xs) }}",
    "{{ m.copy() }}",
    "{{ m|attr('pop') }}",
    "{{ xs['append'](3) }}",
    "{{ day.__reduce__() }}",
    "{{ day.replace(year=1) }}",
    "{{ day.fromtimestamp(0) }}",
    "{{ day.strftime('%999999999d') }}",
]


@pytest.mark.parametrize("payload", sorted({*PAYLOADS}))
@pytest.mark.parametrize("spelling", ["in three runs", "in curly quotes", "in a block"])
def test_another_spelling_of_a_way_out_is_no_way_out(payload: str, spelling: str) -> None:
    third = len(payload) // 3
    written = [payload.replace("'", "’")]
    if spelling == "in three runs":
        written = [payload[:third], payload[third : 2 * third], payload[2 * third :]]
    elif spelling == "in a block":
        written = ["{% if true %}{% for a in xs[:1] %}" + payload + "{% endfor %}{% endif %}"]
    before = repr(CONTENT)
    with pytest.raises(TemplateError):
        compile_template(a_small_layout(*written)).render(CONTENT)
    assert repr(CONTENT) == before


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
        "{% call x() %}{% endcall %}",
        "{% filter upper %}x{% endfilter %}",
        "{% do xs.append(1) %}",
        "{% set a %}x{% endset %}",
        "{% block b %}x{% endblock %}",
        "{% autoescape false %}{{ x }}{% endautoescape %}",
        *PAYLOADS,
    ],
)
def test_a_way_out_of_the_sandbox_is_refused(payload: str) -> None:
    with pytest.raises(TemplateError):
        compile_template(a_small_layout(payload)).render(CONTENT)


def test_fields_come_before_methods() -> None:
    assert rendered(a_layout("{{ m.items }} {{ m['a'] }}"), CONTENT) == "shadowed 1"


def test_harmless_methods_and_filters_work() -> None:
    layout = a_layout("{{ x.upper() }} {{ x|title }} {{ xs|join(' and ') }} {{ m|length }} {{ xs[0] }} {{ xs|sum }}")
    assert rendered(layout, CONTENT) == "WORDS Words 1 and 2 3 1 3"


@pytest.mark.parametrize(
    "typed",
    [
        "{% for g in people|groupby('unit') %}{{ g.grouper }}:"
        "{% for p in g.list %} {{ p.name }}{% endfor %};{% endfor %}",
        "{% for u, all in people|groupby('unit') %}{{ u }}:{% for p in all %} {{ p.name }}{% endfor %};{% endfor %}",
    ],
)
def test_a_list_is_grouped_as_users_of_jinja_do(typed: str) -> None:
    people = [{"name": name, "unit": unit} for name, unit in (("Ann", 4), ("Bo", 7), ("Cy", 4))]
    assert rendered(a_layout(typed), {"people": people}) == "4: Ann Cy;7: Bo;"


def test_markup_in_a_value_is_never_markup() -> None:
    class Claims(str):
        def __html__(self) -> str:
            return "<w:p/>"

    assert rendered(a_layout("{{ x }}{{ x|e }}"), {"x": Claims("<b>")}) == "<b><b>"
