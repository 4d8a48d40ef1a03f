"""How to mend a tag that cannot be read: what its writer most likely meant, in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

_QUOTED: Final = re.compile(r""""[^"]*"|'[^']*'""")
_APOSTROPHE: Final = re.compile(r"""(?<!\w)'((?:[^'"]*\w'\w)+[^'"]*)'(?!\w)""")
_CURLY: Final = str.maketrans("‘’‚‛", "''''")
_TWO_NAMES: Final = re.compile(r"(?<![\w.])([A-Za-z_][\w.]*) +([A-Za-z_][\w.]*)")
_LONGEST: Final = 500  # characters of a tag that somebody may have meant otherwise
_SCOPE: Final = re.compile(r"^-?(?:p|tr|tc|r)\s+")  # letters right behind the braces
_WORDS: Final = frozenset(
    {"and", "or", "not", "in", "is", "if", "else", "elif", "for", "set", "with", "p", "tr", "tc", "r"}
)
_NAMED: Final = re.compile(r"\{\{\s*[A-Za-z][\w.]*")
_HALF_CLOSED: Final = re.compile(r"(\{%.*?[^\s%])\s*(?:%\s+\}|%?\}|%(?=\w|$))")
_SIGNS: Final = {
    "<>": "!=",
    "=>": ">=",
    "=<": "<=",
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "×": "*",
    "÷": "/",
    "&&": "and",
    "||": "or",
}
_MESSAGE: Final = (  # what Jinja's reader says, and the same in plain words
    (re.compile(r"got 'end of|unexpected 'end of"), "Something is missing at its end."),
    (re.compile(r"(?:got|unexpected(?: char)?) '(.+?)'"), "What stands from “{}” on does not belong there."),
    (re.compile(r"(?i)invalid character"), "It holds a sign that no name may hold."),
)


def how_to_mend(typed: str, said: str) -> str:
    """Return what to write instead of a tag as typed, or else what Jinja's reader said of it."""
    if len(typed) > _LONGEST:
        return _plainly(said)
    inner = _SCOPE.sub("", re.sub("^[-+]|[-+]$", "", typed[2:-2])).strip()
    bare = _QUOTED.sub('""', inner)
    guesses = chain(
        _block_guesses(inner) if typed.startswith("{{") else (),
        _brace_guesses(typed, bare),
        _edge_guesses(typed, inner),
        _guesses(inner, bare),
    )
    return next(guesses, "") or _plainly(said)


def _plainly(said: str) -> str:
    """Return what Jinja's reader said of a tag, in plain words where they are known."""
    for pattern, words in _MESSAGE:
        if found := pattern.search(said):
            return words.format(*found.groups())
    return f"The reader says: {said}.".replace("..", ".")


def how_to_close(typed: str, closer: str) -> str:
    """Return what to write for a tag that lacks its end, where one can tell how far it goes; else nothing."""
    known = _HALF_CLOSED.match(typed) or _NAMED.match(typed)
    return f"Write {known[known.lastindex or 0]} {closer}." if known else ""


def _block_guesses(inner: str) -> Iterator[str]:
    """Yield what may be meant by a block that is written as a value, or as other programs write one."""
    if re.match(r"(?:if|elif|for|with)\s", inner):
        yield f"Only values stand between {{{{ and }}}}. Write {{% {inner} %}}."
    if both := re.match(r"([\w.]+)\s*(?:&|&&)\s*([\w.]+)$", inner):
        yield f"Each value stands in a tag of its own. Write {{{{ {both[1]} }}}} & {{{{ {both[2]} }}}}."
    if block := re.match(r"[#^]\s*(?:(if|each|unless)\s+)?([\w.]+)(?!.*#$)", inner):
        code = f"for item in {block[2]}" if block[1] == "each" else f"if {block[2]}"
        yield f"A block is written {{% {code} %}} here, and ends with {{% end{code[:3].strip()} %}}."
    if inner.startswith("#") and inner.endswith("#"):
        yield "A note between authors is written {# ... #}."
    if re.match(r"/\s*[\w.]+$", inner):
        yield "A block ends with {% endif %} or {% endfor %} here."


def _edge_guesses(typed: str, inner: str) -> Iterator[str]:
    """Yield what may be meant by a tag that has signs too many at its edges."""
    if (rest := inner.lstrip("=:<").rstrip(",:;>")) != inner and rest.strip():
        yield f"There is a sign too many at its edge. Write {typed[:2]} {rest.strip()} {typed[-2:]}."


def _brace_guesses(typed: str, bare: str) -> Iterator[str]:
    if re.search(r"[{}]\s[{}]", bare):
        yield "There is a space between two braces. Take it out."
    if bare.startswith(("{", "%")) or bare.endswith(("}", "%")):
        yield f"There is a sign too many beside the braces. Write {typed[:2]} {bare.strip('{}% ')} {typed[-2:]}."


def _guesses(inner: str, bare: str) -> Iterator[str]:
    """Yield what may be meant, likeliest first; `bare` is the tag with nothing between its quotation marks."""
    if value := re.match(r"(p|r)\s+([\w.]+)$", inner):
        yield f"There is a space too many. Write {{{{{value[1]} {value[2]} }}}}."
    if re.search(r"\w\.\.+[A-Za-z]", bare):
        yield f"There is a dot too many. Did you mean “{re.sub('[.]{2,}', '.', inner)}”?"
    if other := re.match(r"(end(?:if|for|with))\s+\S", inner):
        yield f"Write {{% {other[1]} %}} alone."
    if other := re.match(r"else\s*if\b(.*)", inner):
        yield f"Write {{% elif{other[1].rstrip()} %}}."
    if len(re.findall("['’‘]", inner)) == 1 and (
        owned := re.search(r"(?<![\w.])([A-Za-z][\w.]*)['’]s? +([A-Za-z]\w*)", inner)
    ):
        yield f"Did you mean “{owned[1]}.{owned[2]}”?"
    if said := _APOSTROPHE.search(inner.translate(_CURLY)):
        yield f'Words with an apostrophe stand in double quotation marks. Write "{said[1]}".'
    if bare.replace('""', "").count('"') % 2 or bare.replace('""', "").count("'") % 2:
        yield "A quotation mark has no other half."
    yield from _bracket_guesses(bare)
    for sign, word in _SIGNS.items():
        if sign in bare:
            yield f"Instead of {sign} write {word}."
    if "&" in bare:
        yield "Instead of & write and."
    if re.search(r"!\s*[A-Za-z(]", bare):
        yield "Instead of ! write not."
    if asked := re.search(r"(?<![\w.])([\w.]+)\s+(?:exists?|present|given|filled|known)$", inner) or re.match(
        r"(?:if|elif)\s+(?:exists?|present|given|filled|known)\s+([\w.]+)$", inner
    ):
        yield f"To ask whether it is there, write {{% if {asked[1]} %}}."
    if owned := re.match(r"([A-Za-z]\w*) of (?:the )?([A-Za-z]\w*)$", bare):
        yield f"Did you mean “{owned[2]}.{owned[1]}”?"
    if counted := re.match(r"for\s+(\w+)\s+in\s+(\d+)\s*\.\.\.?\s*(\d+)$", bare):
        yield f"Write {{% for {counted[1]} in range({counted[2]}, {int(counted[3]) + 1}) %}}."
    if re.match(r"for\b", bare) and not re.search(r"\sin\s", bare):
        yield "A loop is written {% for item in list %}."
    if re.match(r"set\b", bare) and "=" not in bare:
        yield "Say what it is to be: {% set name = value %}."
    if re.match(r"(?:if|elif)\b", bare) and re.search(r"[^=!<>]=[^=]", bare):
        yield "To compare, write == instead of =."
    if arrow := re.search(r"(?<![\w.])([A-Za-z][\w.]*)\s*(?:->|::?|/|\\)\s*([A-Za-z]\w*)", bare):
        yield f"Write “{arrow[1]}.{arrow[2]}”."
    if re.match(r"(?:if|elif)\b.*\bthen$", bare):
        yield "Leave out the word then."
    if given := re.search(r"\|\s*(\w+)\s*:\s*(.+)$", inner):
        yield f"What a filter is told stands in brackets. Write |{given[1]}({given[2]})."
    if bare.startswith("."):
        yield "A name cannot begin with a dot."
    if re.search(r"(?:\||\.|\[|\(|,|\+|=|\b(?:if|elif|and|or|not|in|is))$", bare):
        yield "Something is missing at its end."
    if re.match(r"for\s+each\b", bare):
        yield "Leave out the word each."
    if shouted := re.search(r"\b(AND|OR|NOT|IN|IS|And|Or|Not)\b", bare):
        yield f"Write “{shouted[1].casefold()}” in small letters."
    if held := re.search(r"(?<![\w.])([\w.]+)\s+contains\s+(.+)$", inner):
        yield f"Write {held[2]} in {held[1]}."
    if re.search(r"\bequals\b", bare):
        yield "To compare, write == instead of equals."
    if other := re.match(r"else\s+(.+)", inner):
        yield f"Write {{% else %}} alone, or {{% elif {other[1]} %}}."
    for first, second in _TWO_NAMES.findall(bare):
        if not {first, second} & _WORDS:
            yield f"A name has no spaces. Did you mean “{first}_{second}” or “{first}.{second}”?"
    if strange := re.search(r"[^\w\s.,:()\[\]{}|+*/%=<>!~\"'-]", bare):
        yield f"The sign {strange[0]} has no meaning in a tag."


def _bracket_guesses(bare: str) -> Iterator[str]:
    for opening, closing in ("()", "[]"):
        if bare.count(opening) > bare.count(closing):
            yield f"A bracket {opening} has no other half: {closing} is missing."
        if bare.count(opening) < bare.count(closing):
            yield f"A bracket {closing} has no other half. Take it out."
