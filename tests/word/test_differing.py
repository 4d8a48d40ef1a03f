"""What differs between two documents is told by part and paragraph, and nothing else is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from autoadmin.word.differing import Difference, differences

LINES = st.lists(st.text("abc ", max_size=6), max_size=8)


def test_a_paragraph_changed_one_added_and_one_gone_are_each_told_in_their_place() -> None:
    before = {"main text": "Minutes\nChair: Ana\nActions", "footer 1": "Page 1"}
    after = {"main text": "Minutes\nChair: Ben\nActions\nSources"}
    assert differences(before, after) == (
        Difference("main text", 2, "Chair: Ana", "Chair: Ben"),
        Difference("main text", 4, None, "Sources"),
        Difference("footer 1", 1, "Page 1", None),
    )


def test_spaces_and_empty_paragraphs_read_the_same() -> None:
    assert differences({"main text": "A  b\n\nC"}, {"main text": "A b \nC\n"}) == ()


@given(LINES, LINES)
def test_the_same_words_have_no_difference_and_other_words_have_one(before: list[str], after: list[str]) -> None:
    def words(lines: list[str]) -> list[str]:
        return [line for line in (" ".join(line.split()) for line in lines) if line]

    found = differences({"main text": "\n".join(before)}, {"main text": "\n".join(after)})
    assert bool(found) == (words(before) != words(after))
