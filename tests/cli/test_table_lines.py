"""Tables of answers: whole words in straight columns, within the width there is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from autoadmin.cli.table_lines import fitted, table_lines


def test_a_table_is_as_wide_as_its_words_need() -> None:
    head, body = table_lines(("what", "due"), [("Visit", "3 May 2026"), ("Zoë’s review", "–")], 80)
    assert head == [" what         ┃ due        "]
    assert list(body) == [
        "━━━━━━━━━━━━━━╇━━━━━━━━━━━━",
        " Visit        │ 3 May 2026 ",
        " Zoë’s review │ –          ",
    ]


def test_where_there_is_less_room_the_widest_columns_are_broken_between_words() -> None:
    _, body = table_lines(("", ""), [("a b", "one two three\nfour")], 15)
    assert list(body) == ["━━━━━╇━━━━━━━━━", " a b │ one two ", "     │ three   ", "     │ four    "]


def test_a_word_longer_than_its_column_is_broken_and_none_of_it_is_lost() -> None:
    _, body = table_lines(("", ""), [("abcdefghij", "x")], 10)
    assert "".join(line.split("│")[0].strip() for line in list(body)[1:]) == "abcdefghij"


def test_a_table_without_rows_has_its_heads() -> None:
    head, body = table_lines(("what", "due"), [], 80)
    assert (len(head), len(list(body))) == (1, 1)


def test_letters_two_places_wide_keep_the_columns_straight() -> None:
    _, body = table_lines(("n", "x"), [("李", "a"), ("Li", "b")], 80)
    assert list(body)[1:] == [" 李 │ a ", " Li │ b "]


@given(st.lists(st.integers(0, 60), min_size=1, max_size=6), st.integers(1, 200))
def test_columns_fill_the_room_and_only_the_widest_give_way(needed: list[int], room: int) -> None:
    widths = fitted(needed, room)
    if sum(needed) <= room:
        assert widths == needed
    elif room >= len(needed):
        assert sum(widths) <= room
        narrowed = [width for width, need in zip(widths, needed, strict=True) if width < need]
        assert narrowed and max(narrowed) - min(narrowed) <= 1


@given(st.lists(st.tuples(st.text("ab é李-"), st.text("xyz \n")), min_size=1, max_size=5), st.integers(12, 60))
def test_no_letter_of_a_cell_is_lost(rows: list[tuple[str, str]], width: int) -> None:
    _, body = table_lines(("one", "two"), rows, width)
    shown = "".join("".join(line.split()) for line in list(body)[1:]).replace("│", "")
    assert sorted(shown) == sorted("".join("".join(first.split()) + "".join(second.split()) for first, second in rows))
