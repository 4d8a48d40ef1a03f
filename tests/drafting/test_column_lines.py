"""How many lines words take: as the font's widths say, never fewer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from autoadmin.drafting.column_lines import lines_in


def test_narrow_letters_share_a_line_where_wide_ones_do_not() -> None:
    assert lines_in("ill " * 10, 10_000) == 1
    assert lines_in("WWW " * 10, 10_000) > 3


def test_a_word_wider_than_the_column_is_broken_and_nothing_takes_no_line() -> None:
    assert lines_in("a" * 100, 10_000) >= 6
    assert lines_in("", 10_000) == 1


def test_an_accent_takes_no_room_and_an_unknown_letter_much() -> None:
    assert lines_in("é" * 17, 10_000) == lines_in("e" * 17, 10_000) == 1
    assert lines_in("漢" * 17, 10_000) > 1


@given(st.text(alphabet="ab W漢,.", max_size=80), st.text(alphabet="ab W漢,.", max_size=20))
def test_more_words_never_take_fewer_lines(words: str, more: str) -> None:
    assert lines_in(f"{words} {more}", 12_000) >= lines_in(words, 12_000)
