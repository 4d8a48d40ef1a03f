"""Words and tags of an invented part in all sorts of order, and the source that they make."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import strategies as st

from autoadmin.word.errors import Spot
from autoadmin.word.finding import read_tag
from autoadmin.word.source import Source, as_jinja
from autoadmin.word.tags import Tag

_FIELDS = (
    *("name", "child.born", "a.b.c", "loop.first", "nothing", "in_care", "none", "true", "_hidden", "café", "a.in"),
    *("x", "y", "people", "pairs", "loop.index", "x.name", "unknown"),
)
_SAID = (
    *("{{ %s }}", "{{ %s|upper }}", "{{%s}}", "{{ not %s }}", "{{ %s == 'a' }}", '{{ %s != "it\'s" }}', "{{ (%s) }}"),
    *('{{ %s == "a\\n" }}', "{{ %s, 1 }}", "{{ %s if true }}", "{{ %s[0] }}", "{{ %s.0 }}", "{{ %s }}", "{# %s #}"),
    *("{%% set y = %s %%}", "{%% set name = %s ~ 1 %%}", "{%% set a, b = %s, x %%}", "{{ range(2)|list + [%s] }}"),
    *("{{ people|map(attribute='name')|join(%s) }}", "{{ [%s][:1] }}", "{{ -1 < %s }}", "{{ {'a': %s}.a }}"),
    *("{%% set x = %s %%}", "{%% pagebreak if %s %%}", "{{ not%s }}", "{{ %s ~ 'b' }}", "{{ %s is defined }}"),
)
_BLOCKS = (
    *(("{%% if %s %%}", "{%% endif %%}"), ("{%% if not %s %%}", "{%% endif %%}")),
    *(("{%% for x in %s %%}", "{%% endfor %%}"), ("{%% for a, b in %s %%}", "{%% endfor %%}")),
    *(("{%% if %s == '' %%}", "{%% endif %%}"), ("{%% with y = %s %%}", "{%% endwith %%}")),
    *(("{%% for x in %s if x %%}", "{%% endfor %%}"), ("{%% if a or %s %%}", "{%% endif %%}")),
    *(("{%% for none in %s %%}", "{%% endfor %%}"), ("{%% for x in %s recursive %%}", "{%% endfor %%}")),
)
_MIDDLES = ("{%% elif %s %%}", "{%% else %%}", "{%% elif %s and b %%}", "{%% else x %%}", "{%% elif not %s %%}")


def _tag(form: str, field: str) -> Tag:
    return read_tag(form % field if "%s" in form else form % (), Spot("main text"))


_fields = st.sampled_from(_FIELDS)
WORDS = st.text("ab \n<>&", max_size=6)
SINGLE = st.builds(_tag, st.sampled_from(_SAID), _fields)
MIDDLE = st.builds(_tag, st.sampled_from(_MIDDLES), _fields)


def _around(inner: st.SearchStrategy[list[str | Tag]]) -> st.SearchStrategy[list[str | Tag]]:
    def blocked(ends: tuple[str, str], field: str, body: list[str | Tag], middles: list[Tag]) -> list[str | Tag]:
        return [
            _tag(ends[0], field),
            *body,
            *(part for middle in middles for part in (middle, *body)),
            _tag(ends[1], ""),
        ]

    block = st.builds(blocked, st.sampled_from(_BLOCKS), _fields, inner, st.lists(MIDDLE, max_size=2))
    return st.lists(st.one_of(block, inner), max_size=3).map(lambda parts: [piece for part in parts for piece in part])


PLANTED = st.recursive(st.lists(st.one_of(WORDS, SINGLE), max_size=4), _around, max_leaves=8)
DISORDER = st.lists(
    st.one_of(
        WORDS, SINGLE, MIDDLE, st.builds(_tag, st.sampled_from([end for ends in _BLOCKS for end in ends]), _fields)
    )
)


def source_of(planted: Iterable[str | Tag]) -> tuple[Source, list[Tag]]:
    """Return the source that words and tags make, and its tags by number."""
    tags: list[Tag] = []
    tag_of_line, line, pieces = {}, 1, list(planted)
    for piece in pieces:
        if isinstance(piece, Tag):
            tag_of_line[line] = len(tags)
            tags.append(piece)
        line += (as_jinja(piece) if isinstance(piece, Tag) else piece).count("\n")
    return Source(tuple(pieces), tag_of_line), tags
