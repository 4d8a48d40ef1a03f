"""How to mend a tag that cannot be read: what its writer most likely meant, in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_QUOTED: Final = re.compile(r""""[^"]*"|'[^']*'""")
_TWO_NAMES: Final = re.compile(r"([A-Za-z_][\w.]*) +([A-Za-z_][\w.]*)")
_SCOPE: Final = re.compile(r"^-?(?:p|tr|tc|r)\s+")  # letters right behind the braces
_WORDS: Final = frozenset(
    {"and", "or", "not", "in", "is", "if", "else", "elif", "for", "set", "with", "p", "tr", "tc", "r"}
)
_SIGNS: Final = {"&&": "and", "||": "or", "&": "and", "!": "not"}


def how_to_mend(typed: str, said: str) -> str:
    """Return what to write instead of a tag as typed, or else what Jinja's reader said of it."""
    inner = _SCOPE.sub("", typed[2:-2]).strip(" -+")
    return next(_guesses(inner, _QUOTED.sub('""', inner)), f"The reader says: {said}.".replace("..", "."))


def _guesses(inner: str, bare: str) -> Iterator[str]:
    """Yield what may be meant, likeliest first; `bare` is the tag with nothing between its quotation marks."""
    if value := re.match(r"(p|r)\s+([\w.]+)$", inner):
        yield f"There is a space too many. Write {{{{{value[1]} {value[2]} }}}}."
    if re.search(r"[{}]\s[{}]", bare):
        yield "There is a space between two braces. Take it out."
    if bare.startswith(("{", "%")) or bare.endswith(("}", "%")):
        yield f"There is a sign too many beside the braces. Write {{{{ {bare.strip('{}% ')} }}}}."
    if other := re.match(r"else\s*if\b(.*)", inner):
        yield f"Write {{% elif{other[1].rstrip()} %}}."
    if bare.replace('""', "").count('"') % 2 or bare.replace('""', "").count("'") % 2:
        yield "A quotation mark has no other half."
    for sign, word in _SIGNS.items():
        if sign in bare.replace("!=", ""):
            yield f"Instead of {sign} write {word}."
    if re.match(r"for\b", bare) and not re.search(r"\sin\s", bare):
        yield "A loop is written {% for item in list %}."
    if re.match(r"set\b", bare) and "=" not in bare:
        yield "Say what it is to be: {% set name = value %}."
    if re.match(r"(?:if|elif)\b", bare) and re.search(r"[^=!<>]=[^=]", bare):
        yield "To compare, write == instead of =."
    if re.search(r"(?:\||\.|\[|\(|,|\+|=|\b(?:if|elif|and|or|not|in|is))$", bare):
        yield "Something is missing at its end."
    for first, second in _TWO_NAMES.findall(bare):
        if not {first, second} & _WORDS:
            yield f"A name has no spaces. Did you mean “{first}_{second}” or “{first}.{second}”?"
    if strange := re.search(r"[^\w\s.,:()\[\]{}|+*/%=<>!~\"'-]", bare):
        yield f"The sign {strange[0]} has no meaning in a tag."
