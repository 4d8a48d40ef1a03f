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


SPEAKING: Final[dict[str, Callable[..., Any]]] = {
    voices.PLAIN: plain_at,
    voices.ATTRIBUTE: plain_at,
    voices.QUOTED: quoted_at,
    voices.ARGUMENT: argument_at,
    voices.ADDRESS: address_at,
    voices.ADDRESS_PIECE: address_piece_at,
}


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
