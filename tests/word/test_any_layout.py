"""Whatever is typed into a layout, it compiles or is refused with a reason; nothing else ever happens."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from autoadmin.domain.errors import TemplateError
from autoadmin.word import compile_template
from autoadmin.word.awkward import awkward_cases
from autoadmin.word.checking import check_layout
from autoadmin.word.errors import LayoutError
from autoadmin.word.rehearsing import Case
from tests.word.layouts import a_layout, check_structure, main_part
from tests.word.test_undamaged import check_opens

PIECES = st.sampled_from(
    [
        *(
            "words ",
            " ",
            "{{ a }}",
            "{{p a }}",
            "{{r a }}",
            "{{ b.c }}",
            "{{ a|upper }}",
            "{{ a",
            "}}",
            "{%",
            "%}",
            "{# x #}",
        ),
        *(
            "{% if a %}",
            "{% else %}",
            "{% endif %}",
            "{%- if a -%}",
            "{%- endif -%}",
            "{% for x in xs %}",
            "{% endfor %}",
        ),
        *(
            "{%p if a %}",
            "{%p endif %}",
            "{%p for x in xs %}",
            "{%p endfor %}",
            "{%tr for x in xs %}",
            "{%tr endfor %}",
        ),
        *("{%tc if a %}", "{%tc endif %}", "{%r if a %}", "{%r endif %}", "{#p x #}", "{% set a = 1 %}", "{{ x }}"),
        *("{% colspan 2 %}", "{% vm %}", "{% hm %}", "{% cellbg a %}", "{_{", "“", "\t", "\n", "\xa0", "é<&>"),
    ]
)
WORDS = st.lists(PIECES, max_size=4)
CONTENT: dict[str, object] = {"a": "<text>", "b": {"c": None}, "xs": ["one", "two"], "x": "x"}


@given(st.lists(WORDS, max_size=5), st.lists(st.lists(WORDS.map("".join), min_size=1, max_size=2), max_size=4))
@settings(max_examples=150, deadline=None)
def test_any_mixture_of_tags_renders_or_is_refused(paragraphs: list[list[str]], table: list[list[str]]) -> None:
    try:
        file = compile_template(a_layout(*paragraphs, table=table)).render(CONTENT).file
    except TemplateError:
        return
    check_opens(file)
    check_structure(main_part(file))


@given(st.lists(WORDS, max_size=5), st.lists(st.lists(WORDS.map("".join), min_size=1, max_size=2), max_size=4))
@settings(max_examples=60, deadline=None)
def test_checking_refuses_what_cannot_be_rendered_and_nothing_else(
    paragraphs: list[list[str]], table: list[list[str]]
) -> None:
    layout = a_layout(*paragraphs, table=table)
    cases = [Case("", CONTENT), *(Case(title, content) for title, content in awkward_cases(CONTENT))]
    checked = check_layout(layout, cases=cases)
    try:
        template = compile_template(layout)
        for case in cases:
            template.render(case.content)
    except LayoutError as error:
        assert error.problem.typed in {problem.typed for problem in checked.errors}
    else:
        assert not checked.errors


def test_any_damage_to_a_file_is_survived_or_refused() -> None:
    whole = a_layout("Dear {{ a }}", header="{{ x }}", table=[["{%tr for x in xs %}"], ["{{ x }}"], ["{%tr endfor %}"]])
    dice = random.Random(4)
    for _ in range(300):
        file = bytearray(whole)
        for _ in range(dice.randint(1, 4)):
            file[dice.randrange(len(file))] = dice.randrange(256)
        try:
            compile_template(bytes(file)).render(CONTENT)
        except TemplateError:
            continue
