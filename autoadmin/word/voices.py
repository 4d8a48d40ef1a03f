"""The ways in which a value is written where it is not as the words of a run; each is a filter of this name."""

from __future__ import annotations

from typing import Final

PARAGRAPH: Final = "paragraph_at"  # as the properties of a paragraph
PICTURE: Final = "picture_at"  # in the place of a picture of the layout
PLAIN: Final = "plain_at"  # as the text of an element that holds nothing but text
ATTRIBUTE: Final = "attribute_at"  # as part of an attribute
QUOTED: Final = "quoted_at"  # within the quotation marks of a field code
ARGUMENT: Final = "argument_at"  # as an argument of a field code, which it is put in quotation marks for
ADDRESS: Final = "address_at"  # as the whole or the beginning of an address
ADDRESS_PIECE: Final = "address_piece_at"  # further on in an address
