"""Values written in other places than the words of a run: attributes, field codes, addresses, document properties.

There is no highlighting there: what nobody recorded is said in plain words, and listed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from urllib.parse import quote

from jinja2 import pass_context
from jinja2.runtime import Context

from autoadmin.word import voices
from autoadmin.word.escaping import escape_attribute
from autoadmin.word.printing import PRESS, Press, UnprintableError, said, said_gap
from autoadmin.word.rich import safe_link

AT_ANCHOR: Final = ""  # the number of a note that is no copy: it stands filled behind its anchor
_FIRST_COPY: Final = 10_000  # no layout has so many notes of its own


@pass_context
def plain_at(context: Context, value: object, number: int) -> str:
    """Return the value as plain text, safe in an attribute or an element that holds nothing but text."""
    return escape_attribute(said(context.parent[PRESS], value, number))


@pass_context
def quoted_at(context: Context, value: object, number: int) -> str:
    """Return the value for a place within the quotation marks of a field code."""
    return escape_attribute(_quoted(said(context.parent[PRESS], value, number)))


@pass_context
def argument_at(context: Context, value: object, number: int) -> str:
    """Return the value as one argument of a field code."""
    return escape_attribute(f'"{_quoted(said(context.parent[PRESS], value, number))}"')


@pass_context
def address_at(context: Context, value: object, number: int) -> str:
    """Return the value as an address or the beginning of one; `about:blank` where nobody recorded it."""
    press: Press = context.parent[PRESS]
    if said_gap(press, value, number):
        return "about:blank"
    address = safe_link(said(press, value, number).strip())
    if not address:
        raise UnprintableError("This is no web or mail address, so a link cannot lead to it.")
    return escape_attribute(address)


@pass_context
def address_piece_at(context: Context, value: object, number: int) -> str:
    """Return the value as a piece of an address, with everything encoded that could lead elsewhere."""
    return escape_attribute(quote(said(context.parent[PRESS], value, number), safe="/@", errors="replace"))


@pass_context
def new_number_at(context: Context, value: str, number: int) -> str:
    """Return a number that nothing else in the document has."""
    press: Press = context.parent[PRESS]
    press.numbers[value] = press.next_number()
    return str(press.numbers[value])


@pass_context
def same_number_at(context: Context, value: str, number: int) -> str:
    """Return the number that took the place of this one last."""
    press: Press = context.parent[PRESS]
    return str(press.numbers.get(value, value))


@pass_context
def new_name_at(context: Context, value: str, number: int) -> str:
    """Return the name the first time, and the name with a number from then on."""
    press: Press = context.parent[PRESS]
    press.names[value] += 1
    return escape_attribute(value if press.names[value] == 1 else f"{value}_{press.names[value]}")


@pass_context
def new_note_at(context: Context, value: str, number: int) -> str:
    """Return the number of a note the first time, and from then on that of a copy, which is to be made."""
    press: Press = context.parent[PRESS]
    kind, _, known = value.partition(" ")
    press.names[value] += 1
    if press.names[value] == 1:
        return escape_attribute(known)
    press.notes.append((kind, known, str(_FIRST_COPY + len(press.notes))))
    return press.notes[-1][2]


@pass_context
def own_note_at(context: Context, value: str, number: int) -> str:
    """Return the number of a note that is filled at its anchor, from the second time on a new one."""
    press: Press = context.parent[PRESS]
    kind, _, known = value.partition(" ")
    press.names[value] += 1
    new = known if press.names[value] == 1 else str(_FIRST_COPY + len(press.notes))
    press.notes.append((kind, AT_ANCHOR, new))
    return escape_attribute(new)


SPEAKING: Final[dict[str, Callable[..., Any]]] = {
    voices.PLAIN: plain_at,
    voices.ATTRIBUTE: plain_at,
    voices.QUOTED: quoted_at,
    voices.ARGUMENT: argument_at,
    voices.ADDRESS: address_at,
    voices.ADDRESS_PIECE: address_piece_at,
    voices.NEW_NUMBER: new_number_at,
    voices.SAME_NUMBER: same_number_at,
    voices.NEW_NAME: new_name_at,
    voices.NEW_NOTE: new_note_at,
    voices.OWN_NOTE: own_note_at,
}


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
