"""Every form by the name of its composition."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from autoadmin.drafting.forms import court, enquiries, in_need, looked_after, protection, reviews_and_requests, unit
from autoadmin.drafting.forms.form import Form

FORMS: Final[Mapping[str, Form]] = MappingProxyType(
    {
        form.composition: form
        for form in (
            enquiries.STRATEGY_DISCUSSION,
            enquiries.SECTION_47_OUTCOME,
            enquiries.CHILD_AND_FAMILY_ASSESSMENT,
            protection.CHILD_PROTECTION_PLAN,
            protection.CORE_GROUP_MINUTES,
            in_need.CHILD_IN_NEED_PLAN,
            in_need.CHILD_IN_NEED_REVIEW,
            in_need.STATUTORY_VISIT_RECORD,
            in_need.PRIVATE_FOSTERING_VISIT,
            in_need.RETURN_HOME_INTERVIEW,
            looked_after.CARE_PLAN,
            looked_after.PLACEMENT_PLAN,
            reviews_and_requests.LOOKED_AFTER_REVIEW_REPORT,
            reviews_and_requests.LOOKED_AFTER_REVIEW_DECISIONS,
            looked_after.PATHWAY_PLAN,
            reviews_and_requests.HEALTH_ASSESSMENT_REQUEST,
            reviews_and_requests.EDUCATION_PLAN_REQUEST,
            court.SOCIAL_WORK_EVIDENCE,
            court.LETTER_BEFORE_PROCEEDINGS,
            unit.SUPERVISION_RECORD,
            unit.TRANSFER_SUMMARY,
            unit.CLOSING_SUMMARY,
            unit.LETTER_TO_FAMILY,
        )
    }
)
