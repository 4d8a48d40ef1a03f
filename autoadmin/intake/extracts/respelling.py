"""Slips of the finger in known words: "accomodation", "fsotering". One letter off, and near to one word only."""

from __future__ import annotations

from collections.abc import Collection

SHORTEST = 7  # shorter words are too near to others


def respelled(said: str, known: Collection[str]) -> str:
    """Return a folded spelling with each unknown long word put right, where one known word alone is a letter off."""
    return " ".join(_put_right(word, known) for word in said.split())


def _put_right(word: str, known: Collection[str]) -> str:
    if len(word) < SHORTEST or word in known:
        return word
    near = [
        other for other in known if len(other) >= SHORTEST and other[0] == word[0] and _is_a_letter_off(word, other)
    ]
    return near[0] if len(near) == 1 else word


def _is_a_letter_off(one: str, other: str) -> bool:
    """Return whether a letter was left out, put in, mistaken, or changed places with the next."""
    if abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or swapped
