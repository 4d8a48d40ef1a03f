"""One invented child told in all five forms: census, SSD bundle, looked-after return, Annex A workbook, DfE payload."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from datetime import date

from openpyxl import Workbook

from autoadmin.domain.extracts import ExtractRecord
from autoadmin.intake.extracts import read_extract
from tests.intake.extracts.bundles import Row, a_csv, a_zip, read_tables
from tests.intake.extracts.censuses import a_census, a_census_child, an_element

CHILD = "C-71001"
BORN = date(2015, 4, 3)


def a_workbook(sheets: Mapping[str, Sequence[Sequence[object]]], **properties: str) -> bytes:
    """Return a workbook of sheets with their rows."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    for name, said in properties.items():
        setattr(book.properties, name, said)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def a_return(**files: Sequence[Row]) -> bytes:
    """Return a looked-after return: `header=` is header.csv and so on, with columns as the rows name them."""
    return a_zip({f"{name}.csv": a_csv(*rows) for name, rows in files.items()})


def read_return(**files: Sequence[Row]) -> ExtractRecord:
    """Return what a looked-after return tells."""
    return read_extract("ssda903 2026-11-24.zip", a_return(**files))


def read_sheets(**sheets: Sequence[Sequence[object]]) -> ExtractRecord:
    """Return what a workbook of these sheets tells."""
    return read_extract("annex a 2026-11-24.xlsx", a_workbook(sheets))


def by_census() -> ExtractRecord:
    """Return the child as the children-in-need census tells of it."""
    inside = "".join(
        (
            "<CINreferralDate>2026-02-02</CINreferralDate><ReferralSource>6</ReferralSource>"
            "<PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>0</ReferralNFA>",
            an_element("Assessments", AssessmentActualStartDate="2026-02-03", AssessmentAuthorisationDate="2026-03-03"),
            an_element(
                "Section47", S47ActualStartDate="2026-02-04", DateOfInitialCPC="2026-02-20", ICPCnotRequired="0"
            ),
            an_element(
                "ChildProtectionPlans",
                CPPstartDate="2026-02-20",
                InitialCategoryOfAbuse="NEG",
                LatestCategoryOfAbuse="EMO",
                NumberOfPreviousCPP="0",
            ),
        )
    )
    return read_extract("census.xml", a_census(a_census_child(f"<CINdetails>{inside}</CINdetails>", child=CHILD)))


def by_bundle() -> ExtractRecord:
    """Return the child as an SSD bundle tells of it, in the words of a system that writes descriptions."""
    return read_tables(
        person=[{"pers_person_id": CHILD, "pers_dob": "2015-04-03", "pers_sex": "F"}],
        cin_episodes=[
            {
                "cine_person_id": CHILD,
                "cine_referral_date": "2026-02-02",
                "cine_referral_source_code": "6",
                "cine_cin_primary_need_code": "N1",
                "cine_referral_nfa": "N",
            }
        ],
        cin_assessments=[
            {
                "cina_person_id": CHILD,
                "cina_assessment_start_date": "2026-02-03",
                "cina_assessment_auth_date": "2026-03-03",
            }
        ],
        s47_enquiry=[{"s47e_person_id": CHILD, "s47e_s47_start_date": "2026-02-04", "s47e_s47_end_date": "2026-02-18"}],
        initial_cp_conference=[
            {"icpc_person_id": CHILD, "icpc_icpc_date": "2026-02-20", "icpc_icpc_outcome_cp_flag": "Y"}
        ],
        cp_plans=[
            {
                "cppl_person_id": CHILD,
                "cppl_cp_plan_start_date": "2026-02-20",
                "cppl_cp_plan_initial_category": "Neglect",
                "cppl_cp_plan_latest_category": "Emotional abuse",
            }
        ],
        cla_episodes=[
            {
                "clae_person_id": CHILD,
                "clae_entered_care_date": "2026-05-05",
                "clae_cla_episode_start_date": "2026-05-05",
                "clae_cla_episode_start_reason": "S",
                "clae_cla_primary_need_code": "N1",
                "clae_cla_episode_ceased_date": "2026-10-10",
                "clae_cla_episode_ceased_reason": "E4A",
            }
        ],
        cla_placement=[
            {
                "clap_person_id": CHILD,
                "clap_cla_placement_start_date": "2026-05-05",
                "clap_cla_placement_end_date": "2026-10-10",
                "clap_cla_placement_type": "U6",
                "clap_cla_placement_provider": "PR1",
                "clap_cla_placement_postcode": "AB1 2CD",
            }
        ],
        legal_status=[
            {
                "lega_person_id": CHILD,
                "lega_legal_status_start_date": "2026-05-05",
                "lega_legal_status_end_date": "2026-10-10",
                "lega_legal_status": "C1",
            }
        ],
        cla_reviews=[
            {
                "clar_cla_person_id": CHILD,
                "clar_cla_review_date": "2026-06-01",
                "clar_cla_review_participation": "PN1",
            }
        ],
        missing=[
            {
                "miss_person_id": CHILD,
                "miss_missing_episode_start_date": "2026-07-01",
                "miss_missing_episode_end_date": "2026-07-02",
                "miss_missing_episode_type": "M",
            }
        ],
        sdq_scores=[{"csdq_person_id": CHILD, "csdq_sdq_completed_date": "2026-06-05", "csdq_sdq_score": "12"}],
    )


def by_return() -> ExtractRecord:
    """Return the child as the looked-after return tells of it, a change of legal status not being one of placement."""
    episode = {"CHILD": CHILD, "DECOM": "05/05/2026", "RNE": "S", "LS": "C1", "CIN": "N1", "PLACE": "U6"}
    episode |= {"PLACE_PROVIDER": "PR1", "DEC": "10/10/2026", "REC": "E4A", "PL_POST": "AB1 2CD"}
    about = {"CHILD": CHILD, "DOB": "03/04/2015"}
    return read_return(
        header=[about | {"SEX": "2", "ETHNIC": "WBRI"}],
        episodes=[episode],
        reviews=[about | {"REVIEW": "01/06/2026", "REVIEW_CODE": "PN1"}],
        missing=[about | {"MISSING": "M", "MIS_START": "01/07/2026", "MIS_END": "02/07/2026"}],
    )


def by_annex_a() -> ExtractRecord:
    """Return the child as the Annex A workbook tells of it."""
    who = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth"]
    said: list[object] = [CHILD, "b) Female", "a) WBRI", BORN]
    lists: dict[str, list[tuple[str, object]]] = {
        "List 3": [("Date of Referral", date(2026, 2, 2)), ("Referral Source", "6: Police"), ("Referral NFA?", "No")],
        "List 4": [
            ("Continuous Assessment Start Date", date(2026, 2, 3)),
            ("Continuous Assessment Date of Authorisation", date(2026, 3, 3)),
        ],
        "List 5": [
            ("Strategy discussion initiating Section 47 Enquiry Start Date", date(2026, 2, 4)),
            ("Was an Initial Child Protection Conference deemed unnecessary?", "b) No"),
            ("Date of Initial Child Protection Conference", date(2026, 2, 20)),
            ("Did the Initial Child Protection Conference Result in a Child Protection Plan", "Yes"),
        ],
        "List 7": [
            ("Child Protection Plan Start Date", date(2026, 2, 20)),
            ("Initial Category of Abuse", "a) Neglect"),
            ("Latest Category of Abuse", "Emotional"),
            ("Number of Previous Child Protection Plans", 0),
        ],
        "List 8": [
            ("Date Started to be Looked After", date(2026, 5, 5)),
            ("Start date of current legal status", date(2026, 5, 5)),
            ("Child's Legal Status", "C1: ICO"),
            ("Date of Latest Statutory Review", date(2026, 6, 1)),
            ("Date Ceased to be Looked After", date(2026, 10, 10)),
            ("Reason Ceased to be Looked After", "e) E4A: Returned home to live with parents or relatives"),
            ("Start Date of Most Recent Placement", date(2026, 5, 5)),
            ("Placement Type", "f) U6: Foster placement - not FFA"),
            ("Placement Provider", "b) PR1 - Own provision"),
            ("Placement postcode", "AB1 2CD"),
        ],
    }
    sheets: dict[str, list[list[object]]] = {
        title: [[*who, *(heading for heading, _ in own)], [*said, *(value for _, value in own)]]
        for title, own in lists.items()
    }
    return read_extract("annex a 2026-11-24.xlsx", a_workbook(sheets))


def by_payload() -> ExtractRecord:
    """Return the child as the DfE payload tells of it."""
    record = {
        "la_child_id": CHILD,
        "child_details": {"date_of_birth": "2015-04-03", "sex": "F", "ethnicity": "WBRI", "disabilities": ["NONE"]},
        "health_and_wellbeing": {"sdq_assessments": [{"date": "2026-06-05", "score": 12}]},
        "social_care_episodes": [
            {
                "social_care_episode_id": "E1",
                "referral_date": "2026-02-02",
                "referral_source": "6",
                "referral_no_further_action_flag": False,
                "child_and_family_assessments": [{"start_date": "2026-02-03", "authorisation_date": "2026-03-03"}],
                "section_47_assessments": [
                    {
                        "start_date": "2026-02-04",
                        "end_date": "2026-02-18",
                        "icpc_required_flag": True,
                        "icpc_date": "2026-02-20",
                    }
                ],
                "child_protection_plans": [{"start_date": "2026-02-20"}],
                "child_looked_after_placements": [
                    {
                        "start_date": "2026-05-05",
                        "start_reason": "S",
                        "placement_type": "U6",
                        "postcode": "AB1 2CD",
                        "end_date": "2026-10-10",
                        "end_reason": "E4A",
                    }
                ],
            }
        ],
    }
    return read_extract("payload 2026-11-24.json", json.dumps([record]).encode())
