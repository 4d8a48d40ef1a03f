"""The workflows that a task or a schedule may name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from autoadmin.workflows.collect_inbox import collect_inbox
from autoadmin.workflows.draft_document import draft_document
from autoadmin.workflows.place_document import place_document
from autoadmin.workflows.put_away import put_away
from autoadmin.workflows.restate_clocks import restate_clocks
from autoadmin.workflows.start_clocks import start_clocks
from autoadmin.workflows.take_in import take_in

WORKFLOWS: Final[Mapping[str, Callable[..., object]]] = MappingProxyType(
    {
        "collect_inbox": collect_inbox,
        "take_in": take_in,
        "put_away": put_away,
        "start_clocks": start_clocks,
        "restate_clocks": restate_clocks,
        "draft_document": draft_document,
        "place_document": place_document,
    }
)
SCHEDULED: Final = ("collect_inbox", "restate_clocks", "draft_document")  # what a schedule may name
