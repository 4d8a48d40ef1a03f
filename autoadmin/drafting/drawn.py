"""Pictures as content: what is to be drawn as plain values, or the gap where nobody recorded any of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from autoadmin.domain.gaps import NotRecorded
from autoadmin.domain.held import CaseFile
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.kinship import Ecomap, Genogram
from autoadmin.drafting.kin import ecomap_of, genogram_of
from autoadmin.drafting.paper import Paper

GENOGRAM, ECOMAP = "genogram", "ecomap"


def drawn_values(
    paper: Paper, case: CaseFile, about: Collection[ChildId], pictures: Iterable[str]
) -> dict[str, object]:
    """Return the pictures of a document about these children, by their names."""
    genogram = genogram_of(case, about)
    found: dict[str, Genogram | Ecomap | NotRecorded] = {}
    for picture in pictures:
        if picture == ECOMAP:
            ecomap = ecomap_of(case, about, genogram)
            found[picture] = ecomap if ecomap.outside else paper.gap(picture)
        else:
            has_kin = genogram.parentages or genogram.bonds or genogram.siblings or genogram.unplaced
            found[picture] = genogram if has_kin else paper.gap(picture)
    return dict(found)
