"""Work on a whole council shared by two processes, each reading its own part of the children from the store."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache, partial
from multiprocessing import get_context
from typing import Final, TypeVar

from autoadmin.domain.people import Child
from autoadmin.store import Session, Store, open_store

Result = TypeVar("Result")
Part = tuple[Child, ...]
Work = Callable[[Session, Part], Result]  # pure but for what it reads; a function that a process can be told by name

PROCESSES: Final = 2
AT_ONCE: Final = 250  # children in a part: what is held about them is in memory together
PAYS_FROM: Final = 2_000  # children: a process takes a second to begin


def parts_of(children: Sequence[Child]) -> list[Part]:
    """Return the children in parts."""
    return [tuple(children[start : start + AT_ONCE]) for start in range(0, len(children), AT_ONCE)]


@contextmanager
def sharing(store: Store, work: Work[Result], children: int) -> Iterator[Callable[[Sequence[Part]], Iterator[Result]]]:
    """Yield what does the work on some parts and hands out their results in order; in two processes where that pays."""
    if children < PAYS_FROM or not store.where:
        yield partial(_in_turn, store, work)
        return
    spawn = get_context("spawn")  # a daemon has threads, and what they hold is not to be copied
    with ProcessPoolExecutor(PROCESSES, mp_context=spawn) as processes:
        yield partial(processes.map, partial(_apart, store.where, work))


def _in_turn(store: Store, work: Work[Result], parts: Sequence[Part]) -> Iterator[Result]:
    with store.read() as session:
        yield from (work(session, part) for part in parts)


def _apart(where: str, work: Work[Result], part: Part) -> Result:
    """Return the result of one part, in a process of its own."""
    _settle()
    store = open_store(where)
    try:
        with store.read() as session:
            return work(session, part)
    finally:
        store.close()


@cache
def _settle() -> None:
    """Keep all that had to be imported for the work from being looked through for garbage, again and again.

    Done with the first part: what a process is handed before it has begun would keep the next from beginning.
    """
    gc.freeze()
