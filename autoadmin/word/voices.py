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
NEW_NUMBER: Final = "new_number_at"  # as a number that nothing else has
SAME_NUMBER: Final = "same_number_at"  # as the number that was given last for the same value
NEW_NAME: Final = "new_name_at"  # as a name that nothing else has
NEW_NOTE: Final = "new_note_at"  # as the number of a footnote or endnote that is copied for each turn of a loop
OWN_NOTE: Final = "own_note_at"  # as the number of a footnote or endnote that is filled at its anchor
ADDRESS_PIECE: Final = "address_piece_at"  # further on in an address
