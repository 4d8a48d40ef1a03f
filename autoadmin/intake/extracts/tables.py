"""The SSD tables that are read, and those that are known and not read.

Table and field names are facts of the Standard Safeguarding Dataset 1.4.5 (Data to Insight, ssd-data-model).
"""

from __future__ import annotations

from typing import Final

from autoadmin.intake.extracts.table import Table
from autoadmin.intake.extracts.tables_in_need import IN_NEED
from autoadmin.intake.extracts.tables_looked_after import LOOKED_AFTER
from autoadmin.intake.extracts.tables_permanence import PERMANENCE
from autoadmin.intake.extracts.tables_protection import PROTECTION

# Read in this order: of one visit noted in three tables the most specific (looked-after, protection, in need) is told.
TABLES: Final[tuple[Table, ...]] = (*LOOKED_AFTER, *PROTECTION, *IN_NEED, *PERMANENCE)

PERSON: Final = "ssd_person"
PROFESSIONALS: Final = "ssd_professionals"
DEPARTMENT: Final = "ssd_department"
DISABILITY: Final = "ssd_disability"
SEND: Final = "ssd_send"

_PERSON_COLUMNS = """
    pers_person_id pers_forename pers_surname pers_sex pers_gender pers_ethnicity pers_dob
    pers_common_child_id pers_legacy_id pers_upn_unknown pers_send_flag pers_expected_dob
    pers_death_date pers_is_mother pers_nationality pers_upn pers_single_unique_id
    """
_PROFESSIONAL_COLUMNS = """
    prof_professional_id prof_staff_id prof_professional_name prof_social_worker_registration_no
    prof_professional_job_title prof_professional_caseload prof_professional_department
    prof_full_time_equivalency prof_agency_worker_flag
    """
_DEPARTMENT_COLUMNS = "dept_team_id dept_team_name dept_team_parent_id dept_team_parent_name"
_UNREAD = """
    family linked_identifiers assessment_factors voice_of_child s251_finance
    sen_need ehcp_assessment ehcp_named_plan
    ehcp_active_plans version_log api_data_staging cohort
    """

READ: Final[dict[str, frozenset[str]]] = {
    PERSON: frozenset(_PERSON_COLUMNS.split()),
    PROFESSIONALS: frozenset(_PROFESSIONAL_COLUMNS.split()),
    DEPARTMENT: frozenset(_DEPARTMENT_COLUMNS.split()),
    SEND: frozenset({"send_table_id", "send_person_id", "send_upn", "send_uln", "send_upn_unknown"}),
    DISABILITY: frozenset({"disa_person_id", "disa_table_id", "disa_disability_code"}),
    **{table.name: table.columns for table in TABLES},
}

NOT_READ: Final = "a table of the dataset that is not read here"
KNOWN_BUT_UNREAD: Final = {f"ssd_{name}": NOT_READ for name in _UNREAD.split()}
