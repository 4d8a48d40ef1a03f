"""See what a template would make, from invented cases only: the previews are no documents and are kept nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autoadmin.catalogue.samples import load_samples
from autoadmin.catalogue.templates import load_sample
from autoadmin.domain.errors import OperationError, TemplateError
from autoadmin.domain.fields import named_as_today
from autoadmin.domain.identifiers import slug
from autoadmin.domain.templates import DocumentTemplate
from autoadmin.word.awkward import awkward_cases
from autoadmin.word.pdf import find_office, make_pdf
from autoadmin.workflows.looked_at import looked_at
from autoadmin.workflows.pictured import with_pictures
from autoadmin.workflows.placing import write_whole
from autoadmin.workflows.services import Services
from autoadmin.workflows.todays_names import aliases_of


@dataclass(frozen=True, slots=True)
class Preview:
    """One case filled in: where it lies, or why there is none."""

    case: str
    file: Path | None = None
    pdf: Path | None = None
    gaps: int = 0
    problem: str = ""
    note: str = ""  # why there is no PDF


@dataclass(frozen=True, slots=True)
class Previews:
    """The previews of a template, and a sentence where no PDF could be made."""

    previews: tuple[Preview, ...]
    note: str = ""


def preview_template(
    services: Services,
    template: str,
    *,
    to: Path,
    sample: Path | None = None,
    number: int | None = None,
    as_pdf: bool = False,
) -> Previews:
    """Write the working copy, or version `number`, filled with its samples and awkward cases, into the folder `to`.

    With `sample`, only that one. TemplateError where the layout does not compile.
    """
    body = looked_at(services, template, number)
    compiled = services.shelf.compiled(body)
    stem = f"PREVIEW-{body.id}{f'-v{number}' if number else ''}"
    previews: list[Preview] = []
    for case, content in _cases(services, body, sample):
        try:
            rendered = compiled.render(content)
        except TemplateError as error:
            previews.append(Preview(case, problem=error.detail))
            continue
        file = to / f"{stem}-{slug(case)}.docx"
        _write(file, rendered.file)
        previews.append(Preview(case, file, gaps=len(rendered.gaps)))
    return _with_pdfs(previews) if as_pdf else Previews(tuple(previews))


def _cases(
    services: Services, body: DocumentTemplate, sample: Path | None
) -> Iterator[tuple[str, Mapping[str, object]]]:
    if sample:
        yield sample.stem, with_pictures(load_sample(sample))
        return
    pictured = with_pictures(body.sample)
    yield "sample", pictured
    renamed = aliases_of(body.composition)
    for case, content in load_samples(services.places.templates / body.id, body.sample).cases.items():
        yield case, with_pictures(named_as_today(content, renamed))
    yield from awkward_cases(pictured)


def _write(file: Path, data: bytes) -> None:
    try:
        write_whole(file, data)
    except OSError as error:
        raise OperationError(f"{file} cannot be written ({error.strerror}).") from error


def _with_pdfs(previews: Sequence[Preview]) -> Previews:
    """Return the previews each with its PDF, or with why LibreOffice made none of it."""
    if find_office() is None:
        return Previews(tuple(previews), "LibreOffice is not installed, so there is no PDF; the Word files are there.")
    return Previews(tuple(_with_pdf(preview) for preview in previews))


def _with_pdf(preview: Preview) -> Preview:
    if preview.file is None:
        return preview
    try:
        return replace(preview, pdf=make_pdf(preview.file))
    except OperationError as error:
        return replace(preview, note=error.detail)
