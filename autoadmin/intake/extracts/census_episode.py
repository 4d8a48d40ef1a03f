"""One CINdetails element: a referral and everything done under it until the case is closed.

Rule numbers are those of the census's published validation rules; what they call an error is a doubt here.
"""

from __future__ import annotations

from datetime import date

from lxml import etree

from autoadmin.domain.identifiers import ChildId
from autoadmin.intake.extracts.census_reading import CensusReading
from autoadmin.intake.extracts.census_shape import children_of

BEFORE_REFERRAL = "is before the referral that it belongs to"  # 1103, 1104, 1105, 2889, 4015
AFTER_CONFERENCE = "the section 47 enquiry starts after its initial conference"  # 8615
TWO_PLACES = "the episode and its section 47 enquiry give different dates for the initial conference"  # 2884
REVIEW_TOO_EARLY = "the review is before the plan that it reviews"  # 8841
REASON_ALONE = "a reason for closure without a closure date: the case is read as open"  # 8810


def read_episode(reading: CensusReading, child: ChildId, episode: etree._Element) -> bool:
    """Add the events of one episode; return whether there was any."""
    referral = reading.only(episode, "CINreferralDate")
    referred_on = reading.date_in(referral)
    told = [
        _referral(reading, child, episode, referral, referred_on),
        _conference(reading, child, episode, referred_on),
        *(_assessment(reading, child, block, referred_on) for block in children_of(episode, "Assessments")),
        *(_cin_plan(reading, child, block, referred_on) for block in children_of(episode, "CINPlanDates")),
        *(_enquiry(reading, child, block, referred_on) for block in children_of(episode, "Section47")),
        *(_cp_plan(reading, child, block, referred_on) for block in children_of(episode, "ChildProtectionPlans")),
    ]
    return any(told)


def _referral(
    reading: CensusReading, child: ChildId, block: etree._Element, referral: etree._Element | None, on: date | None
) -> bool:
    closure = reading.only(block, "CINclosureDate")
    closed_on, reason = reading.date_in(closure), reading.text(block, "ReasonForClosure")
    fields = {
        "source": reading.text(block, "ReferralSource"),
        "need": reading.text(block, "PrimaryNeedCode"),
        "nfa": reading.flag(block, "ReferralNFA"),
    }
    if reason and closure is None:
        reading.doubt(children_of(block, "ReasonForClosure")[0], REASON_ALONE)
    reading.span(child, "episode", referral, on, closed_on)
    opened = reading.event(child, "REFERRAL", on, referral, fields)
    return reading.event(child, "CASE_CLOSED", closed_on, closure, {"reason": reason}) or opened


def _conference(reading: CensusReading, child: ChildId, block: etree._Element, referred_on: date | None) -> bool:
    """Read the conference date of the older shape, at the level of the episode."""
    held = reading.only(block, "DateOfInitialCPC")
    held_on = reading.date_in(held)
    _in_order(reading, held, held_on, referred_on)
    own = [
        element for enquiry in children_of(block, "Section47") for element in children_of(enquiry, "DateOfInitialCPC")
    ]
    said = {(element.text or "").strip() for element in own} - {""}
    if held is not None and (held.text or "").strip() in said:
        return False  # the enquiry says it too, and tells it
    if held is not None and said:
        reading.doubt(held, TWO_PLACES)
    return reading.event(child, "ICPC_HELD", held_on, held, {})


def _assessment(reading: CensusReading, child: ChildId, block: etree._Element, referred_on: date | None) -> bool:
    start, end = (
        reading.only(block, "AssessmentActualStartDate"),
        reading.only(block, "AssessmentAuthorisationDate"),
    )
    start_on, end_on = reading.date_in(start), reading.date_in(end)
    review_on = reading.date_of(block, "AssessmentInternalReviewDate")
    _in_order(reading, start, start_on, referred_on)
    reading.span(child, "assessment", start, start_on, end_on)
    fields = {
        "open": "" if end is not None else "true",
        "internal_review_on": review_on.isoformat() if review_on else "",
    }
    started = reading.event(child, "ASSESSMENT_START", start_on, start, fields)
    return reading.event(child, "ASSESSMENT_AUTHORISED", end_on, end, {"factors": _factors(block)}) or started


def _factors(block: etree._Element) -> str:
    inner = [
        code
        for group in children_of(block, "FactorsIdentifiedAtAssessment")
        for code in children_of(group, "AssessmentFactors")
    ]
    codes = ((element.text or "").strip() for element in [*inner, *children_of(block, "AssessmentFactors")])
    groups = ((group.text or "").strip() for group in children_of(block, "FactorsIdentifiedAtAssessment"))
    return ", ".join(code for code in [*codes, *groups] if code)


def _cin_plan(reading: CensusReading, child: ChildId, block: etree._Element, referred_on: date | None) -> bool:
    start, end = reading.only(block, "CINPlanStartDate"), reading.only(block, "CINPlanEndDate")
    start_on, end_on = reading.date_in(start), reading.date_in(end)
    _in_order(reading, start, start_on, referred_on)
    reading.span(child, "child in need plan", start, start_on, end_on)
    started = reading.event(child, "CIN_PLAN_START", start_on, start, {})
    return reading.event(child, "CIN_PLAN_END", end_on, end, {}) or started


def _enquiry(reading: CensusReading, child: ChildId, block: etree._Element, referred_on: date | None) -> bool:
    start, held = reading.only(block, "S47ActualStartDate"), reading.only(block, "DateOfInitialCPC")
    target = reading.only(block, "InitialCPCtarget")
    start_on, held_on, due_on = reading.date_in(start), reading.date_in(held), reading.date_in(target)
    _in_order(reading, start, start_on, referred_on)
    _in_order(reading, held, held_on, referred_on)
    if start is not None and start_on and held_on and start_on > held_on:
        reading.doubt(start, AFTER_CONFERENCE)
    fields = {"icpc_not_required": reading.flag(block, "ICPCnotRequired")}
    started = reading.event(child, "S47_START", start_on, start, fields)
    due = reading.event(child, "ICPC_DUE_RECORDED", due_on, target, {})
    return reading.event(child, "ICPC_HELD", held_on, held, {}) or due or started


def _cp_plan(reading: CensusReading, child: ChildId, block: etree._Element, referred_on: date | None) -> bool:
    start, end = reading.only(block, "CPPstartDate"), reading.only(block, "CPPendDate")
    start_on, end_on = reading.date_in(start), reading.date_in(end)
    latest = reading.text(block, "LatestCategoryOfAbuse")
    _in_order(reading, start, start_on, referred_on)
    reading.span(child, "child protection plan", start, start_on, end_on)
    fields = {
        "category": reading.text(block, "InitialCategoryOfAbuse"),
        "latest_category": latest,
        "previous_plans": reading.text(block, "NumberOfPreviousCPP"),
    }
    told = [reading.event(child, "CPP_START", start_on, start, fields)]
    told += [reading.event(child, "CPP_END", end_on, end, {"category": latest})]
    for review in (held for group in children_of(block, "Reviews") for held in children_of(group, "CPPreviewDate")):
        on = reading.date_in(review) if (review.text or "").strip() else None
        if on and start_on and on < start_on:
            reading.doubt(review, REVIEW_TOO_EARLY)
        told.append(reading.event(child, "CP_REVIEW_HELD", on, review, {}))
    return any(told)


def _in_order(
    reading: CensusReading, element: etree._Element | None, on: date | None, referred_on: date | None
) -> None:
    if element is not None and on and referred_on and on < referred_on:
        reading.doubt(element, BEFORE_REFERRAL)
