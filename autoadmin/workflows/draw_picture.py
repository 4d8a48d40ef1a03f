"""Draw a family's genogram or ecomap as recorded now, into a file that a person can look at."""

from __future__ import annotations

from pathlib import Path

from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.errors import OperationError, UnknownIdError, WrongUseError
from autoadmin.domain.identifiers import ChildId, FamilyId
from autoadmin.drafting.kin import ecomap_of, genogram_of
from autoadmin.pictures import Drawn, draw_ecomap, draw_genogram
from autoadmin.pictures.png import png_of
from autoadmin.workflows.gathering import gather_case
from autoadmin.workflows.placing import write_whole
from autoadmin.workflows.services import Services

GENOGRAM, ECOMAP = "genogram", "ecomap"
KINDS = (".svg", ".png")


def draw_picture(services: Services, picture: str, family: str, target: Path, *, by: str, child: str = "") -> Drawn:
    """Write the picture of a family to `target`, as SVG or PNG by its name; that it was drawn is recorded.

    It is about one child, where asked, else about all. UnknownIdError where the family or child is not held.
    """
    if target.suffix.lower() not in KINDS:
        raise WrongUseError(f"{target.name} must end in .svg or .png.")
    with services.store.begin() as store:
        case = gather_case(store, services.shelf, FamilyId(family), at=services.today())
        if child and case.child(ChildId(child)) is None:
            raise UnknownIdError(f"{child} is not a child of family {family}.")
        store.audit.add(AuditEntry(f"{picture}_drawn", child or family, at=services.clock(), by=by))
    about = [ChildId(child)] if child else [held.id for held in case.family.children]
    genogram = genogram_of(case, about)
    drawn = draw_ecomap(ecomap_of(case, about, genogram)) if picture == ECOMAP else draw_genogram(genogram)
    data = png_of(drawn.sheet) if target.suffix.lower() == ".png" else drawn.svg.encode()
    try:
        write_whole(target, data)
    except OSError as error:
        raise OperationError(f"{target} cannot be written ({error.strerror}).") from error
    return drawn
