"""A template that takes more than one document may is stopped at its tag; real documents never are."""

from __future__ import annotations

import io
import traceback
from datetime import date
from itertools import count

import docx
import pytest

from autoadmin.word import compile_template, limits
from autoadmin.word.checking import check_layout
from autoadmin.word.errors import LayoutError
from autoadmin.word.limits import MAX_SECONDS, Meter
from tests.word.layouts import a_layout, rendered
from tests.word.packages import a_small_layout, replaced

LONG = "{% set a = big * 3 %}"
COMPARED = (
    *("sort(attribute='t')|length", "sort(true, true, 't')|length", "unique(attribute='t')|list|length"),
    *("groupby('t')|length", "max(attribute='t')", "map(attribute='t')|min|length", "map(attribute='t')|sort|length"),
)
CONTENT: dict[str, object] = {
    "a": "words",
    "big": "x" * 300_000,
    "xs": list(range(3)),
    "many": [{"n": number} for number in range(3_000)],
    "day": date(2026, 11, 19),
    "whole": 10**300,
    "digits": "9" * 300_000,
    "rows": [{"t": "x" * 300_000}] * 200,
}
DOUBLED = "{% set a = a ~ a %}" * 40 + "{{ a }}"
LISTED = "{% set xs = xs + xs %}" * 40 + "{{ xs|length }}"
NESTED = "{% set a = [1] %}" + "{% set a = [a, a] %}" * 60
PAIRED = "{% set a = (1,) %}" + "{% set a = (a, a) %}" * 60
GROUPED = "{% set a = {'x': 1} %}" + "{% set a = {'x': a, 'y': a} %}" * 60
DEEP = "{% set a = (1,) %}" + "{% set a = (a, 1) %}" * 200
SQUARED = "{% set whole = whole * whole %}" * 40 + "{{ whole % 7 }}"


@pytest.mark.parametrize(
    "typed",
    [
        *(DOUBLED, LISTED, SQUARED, DOUBLED.replace("~", "+")),
        *(f"{made}{made.replace('a', 'b')}{{{{ a == b }}}}" for made in (NESTED, PAIRED, DEEP)),
        *(GROUPED + "{{ a == a }}", PAIRED + "{{ {a: 1}|length }}", NESTED + "{{ a in [[a, a], a] }}"),
        *("{{ '%999999999d' % 1 }}", "{{ '%.999999999f' % 1.5 }}", "{{ '%*d' % (999999999, 1) }}", "{{ '%(a)s' % a }}"),
        *("{{ xs|slice(10**9)|list|length }}", "{{ xs|batch(10**9, 0)|list|length }}", "{{ xs|batch(0)|list }}"),
        *("{{ xs|batch(9, xs)|list|length }}", "{{ xs|batch(linecount=10**9, fill_with=0)|list }}"),
        *("{{ big|replace('x', big) }}", "{{ big.replace('x', big) }}", "{{ big|replace('', big) }}"),
        *("{{ 'a' * 10**9 }}", "{{ 10**9 * 'a' }}", "{{ [1] * 10**9 }}", "{{ [xs] * 9 }}", "{{ 9**99999 }}"),
        *("{{ 1.5|round(10**9) }}", "{{ 1.5|round(method='ceil', precision=10**9) }}", "{{ [xs, xs]|sum(start=[]) }}"),
        *("{{ day.strftime('%999999999Y') }}", "{{ day.strftime('%Y' * 200) }}"),
        *("{{ many|join(big) }}", "{{ xs|upper }}", "{{ [[xs]]|join }}", "{{ xs ~ xs }}", "{{ many|string }}"),
        *(f"{LONG}{{{{ {call}|length }}}}" for call in ("a.strip(a)", "a.lstrip(a ~ 'y')", "a.rstrip(a)", "a|trim(a)")),
        *(f"{LONG}{{{{ a|trim(chars=a) }}}}", f"{LONG}{{% set xs = [a] * 1000 %}}{{{{ xs == xs }}}}"),
        *(f"{{{{ rows|{name} }}}}" for name in COMPARED),
        f"{LONG}{{% set xs = [a] * 30 %}}{{% set xs = xs + xs %}}{{{{ xs|length }}}}",
        *(
            LONG + f"{{% set n = {call}|length %}}" * 99
            for call in ("a.split('x')", "a.upper()", "(a|wordcount|string)")
        ),
        *(LONG + f"{{% set b = {cut} %}}" * 99 for cut in ("a[1:]", "a[::-1]")),
        "{% for x in range(999) %}{% for y in range(99) %}{% if many[1:] %}{% endif %}{% endfor %}{% endfor %}",
        "{{ (digits|int(base=16)) // 7 > 3 }}",
        "{% for x in range(99999) %}{% for y in range(99999) %}{% endfor %}{% endfor %}",
        "{% for x in range(9999) %}{% for y in many %}{{ y.n }}{% endfor %}{% endfor %}",
        "{% for x in range(9999) %}{{ many|sort(attribute='n')|length }}{% endfor %}",
        "{% for x in range(9999) %}{{ many|map(attribute='n')|list|length }}{% endfor %}",
        "{% for x in range(9999) %}{% set y = big.upper() %}{% endfor %}",
        "{% for x in range(9999) %}{{ big }}{% endfor %}",
    ],
)
def test_what_would_take_too_much_is_stopped_at_its_tag(typed: str) -> None:
    with pytest.raises(LayoutError) as caught:
        compile_template(a_small_layout(typed)).render(CONTENT)
    assert caught.value.problem.code in {"too_much", "wrong_kind", "failed"}
    assert caught.value.problem.typed in typed
    assert caught.value.problem.typed


@pytest.mark.parametrize(
    "typed",
    [
        *("{{ " + "(" * 90 + "a" + ")" * 90 + " }}", "{{ a" + " + a" * 900 + " }}", "{{ " + "not " * 300 + "a }}"),
        *("{% if a %}" * 30 + "{% endif %}" * 30, "{% for x in xs %}" * 21 + "{% endfor %}" * 21),
        "{{ '" + "a" * 3_000 + "' }}",
    ],
)
def test_what_python_could_not_compile_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(LayoutError) as caught:
        compile_template(a_small_layout(typed))
    assert {problem.code for problem in caught.value.problems} == {"too_much"}


def test_the_clock_stops_what_nothing_else_would() -> None:
    ticks = count()
    template = compile_template(a_small_layout("{% for y in many %}{{ y.n }}{% endfor %}"))
    with pytest.raises(LayoutError, match="more than 10 seconds"):
        template.layouts[0].fill(CONTENT, Meter(clock=lambda: next(ticks) * MAX_SECONDS / 100))


def test_turns_are_counted_for_the_whole_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TURNS", 4_000)
    once = "{% for y in many %}{{ y.n }}{% endfor %}"
    assert compile_template(a_layout(once)).render(CONTENT)
    with pytest.raises(LayoutError, match="goes through more than 4,000"):
        compile_template(a_layout(once, header=once)).render(CONTENT)


def test_a_chronology_of_five_thousand_rows_is_no_trouble() -> None:
    layout = a_layout(table=[["{%tr for row in rows %}"], ["{{ loop.index }}", "{{ row.text }}"], ["{%tr endfor %}"]])
    rows = [{"text": f"Event {number}: seen & heard" * 5} for number in range(5_000)]
    assert rendered(layout, {"rows": rows}).count("seen & heard") == 25_000


def test_a_meeting_of_a_hundred_families_is_no_trouble() -> None:
    layout = a_layout(
        "{%p for family in families %}",
        "{{ family.name }}",
        "{{ family.entries|selectattr('kind', 'equalto', 'fact')|map(attribute='text')|join('; ') }}",
        "{%p for entry in family.entries|sort(attribute='text') %}",
        "{{ entry.text ~ ', ' ~ entry.kind }}{% if loop.first %} of {{ loop.length }}{% endif %}",
        "{%p endfor %}",
        "{%p endfor %}",
    )
    entries = [{"kind": "fact", "text": f"Seen at home, visit {number}."} for number in range(60)]
    families = [{"name": f"Family {number}", "entries": entries} for number in range(100)]
    assert rendered(layout, {"families": families}).count(" of 60") == 100


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("{{ '%s on day %03d, %.1f%%' % (a, 7, 61.25) }}", "words on day 007, 61.2%"),
        ("{{ day.strftime('%-d %B %Y') }}", "19 November 2026"),
        ("{{ ('=' * 5) + '>' }}{{ [0] * 2|length }}", "=====>00"),
        ("{{ a|replace('w', 'W') }} {{ a.replace('o', '0') }}", "Words w0rds"),
        ("{% for row in xs|batch(2, '-') %}{{ row|join }} {% endfor %}", "01 2- "),
        ("{% for part in xs|slice(2) %}{{ part|join }} {% endfor %}", "01 2 "),
        ("{{ (xs + [3])|sum }} {{ 2 ** 10 }} {{ 1.25|round(1) }} {{ xs|sum(start=1) }}", "6 1024 1.2 4"),
    ],
)
def test_ordinary_arithmetic_works(typed: str, printed: str) -> None:
    typed = typed.replace("{{ [0] * 2|length }}", "{{ ([0] * 2)|join }}")
    assert rendered(a_small_layout(typed), CONTENT) == printed


@pytest.mark.parametrize(
    "typed",
    [
        *("{{ secret|int + nothing }}", "{{ secret + 1 }}", "{{ m[secret] }}", "{{ m[secret].x }}"),
        *("{{ secret|batch(secret) }}", "{{ secret.split(1) }}", "{{ secret / 2 }}", "{{ '%d' % secret }}"),
        *("{{ [secret]|map(secret)|list }}", "{{ m|dictsort(by=secret) }}", "{{ [secret]|sum }}"),
        *("{{ secret[secret] }}", "{{ secret.nothing }}"),
        *("{{ [m]|map(attribute=secret)|list|join }}", "{{ secret|round }}", "{{ day.strftime('%9' ~ secret) }}"),
        *("{% for a, b in [secret] %}{% endfor %}", "{% colspan secret %}", "{{ [m]|selectattr('a', secret)|list }}"),
    ],
)  # fmt: skip
def test_what_a_template_fails_with_never_quotes_the_case(typed: str) -> None:
    content = {"secret": "Ella Marsh was seen", "m": {"a": "Ella Marsh was seen"}, "day": date(2026, 11, 19)}
    with pytest.raises(LayoutError) as caught:
        compile_template(a_layout(table=[[typed]])).render(content)
    assert "Ella" not in "".join(traceback.format_exception(caught.value))


def test_a_part_of_a_text_or_list_is_what_was_asked_for_and_of_what_nobody_recorded_a_gap() -> None:
    typed = "{{ a[1:3] }} {{ a[::-1] }} {{ xs[:2]|join('') }} {{ nhs[-4:] }}"
    made = compile_template(a_layout(typed)).render(CONTENT | {"nhs": None})
    assert rendered(a_layout(typed), CONTENT | {"nhs": "9434765919"}) == "or sdrow 01 5919"
    assert [gap.field for gap in made.gaps] == ["nhs"]


def test_lists_that_hold_lists_are_made_as_long_as_they_are_of_a_size_that_people_make() -> None:
    rows = (
        "{% set rows = [] %}{% for x in xs %}{% set rows = [(x, many), (x, [xs, many])] %}{{ rows|length }}{% endfor %}"
    )
    assert rendered(a_layout(rows), CONTENT) == "222"


@pytest.mark.parametrize("words", ["{", "{{ ", "{% raw %}{{ ", "{{ a ~ '", "{{{%"])
def test_a_paragraph_of_nothing_but_openings_is_refused_before_each_is_looked_after(words: str) -> None:
    layout = a_small_layout(words * 20_000)
    with pytest.raises(LayoutError) as caught:
        compile_template(layout)
    assert caught.value.problem.code == "too_much"
    assert [problem.code for problem in check_layout(layout).errors] == ["too_much"]


def test_a_property_of_more_tags_than_anybody_writes_is_told_of_like_any_other_text() -> None:
    document = docx.Document(io.BytesIO(a_layout("words")))
    document.core_properties.title = "{{ a }}"
    file = io.BytesIO()
    document.save(file)
    layout = replaced(file.getvalue(), "docProps/core.xml", "{{ a }}", "{{ a }}" * 6_000)
    assert [problem.code for problem in check_layout(layout).errors] == ["too_much"]


def test_a_tag_of_many_words_that_cannot_be_read_is_told_of_without_a_guess() -> None:
    (problem,) = check_layout(a_small_layout("{{ " + "a" * 1_900 + "! }}")).errors
    assert (problem.code, problem.suggestion) == ("syntax", "What stands from “!” on does not belong there.")


def test_a_layout_with_more_tags_than_anybody_writes_is_refused_before_they_are_read() -> None:
    line = ["{{ a }}" * 100]
    with pytest.raises(LayoutError, match=r"In the main text\. The file has more than 5,000 tags by here\."):
        compile_template(a_layout(*line * 51))
    with pytest.raises(LayoutError, match=r"In the header 1\. The file has more than 5,000 tags by here\."):
        compile_template(a_layout(*line * 49, header=line[0] * 2))
    titled = replaced(a_layout(), "docProps/core.xml", ">python-docx<", f">{line[0] * 51}<")
    with pytest.raises(LayoutError, match="has more than 5,000 tags"):
        compile_template(titled)
    assert rendered(a_layout(*line * 2), {"a": "x"}) == "\n".join(["x" * 100] * 2)
