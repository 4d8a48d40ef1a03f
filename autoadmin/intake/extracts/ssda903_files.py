"""The files of the looked-after children return: what each is known by, and which tables of the dataset it makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from autoadmin.intake.extracts.table import carry


@dataclass(frozen=True, slots=True)
class File:
    """One file. `signs`: a column by which its header is known; `parts`: a table and `its column=the file's column`."""

    title: str
    signs: frozenset[str]
    parts: tuple[tuple[str, str], ...] = ()
    constants: tuple[tuple[str, str], ...] = ()
    other: str = ""  # columns that are known and hold nothing dated

    @property
    def columns(self) -> frozenset[str]:
        """Return the columns of the file that are read, or known to have no use here."""
        own = {own for _, columns in self.parts for _, own in carry(columns)}
        return frozenset(own | set(self.other.split()))


_BORN = ("ssd_person", "pers_person_id=child pers_dob=dob")
UNDATED: Final = frozenset({"oc2", "oc3"})

FILES: Final[tuple[File, ...]] = (
    File(
        "episodes",
        frozenset({"decom"}),
        (
            (
                "ssd_cla_episodes",
                "clae_person_id=child clae_entered_care_date=entered clae_cla_episode_start_date=decom "
                "clae_cla_episode_start_reason=rne clae_cla_primary_need_code=cin clae_cla_episode_ceased_date=dec "
                "clae_cla_episode_ceased_reason=rec",
            ),
            (
                "ssd_cla_placement",
                "clap_person_id=child clap_cla_placement_start_date=placed clap_cla_placement_end_date=moved "
                "clap_cla_placement_type=place clap_cla_placement_provider=place_provider "
                "clap_cla_placement_postcode=pl_post clap_cla_placement_change_reason=change_reason",
            ),
            (
                "ssd_legal_status",
                "lega_person_id=child lega_legal_status_start_date=legal_from lega_legal_status_end_date=legal_to "
                "lega_legal_status=ls",
            ),
        ),
        other="home_post urn reason_place_change",
    ),
    File(
        "header",
        frozenset({"ethnic", "mc_dob"}),
        (
            ("ssd_person", "pers_person_id=child pers_dob=dob pers_sex=sex pers_ethnicity=ethnic pers_upn=upn"),
            ("ssd_mother", "moth_person_id=child moth_childs_dob=mc_dob"),
        ),
        other="mother",
    ),
    File(
        "reviews",
        frozenset({"review_code"}),
        (
            _BORN,
            (
                "ssd_cla_reviews",
                "clar_cla_person_id=child clar_cla_review_date=review clar_cla_review_participation=review_code",
            ),
        ),
    ),
    File(
        "unaccompanied asylum-seeking children",
        frozenset({"duc"}),
        (
            ("ssd_person", "pers_person_id=child pers_dob=dob pers_sex=sex"),
            (
                "ssd_immigration_status",
                "immi_person_id=child immi_immigration_status_end_date=duc immi_immigration_status=status",
            ),
        ),
        constants=(("status", "UASC"),),
    ),
    File("oc2", frozenset({"health_assessment", "sdq_score", "sdq_reason"})),
    File("oc3", frozenset({"in_touch", "accom"})),
    File(
        "adoption (ad1)",
        frozenset({"date_int", "date_match"}),
        (
            _BORN,
            ("ssd_permanence", "perm_person_id=child perm_adm_decision_date=date_int perm_matched_date=date_match"),
        ),
        other="foster_care nb_adoptr sex_adoptr ls_adoptr",
    ),
    # DATE_PLACED is the council's decision that the child should be placed, not the placing (rules 115, 117, 119).
    File(
        "placed for adoption",
        frozenset({"date_placed", "date_placed_ceased"}),
        (
            _BORN,
            (
                "ssd_permanence",
                "perm_person_id=child perm_adm_decision_date=date_placed "
                "perm_decision_reversed_date=date_placed_ceased perm_decision_reversed_reason=reason_placed_ceased",
            ),
        ),
    ),
    File(
        "previous permanence",
        frozenset({"prev_perm", "date_perm"}),
        (
            _BORN,
            (
                "ssd_cla_previous_permanence",
                "lapp_person_id=child lapp_previous_permanence_order_date=date_perm "
                "lapp_previous_permanence_option=prev_perm lapp_previous_permanence_la=la_perm",
            ),
        ),
    ),
    File(
        "missing",
        frozenset({"mis_start"}),
        (
            _BORN,
            (
                "ssd_missing",
                "miss_person_id=child miss_missing_episode_start_date=mis_start miss_missing_episode_end_date=mis_end "
                "miss_missing_episode_type=missing",
            ),
        ),
    ),
    File(
        "social workers",
        frozenset({"sw_decom", "sw_id"}),
        (
            _BORN,
            (
                "ssd_involvements",
                "invo_person_id=child invo_professional_id=sw_id invo_involvement_start_date=sw_decom "
                "invo_involvement_end_date=sw_dec invo_worker_change_reason=sw_reason",
            ),
        ),
    ),
)
