"""The elements of the children-in-need census, 2021 to 2026: which element holds which.

From the census's published schema; `GenderCurrent` became `Sex` in 2024/25 and `Disabilities` lost a level.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

HOLDS: Final[dict[str, frozenset[str]]] = {
    parent: frozenset(children.split())
    for parent, children in {
        "Message": "Header Children",
        "Header": "CollectionDetails Source Content",
        "CollectionDetails": "Collection Year ReferenceDate",
        "Source": "SourceLevel LEA SoftwareCode Release SerialNo DateTime",
        "Children": "Child",
        "Child": "ChildIdentifiers ChildCharacteristics CINdetails",
        "ChildIdentifiers": "LAchildID UPN FormerUPN UPNunknown PersonBirthDate ExpectedPersonBirthDate GenderCurrent "
        "Sex PersonDeathDate",
        "ChildCharacteristics": "Ethnicity Disabilities Disability",
        "Disabilities": "Disability",
        "CINdetails": "CINreferralDate ReferralSource PrimaryNeedCode CINclosureDate ReasonForClosure "
        "DateOfInitialCPC ReferralNFA Assessments CINPlanDates Section47 ChildProtectionPlans",
        "Assessments": "AssessmentActualStartDate AssessmentInternalReviewDate AssessmentAuthorisationDate "
        "FactorsIdentifiedAtAssessment AssessmentFactors",
        "FactorsIdentifiedAtAssessment": "AssessmentFactors",
        "CINPlanDates": "CINPlanStartDate CINPlanEndDate",
        "Section47": "S47ActualStartDate InitialCPCtarget DateOfInitialCPC ICPCnotRequired",
        "ChildProtectionPlans": "CPPstartDate CPPendDate InitialCategoryOfAbuse LatestCategoryOfAbuse "
        "NumberOfPreviousCPP Reviews",
        "Reviews": "CPPreviewDate",
    }.items()
}

NOT_KEPT: Final[frozenset[str]] = frozenset({"FormerUPN", "UPNunknown"})


def tag_of(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def children_of(element: etree._Element, tag: str) -> list[etree._Element]:
    """Return the child elements of one name, whatever namespace they are in."""
    return [child for child in element if tag_of(child) == tag]


def line_of(element: etree._Element) -> int:
    """Return the line on which an element starts."""
    return int(element.sourceline or 0)


def unread_elements(root: etree._Element) -> Iterator[etree._Element]:
    """Yield each element that the census does not know where it stands, and everything below it."""
    for child in root:
        if tag_of(child) in HOLDS.get(tag_of(root), frozenset()):
            yield from unread_elements(child)
        else:
            yield from child.iter()


def stray_texts(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield the text that stands between elements, with the element after which or in which it stands."""
    for element in root.iter():
        inside = (element.text or "").strip() if len(element) else ""
        after = (element.tail or "").strip() if element.getparent() is not None else ""
        yield from ((element, text) for text in (inside, after) if text)
