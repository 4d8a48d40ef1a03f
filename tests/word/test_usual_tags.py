"""Tags read without Jinja's parser make the tree that Jinja makes of the whole."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from jinja2 import TemplateSyntaxError, nodes

from autoadmin.word.package import read_package
from autoadmin.word.parsing import SANDBOX
from autoadmin.word.parts import as_document, text_parts
from autoadmin.word.proofs import proof_part
from autoadmin.word.source import Source
from autoadmin.word.tags import Tag
from autoadmin.word.usual_tags import UnusualError, usual_tree
from tests.templates.shipped import IDS, layout
from tests.word.planted import DISORDER, PLANTED


@given(PLANTED)
def test_whatever_is_typed_makes_the_tree_that_jinja_makes(planted: list[str | Tag]) -> None:
    _check_tree(planted)


@given(DISORDER)
def test_tags_in_any_disorder_make_the_tree_that_jinja_makes_or_none(planted: list[str | Tag]) -> None:
    _check_tree(planted)


@pytest.mark.parametrize("id", IDS)
def test_each_shipped_layout_makes_the_tree_that_jinja_makes_with_each_thing_at_its_tag(id: str) -> None:
    parts = as_document(read_package(layout(id).read_bytes()))
    for name, title in text_parts(parts).items():
        proof = proof_part(name, title, parts[name])
        expected = SANDBOX.parse(proof.source.text)
        assert _joined(proof.tree) == _joined(expected)
        assert _tags_of(proof.tree, proof.source) == _tags_of(expected, proof.source)


def test_most_of_what_the_shipped_layouts_say_is_read_without_jinja() -> None:
    read: list[str] = []

    def reading(code: str) -> nodes.Template:
        read.append(code)
        return SANDBOX.parse(code)

    count = 0
    for id in IDS:
        parts = as_document(read_package(layout(id).read_bytes()))
        for name, title in text_parts(parts).items():
            proof = proof_part(name, title, parts[name])
            usual_tree(proof.source.planted, reading)
            count += len(proof.tags)
    assert len(read) < count / 100


def _tags_of(tree: nodes.Template, source: Source) -> list[int]:
    """Return the tag of each field and block; of what is compared, Jinja tells the line on which that ends."""
    found = tree.find_all((nodes.Name, nodes.Getattr, nodes.If, nodes.For))
    return [source.tag_at(node.lineno) for node in found]


def _joined(tree: nodes.Template) -> nodes.Template:
    """Return the tree with fixed words that follow one another in one."""
    for output in tree.find_all(nodes.Output):
        together: list[nodes.Expr] = []
        for node in output.nodes:
            if together and isinstance(node, nodes.TemplateData) and isinstance(together[-1], nodes.TemplateData):
                together[-1] = nodes.TemplateData(together[-1].data + node.data)
            else:
                together.append(node)
        output.nodes = together
    return tree


def _check_tree(planted: Iterable[str | Tag]) -> None:
    source = Source(tuple(planted))
    try:
        expected = SANDBOX.parse(source.text)
    except TemplateSyntaxError:
        with pytest.raises((TemplateSyntaxError, UnusualError)):
            usual_tree(source.planted, SANDBOX.parse)
        return
    try:
        tree, _ = usual_tree(source.planted, SANDBOX.parse)
    except UnusualError:
        return
    assert _joined(tree) == _joined(expected)
