"""What is made often is made as dataclasses makes it, only sooner."""

from __future__ import annotations

import copy
import inspect
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from autoadmin.domain.made_often import made_often


@dataclass(frozen=True, slots=True)
class Plain:
    """As dataclasses makes it."""

    name: str
    age: int = 3
    names: tuple[str, ...] = ()


@made_often
@dataclass(frozen=True, slots=True)
class Quick:
    """The same, made often."""

    name: str
    age: int = 3
    names: tuple[str, ...] = ()


def test_arguments_defaults_and_words_are_those_that_dataclasses_would_give() -> None:
    assert inspect.signature(Quick) == inspect.signature(Plain).replace(return_annotation=None)
    for made in (Quick, Plain):
        ada = made("Ada", names=("A",))
        assert (ada.name, ada.age, ada.names) == ("Ada", 3, ("A",))
    assert repr(Quick("Ada")) == repr(Plain("Ada")).replace("Plain", "Quick")
    with pytest.raises(TypeError, match=r"__init__\(\) missing 1 required positional argument: 'name'"):
        Quick()  # type: ignore[call-arg]  # which is what must fail


def test_one_cannot_be_changed_and_its_copies_are_equal_to_it() -> None:
    ada = Quick("Ada")
    with pytest.raises(FrozenInstanceError):
        ada.age = 4  # type: ignore[misc]  # which is what must fail
    older = replace(ada, age=4)
    assert (older, hash(older)) == (Quick("Ada", 4), hash(Quick("Ada", 4)))
    assert older != ada
    assert copy.copy(ada) == copy.deepcopy(ada) == ada


def test_a_class_whose_objects_take_more_than_filling_slots_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Listing:
        names: dict[str, str] = field(default_factory=dict)

    with pytest.raises(TypeError, match="Listing is made by more than filling its slots"):
        made_often(Listing)
