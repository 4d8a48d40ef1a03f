"""The folder of templates: one subfolder per document, with `template.toml`, `layout.docx` and `sample.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from autoadmin.catalogue.tables import Table, cannot_open, did_you_mean, read_toml, shown
from autoadmin.domain.errors import CatalogueError
from autoadmin.domain.identifiers import RuleId, TemplateId, digest
from autoadmin.domain.templates import DocumentTemplate, Subject

DESCRIPTION, LAYOUT, SAMPLE = "template.toml", "layout.docx", "sample.json"
LABELS = "fields"  # the table of template.toml that gives each field its plain words
READ_ALONG = frozenset({"layout", "sample", "sha256"})  # not typed in template.toml
KEYS = frozenset(f.name for f in fields(DocumentTemplate)) - READ_ALONG - {"labels"} | {LABELS}
ZIP_MARK = b"PK\x03\x04"  # how every Word file begins


@dataclass(frozen=True, slots=True)
class TemplateCatalogue:
    """The templates that are right, in order of their ids, and a sentence for each thing that is not."""

    templates: tuple[DocumentTemplate, ...]
    problems: tuple[str, ...] = ()


def load_templates(folder: Path) -> tuple[DocumentTemplate, ...]:
    """Return every template of the folder; CatalogueError lists everything that is not right, of all of them."""
    catalogue = read_catalogue(folder)
    if catalogue.problems:
        raise CatalogueError("\n".join(catalogue.problems))
    return catalogue.templates


def read_catalogue(folder: Path) -> TemplateCatalogue:
    """Return the templates that can be used and what is wrong with the others: one broken folder stops no other."""
    templates: list[DocumentTemplate] = []
    problems: list[str] = []
    if not folder.is_dir():
        return TemplateCatalogue((), (f"The templates folder {folder} is not there.",))
    for subfolder in sorted(folder.iterdir()):
        if subfolder.is_dir() and not subfolder.name.startswith((".", "_")):
            try:
                templates.append(load_template(subfolder))
            except CatalogueError as error:
                problems.extend(error.detail.splitlines())
    return TemplateCatalogue(tuple(templates), tuple(problems))


def load_template(folder: Path) -> DocumentTemplate:
    """Return one template; CatalogueError has a line for each thing that is not right with it."""
    description = folder / DESCRIPTION
    table = Table(shown(description), read_toml(description))
    template = replace(
        _described(table, folder.name), layout=_layout(folder / LAYOUT, table), sample=_sample(folder / SAMPLE, table)
    )
    if table.problems:
        raise CatalogueError("\n".join(table.problems))
    return replace(template, sha256=template_hash(template))


def load_sample(path: Path) -> Mapping[str, object]:
    """Return the content in a sample's file; CatalogueError where it cannot be read."""
    table = Table(shown(path), {})
    sample = _sample(path, table)
    if table.problems:
        raise CatalogueError("\n".join(table.problems))
    return sample


def template_hash(template: DocumentTemplate) -> str:
    """Return the digest of what decides how a document looks: the description and the Word file, not the sample.

    What stands at its default is left out: layout and comments of template.toml do not count, and a key that a later
    version of autoadmin adds leaves the hashes of today's templates, and so of today's drafts, as they are.
    """
    said = {f.name: getattr(template, f.name) for f in fields(template) if f.name not in READ_ALONG}
    said = {name: value for name, value in said.items() if value}
    return digest(json.dumps(said, sort_keys=True, ensure_ascii=False, default=dict), template.layout)


def _described(table: Table, folder: str) -> DocumentTemplate:
    table.only(KEYS)
    if (given := table.text("id", folder)) != folder:
        table.wrong(f'id is "{given}" but the folder is called "{folder}"; they must be the same.')
    labels = table.within(LABELS)
    described = DocumentTemplate(
        id=TemplateId(folder),
        title=table.text("title", None),
        version=table.text("version", None),
        subject=_subject(table),
        composition=table.text("composition", folder),
        purpose=table.text("purpose"),
        law=table.text("law"),
        drafted_by=table.text("drafted_by"),
        signed_by=table.text("signed_by"),
        received_by=table.texts("received_by"),
        answers=tuple(RuleId(rule) for rule in table.texts("answers")),
        drafted_after_meeting=table.switch("drafted_after_meeting", default=False),
        required=table.texts("required"),
        labels=labels.plain_texts() if labels else {},
        most_pages=table.whole_number("most_pages") if "most_pages" in table.keys else 0,
        to_be_confirmed=table.texts("to_be_confirmed"),
    )
    return replace(described, classification=table.text("classification", described.classification))


def _subject(table: Table) -> Subject:
    typed = table.text("subject", None)
    if typed in set(Subject):
        return Subject(typed)
    if typed:
        table.wrong(f'subject is "{typed}"{did_you_mean(typed, Subject)}')
    return Subject.MEETING


def _layout(path: Path, table: Table) -> bytes:
    try:
        layout = path.read_bytes()
    except OSError as error:
        table.problems.append(cannot_open(path, error))
        return b""
    if not layout.startswith(ZIP_MARK):
        table.problems.append(f"{shown(path)} is not a Word file (.docx).")
    return layout


def _sample(path: Path, table: Table) -> Mapping[str, object]:
    try:
        sample = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        table.problems.append(cannot_open(path, error))
    except UnicodeDecodeError:
        table.problems.append(f"{shown(path)} is not saved as UTF-8 text.")
    except json.JSONDecodeError as error:
        table.problems.append(f"{shown(path)} cannot be read as JSON: line {error.lineno}: {error.msg}.")
    else:
        if isinstance(sample, dict):
            return sample
        table.problems.append(f"{shown(path)} must hold one object, {{ ... }}.")
    return {}
