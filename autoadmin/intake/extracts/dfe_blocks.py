"""The blocks of the DfE payload as tables of the dataset: which key is which column."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts.cells import read_id
from autoadmin.intake.extracts.csv_table import CsvTable
from autoadmin.intake.extracts.ledger import Ledger
from autoadmin.intake.extracts.parts import NO_CHILD, PART_TABLES, Part
from autoadmin.intake.extracts.table import carry
from autoadmin.intake.extracts.tables import DISABILITY, PERSON

ENDS_CARE: Final = re.compile(r"E\d+[A-Z]?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Block:
    """One kind of record: its table and person column, and `column=key` for the rest."""

    path: str
    table: str
    person: str
    columns: tuple[tuple[str, str], ...]
    other: str = "purge"

    @property
    def keys(self) -> frozenset[str]:
        """Return the keys that are known in it."""
        return frozenset({key for _, key in self.columns} | set(self.other.split()))


def _block(path: str, table: str, person: str, columns: str, other: str = "") -> Block:
    return Block(path, table, person, carry(columns), f"purge {other}")


TOP_KEYS: Final = frozenset(
    "la_child_id mis_child_id purge child_details health_and_wellbeing social_care_episodes".split()
)
CHILD_KEYS: Final = frozenset(
    "unique_pupil_number former_unique_pupil_number unique_pupil_number_unknown_reason first_name surname "
    "date_of_birth expected_date_of_birth sex ethnicity disabilities postcode uasc_flag uasc_end_date purge".split()
)
EPISODE_KEYS: Final = frozenset(
    "social_care_episode_id referral_date referral_source referral_no_further_action_flag closure_date closure_reason "
    "purge".split()
)
_CHILD: Final = _block(
    "child_details",
    PERSON,
    "pers_person_id",
    "pers_forename=first_name pers_surname=surname pers_dob=date_of_birth pers_expected_dob=expected_date_of_birth "
    "pers_sex=sex pers_ethnicity=ethnicity pers_upn=unique_pupil_number",
)
_UASC: Final = _block(
    "child_details",
    "ssd_immigration_status",
    "immi_person_id",
    "immi_immigration_status_end_date=uasc_end_date immi_immigration_status=status",
)
_EPISODE: Final = _block(
    "social_care_episodes",
    "ssd_cin_episodes",
    "cine_person_id",
    "cine_referral_date=referral_date cine_referral_source_code=referral_source "
    "cine_referral_nfa=referral_no_further_action_flag cine_close_date=closure_date cine_close_reason=closure_reason",
)
_CONFERENCE: Final = _block(
    "section_47_assessments", "ssd_initial_cp_conference", "icpc_person_id", "icpc_icpc_date=icpc_date"
)
_ENTERED: Final = _block(
    "child_looked_after_placements", "ssd_cla_episodes", "clae_person_id", "clae_entered_care_date=entered"
)
_CEASED: Final = _block("child_looked_after_placements", "care ended", "child", "ceased=ceased reason=end_reason")
_DISABLED: Final = _block("child_details", DISABILITY, "disa_person_id", "disa_disability_code=disabilities")

REPEATED: Final[Mapping[str, Block]] = {
    "sdq_assessments": _block(
        "sdq_assessments", "ssd_sdq_scores", "csdq_person_id", "csdq_sdq_completed_date=date csdq_sdq_score=score"
    ),
    "care_worker_details": _block(
        "care_worker_details",
        "ssd_involvements",
        "invo_person_id",
        "invo_professional_id=worker_id invo_involvement_start_date=start_date invo_involvement_end_date=end_date",
    ),
    "child_and_family_assessments": _block(
        "child_and_family_assessments",
        "ssd_cin_assessments",
        "cina_person_id",
        "cina_assessment_start_date=start_date cina_assessment_auth_date=authorisation_date factors=factors",
        "child_and_family_assessment_id",
    ),
    "child_in_need_plans": _block(
        "child_in_need_plans",
        "ssd_cin_plans",
        "cinp_person_id",
        "cinp_cin_plan_start_date=start_date cinp_cin_plan_end_date=end_date",
        "child_in_need_plan_id",
    ),
    "section_47_assessments": _block(
        "section_47_assessments",
        "ssd_s47_enquiry",
        "s47e_person_id",
        "s47e_s47_start_date=start_date s47e_s47_end_date=end_date icpc_not_required=not_required",
        "section_47_assessment_id icpc_required_flag icpc_date",
    ),
    "child_protection_plans": _block(
        "child_protection_plans",
        "ssd_cp_plans",
        "cppl_person_id",
        "cppl_cp_plan_start_date=start_date cppl_cp_plan_end_date=end_date",
        "child_protection_plan_id",
    ),
    "child_looked_after_placements": _block(
        "child_looked_after_placements",
        "ssd_cla_placement",
        "clap_person_id",
        "clap_cla_placement_start_date=start_date clap_cla_placement_end_date=end_date "
        "clap_cla_placement_type=placement_type clap_cla_placement_postcode=postcode "
        "clap_cla_placement_change_reason=change_reason",
        "child_looked_after_placement_id start_reason end_reason",
    ),
    "adoption": _block(
        "adoption",
        "ssd_permanence",
        "perm_person_id",
        "perm_adm_decision_date=initial_decision_date perm_matched_date=matched_date "
        "perm_placed_for_adoption_date=placed_date",
    ),
    "care_leavers": _block(
        "care_leavers",
        "ssd_care_leavers",
        "clea_person_id",
        "clea_care_leaver_latest_contact=contact_date clea_care_leaver_activity=activity "
        "clea_care_leaver_accommodation=accommodation",
    ),
}


class Blocks:
    """The rows of every table that the records make; a record's number is its row."""

    def __init__(self, file: str, ledger: Ledger) -> None:
        self._file, self._ledger = file, ledger
        self._number, self._child = 0, ""
        self._rows: dict[Block, list[tuple[int, list[str]]]] = {}
        self._records: list[tuple[int, list[str]]] = []

    def begin(self, number: int, record: Mapping[str, object]) -> bool:
        """Begin the record of the next child; return whether it says whose it is."""
        raw = _text(record.get("la_child_id"))
        cell = read_id(raw)
        if cell.remark:
            self._ledger.add(cell.severity, self._file, cell.remark, number, "la_child_id", raw)
        if not cell.text:
            self._ledger.add(Severity.DROPPED, self._file, NO_CHILD, number, "la_child_id", raw)
            return False
        self._number, self._child = number, cell.text
        self._records.append((number, [cell.text]))
        return True

    def add(self, block: Block, said: Mapping[str, object]) -> None:
        """Add one row of a block, and what it tells beside its own table."""
        told = dict(said)
        if block.path == "section_47_assessments":
            required = said.get("icpc_required_flag")
            told["not_required"] = not required if isinstance(required, bool) else None
            self._keep(_CONFERENCE, said)
        if block.path == "child_looked_after_placements":
            if _text(said.get("start_reason")).upper() == "S":
                self._keep(_ENTERED, {"entered": said.get("start_date")})
            if ENDS_CARE.fullmatch(_text(said.get("end_reason")).upper()):
                self._keep(_CEASED, {"ceased": said.get("end_date"), "end_reason": said.get("end_reason")})
        self._keep(block, told)

    def add_child(self, details: Mapping[str, object]) -> None:
        """Add who the child is."""
        self._keep(_CHILD, details)
        if details.get("uasc_flag") is True:
            self._keep(_UASC, {**details, "status": "UASC"})
        codes = details.get("disabilities")
        for code in codes if isinstance(codes, list) else []:
            self._keep(_DISABLED, {"disabilities": code})

    def add_episode(self, episode: Mapping[str, object]) -> None:
        """Add an episode's own dates."""
        self._keep(_EPISODE, episode)

    def tables(self, file: str, lost: int) -> tuple[CsvTable, tuple[Part, ...]]:
        """Return the records as one table, and the tables of the dataset that they make."""
        parts = tuple(_as_part(file, block, rows) for block, rows in self._rows.items())
        return CsvTable(file, {"la_child_id": 0}, self._records, lost), parts

    def _keep(self, block: Block, said: Mapping[str, object]) -> None:
        cells = [self._child, *(_text(said.get(key)) for _, key in block.columns)]
        self._rows.setdefault(block, []).append((self._number, cells))


def _as_part(file: str, block: Block, rows: list[tuple[int, list[str]]]) -> Part:
    columns = {block.person: 0} | {column: place for place, (column, _) in enumerate(block.columns, start=1)}
    titles = {block.person: "la_child_id"} | {column: f"{block.path}.{key}" for column, key in block.columns}
    used = {column for column, place in columns.items() if not place or any(cells[place] for _, cells in rows)}
    columns = {column: place for column, place in columns.items() if column in used}
    csv = CsvTable(file, columns, rows, titles=titles, is_part=True)
    name = block.table
    return Part(name, csv, None if name in (PERSON, DISABILITY) else PART_TABLES[name])


def _text(value: object) -> str:
    """Return a value as text; a list as its items with commas."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    return str(value)
