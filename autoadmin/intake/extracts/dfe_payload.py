"""The Department for Education's payload: one JSON document per child, or a list of them.

It holds no reviews, visits, legal status or text, and no day of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Final

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.extracts import ExtractRecord
from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts.collection import collection_paused
from autoadmin.intake.extracts.dates import DateOrder
from autoadmin.intake.extracts.dfe_blocks import CHILD_KEYS, EPISODE_KEYS, REPEATED, TOP_KEYS, Blocks
from autoadmin.intake.extracts.extract_day import manifest_of
from autoadmin.intake.extracts.ledger import Ledger
from autoadmin.intake.extracts.returns import Return, Wide, read_return

KIND: Final = "DfE payload (JSON)"
MARK: Final = b'"la_child_id"'
EXAMPLE: Final = "payload 2026-11-24.json"
MOST_BYTES: Final = 256 * 1024 * 1024

ORPHAN = "a child whom no record names"  # cannot happen: each record names its child
PURGED = (
    'the record says that it is to be deleted ("purge"): nothing of it is taken. Delete it in the case system first'
)
UNKNOWN = "a key that the payload does not have here: not read"
NOT_A_RECORD = "is not names and values in braces where a record belongs: not taken"


def is_payload(data: bytes) -> bool:
    """Return whether this is the payload: JSON in which a child has the payload's own id."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{") and MARK in data


def read_payload(name: str, data: bytes) -> ExtractRecord:
    """Return what the records of a payload tell; one that is no JSON, or does not say its day, is refused."""
    with collection_paused():
        manifest = manifest_of(name, {}, DateOrder.YMD, EXAMPLE)
        ledger = Ledger("record")
        reader = _Payload(name, ledger)
        for number, record in enumerate(_records(name, data), start=1):
            reader.read(number, record)
        about = Return(name, sha256(data).hexdigest(), KIND, manifest, ledger, ORPHAN, "record")
        csv, parts = reader.blocks.tables(name, reader.lost)
        return read_return(about, [Wide(csv, parts)])


def _records(name: str, data: bytes) -> list[object]:
    if len(data) > MOST_BYTES:
        raise IntakeError(f"{name} is larger than {MOST_BYTES // 1024 // 1024} MB. Ask for the payload in parts.")
    try:
        said = json.loads(data.decode(json.detect_encoding(data)))
    except (ValueError, RecursionError) as fault:
        line = getattr(fault, "lineno", None)
        raise IntakeError(
            f"{name}{f', line {line}' if line else ''}: not readable as JSON. Export it again."
        ) from fault
    if isinstance(said, dict) and isinstance(said.get("Children"), list | dict):
        said = said["Children"]
    return said if isinstance(said, list) else [said]


class _Payload:
    def __init__(self, file: str, ledger: Ledger) -> None:
        self._file, self._ledger = file, ledger
        self.blocks = Blocks(file, ledger)
        self.lost = 0

    def read(self, number: int, record: object) -> None:
        """Take one child's record apart into the tables that it makes."""
        if not isinstance(record, Mapping):
            self._drop(number, NOT_A_RECORD, "")
        elif _is_purged(record):
            self._drop(number, PURGED, "purge")
        elif self.blocks.begin(number, record):
            self._note_unknown(number, record, TOP_KEYS, "")
            for details in self._only(number, record, "child_details"):
                self._note_unknown(number, details, CHILD_KEYS, "child_details.")
                self.blocks.add_child(details)
            for wellbeing in self._only(number, record, "health_and_wellbeing"):
                for sdq in self._only(number, wellbeing, "sdq_assessments", "health_and_wellbeing."):
                    self.blocks.add(REPEATED["sdq_assessments"], sdq)
            for episode in self._only(number, record, "social_care_episodes"):
                self._read_episode(number, episode)
        else:
            self.lost += 1

    def _read_episode(self, number: int, episode: Mapping[str, object]) -> None:
        self._note_unknown(number, episode, EPISODE_KEYS | REPEATED.keys(), "social_care_episodes.")
        self.blocks.add_episode(episode)
        for key, block in REPEATED.items():
            if key in episode:
                for said in self._only(number, episode, key, "social_care_episodes."):
                    self._note_unknown(number, said, block.keys, f"{key}.")
                    self.blocks.add(block, said)

    def _only(
        self, number: int, parent: Mapping[str, object], key: str, above: str = ""
    ) -> Iterator[Mapping[str, object]]:
        """Yield the records under a key, one or a list of them; what is to be deleted, or is none, is noted."""
        said = parent.get(key)
        for item in said if isinstance(said, list) else [] if said is None else [said]:
            if not isinstance(item, Mapping):
                self._ledger.add(Severity.DROPPED, self._file, NOT_A_RECORD, number, above + key, str(item)[:80])
            elif _is_purged(item):
                self._ledger.add(Severity.DROPPED, self._file, PURGED, number, above + key)
            else:
                yield item

    def _note_unknown(self, number: int, said: Mapping[str, object], known: frozenset[str], above: str) -> None:
        for key in said.keys() - known:
            self._ledger.tally(Severity.NOTE, self._file, UNKNOWN, number, f"{above}{key}")

    def _drop(self, number: int, message: str, column: str) -> None:
        self._ledger.add(Severity.DROPPED, self._file, message, number, column)
        self.lost += 1


def _is_purged(record: Mapping[str, object]) -> bool:
    return record.get("purge") is True
