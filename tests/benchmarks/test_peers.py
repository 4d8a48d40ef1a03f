"""The benchmark compares like with like: every way that it times fills the same words into the same layout."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from autoadmin.word import compile_template
from tests.benchmarks.bench_word import likeness
from tests.benchmarks.by_hand import holds
from tests.benchmarks.deflate import packers
from tests.benchmarks.documents import Document, chronology, letter, minutes
from tests.benchmarks.measuring import take_turns
from tests.benchmarks.node_peers import NoNodeError, NoRegistryError, fill_in_node, install_node_peers
from tests.benchmarks.peers import OURS, fillers, floor

_DOCUMENTS = {"letter": letter(), "minutes": minutes(), "chronology": chronology(12)}
a_document = pytest.mark.parametrize("document", _DOCUMENTS.values(), ids=_DOCUMENTS)


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("node")
    try:
        install_node_peers(folder)
    except NoRegistryError as reason:
        pytest.skip(f"docxtemplater and carbone come from npm. {reason}")
    except NoNodeError as reason:
        if os.environ.get("CI") and shutil.which("npm") is None:
            raise  # CI installs node and npm; what npm then brings is not in its hands
        pytest.skip(f"docxtemplater and carbone cannot be had here. {reason}")
    return folder


@a_document
def test_every_way_in_this_process_fills_the_same_words(document: Document) -> None:
    files = {name: fill() for name, fill in fillers(document).items()}
    likenesses = {name: likeness(files[OURS], file) for name, file in files.items()}
    assert set(likenesses.values()) == {"the same words"}, likenesses


@a_document
def test_the_peers_in_node_fill_the_same_words(document: Document, node: Path) -> None:
    ours = fillers(document)[OURS]()
    for peer in fill_in_node(document, node, seconds=0):
        assert likeness(ours, peer.file).startswith("the same words"), peer.name


def test_another_word_is_not_the_same_words() -> None:
    document = letter()
    other = Document("another", document.layout, {**document.content, "why": "No reason was given."})
    assert likeness(fillers(document)[OURS](), fillers(other)[OURS]()) == "NOT the same words"


def test_the_floor_fills_every_part_that_has_tags() -> None:
    document = letter()
    template = compile_template(document.layout)
    assert [layout.name for layout in template.layouts] == ["word/document.xml", "word/header1.xml", "word/footer1.xml"]
    floor(template, document)()


def test_a_higher_level_of_deflate_makes_no_more_bytes() -> None:
    ways = packers(minutes())
    assert ways["zlib 6"]() <= ways["zlib 1"]()


def test_every_way_has_its_turn_and_a_time() -> None:
    calls: list[str] = []
    times = take_turns({"one": lambda: calls.append("one"), "other": lambda: calls.append("other")}, seconds=0)
    assert times.keys() == {"one", "other"}
    assert calls.count("one") == calls.count("other") > 3


def test_a_condition_that_the_filler_by_hand_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="not a condition"):
        holds("a > 3", {"a": 4})


def test_npm_without_a_network_is_told_from_npm_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    npm = tmp_path / "npm"
    for name in ("npm", "node"):
        (tmp_path / name).write_text("#!/bin/sh\necho npm error code $SAYS; exit 1\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{npm.parent}:/usr/bin:/bin")
    for says, error in (("ENOTFOUND", NoRegistryError), ("E404", NoNodeError)):
        monkeypatch.setenv("SAYS", says)
        with pytest.raises(NoNodeError) as caught:
            install_node_peers(tmp_path)
        assert type(caught.value) is error
