"""The words for kin that are read, each with what it says of sex and place; a closed list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from autoadmin.domain.kinship import Couple, Feeling, Sex


class Kin(StrEnum):
    """What somebody is to somebody else."""

    PARENT = "parent"
    ADOPTER = "adopter"
    STEP_PARENT = "step-parent"
    FOSTER_CARER = "foster carer"
    GRANDPARENT = "grandparent"
    AUNT_OR_UNCLE = "aunt or uncle"
    SIBLING = "sibling"
    HALF_SIBLING = "half-sibling"
    STEP_SIBLING = "step-sibling"
    COUSIN = "cousin"
    CHILD = "child"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class KinWord:
    """What one word says: "maternal aunt" is a woman, sister of the mother."""

    kin: Kin
    sex: Sex = Sex.UNKNOWN
    side: Sex = Sex.UNKNOWN  # through the mother or the father, where the word says
    couple: Couple = Couple.TOGETHER  # of a partner


_F, _M, _U = Sex.FEMALE, Sex.MALE, Sex.UNKNOWN
_WORDS: Final[tuple[tuple[Kin, Sex, str], ...]] = (
    (Kin.PARENT, _F, "mother|mum|mam|mummy|mom|birth mother|birth mum"),
    (Kin.PARENT, _M, "father|dad|daddy|birth father|birth dad"),
    (Kin.PARENT, _U, "parent|birth parent"),
    (Kin.ADOPTER, _F, "adoptive mother|adoptive mum"),
    (Kin.ADOPTER, _M, "adoptive father|adoptive dad"),
    (Kin.ADOPTER, _U, "adoptive parent|adopter"),
    (Kin.STEP_PARENT, _F, "stepmother|stepmum|stepmam"),
    (Kin.STEP_PARENT, _M, "stepfather|stepdad|stepdaddy"),
    (Kin.STEP_PARENT, _U, "stepparent"),
    (Kin.FOSTER_CARER, _F, "foster mother|foster mum"),
    (Kin.FOSTER_CARER, _M, "foster father|foster dad"),
    (Kin.FOSTER_CARER, _U, "foster carer|foster parent"),
    (Kin.GRANDPARENT, _F, "grandmother|grandma|grandmum|gran|granny|nan|nana|nanna|nanny"),
    (Kin.GRANDPARENT, _M, "grandfather|grandad|granddad|grandpa|grampa|gramps"),
    (Kin.GRANDPARENT, _U, "grandparent"),
    (Kin.AUNT_OR_UNCLE, _F, "aunt|auntie|aunty"),
    (Kin.AUNT_OR_UNCLE, _M, "uncle"),
    (Kin.HALF_SIBLING, _F, "halfsister"),
    (Kin.HALF_SIBLING, _M, "halfbrother"),
    (Kin.HALF_SIBLING, _U, "halfsibling"),
    (Kin.SIBLING, _F, "sister|twin sister"),
    (Kin.SIBLING, _M, "brother|twin brother"),
    (Kin.SIBLING, _U, "sibling"),
    (Kin.STEP_SIBLING, _F, "stepsister"),
    (Kin.STEP_SIBLING, _M, "stepbrother"),
    (Kin.STEP_SIBLING, _U, "stepsibling"),
    (Kin.COUSIN, _U, "cousin|first cousin"),
    (Kin.CHILD, _F, "daughter"),
    (Kin.CHILD, _M, "son"),
    (Kin.CHILD, _U, "child"),
)
_PARTNERS: Final[tuple[tuple[Couple, Sex, str], ...]] = (
    (Couple.MARRIED, _F, "wife"),
    (Couple.MARRIED, _M, "husband"),
    (Couple.MARRIED, _U, "spouse"),
    (Couple.TOGETHER, _F, "girlfriend"),
    (Couple.TOGETHER, _M, "boyfriend"),
    (Couple.TOGETHER, _U, "partner"),
    (Couple.SEPARATED, _F, "ex girlfriend|former girlfriend"),
    (Couple.SEPARATED, _M, "ex boyfriend|former boyfriend"),
    (Couple.SEPARATED, _U, "ex partner|former partner|ex"),
    (Couple.DIVORCED, _F, "ex wife|former wife"),
    (Couple.DIVORCED, _M, "ex husband|former husband"),
)
KIN_WORDS: Final[dict[str, KinWord]] = {
    **{word: KinWord(kin, sex) for kin, sex, words in _WORDS for word in words.split("|")},
    **{word: KinWord(Kin.PARTNER, sex, couple=couple) for couple, sex, words in _PARTNERS for word in words.split("|")},
}
SIDES: Final = {"maternal": _F, "paternal": _M}
SIDED: Final = (Kin.GRANDPARENT, Kin.AUNT_OR_UNCLE, Kin.HALF_SIBLING, Kin.COUSIN)
COUPLES: Final = {
    "married": Couple.MARRIED,
    "a couple": Couple.TOGETHER,
    "together": Couple.TOGETHER,
    "separated": Couple.SEPARATED,
    "divorced": Couple.DIVORCED,
}
FEELINGS: Final = {
    "close": Feeling.CLOSE,
    "very close": Feeling.CLOSE,
    "distant": Feeling.DISTANT,
    "hostile": Feeling.HOSTILE,
    "estranged": Feeling.CUT_OFF,
    "cut off": Feeling.CUT_OFF,
    "violent": Feeling.VIOLENT,
    "abusive": Feeling.VIOLENT,
}
NUMBERS: Final = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        map(str, range(1, 21)),
        strict=True,
    )
)
_IN: Final = r"(?: (?:in |since )?(?P<year>(?:19|20)\d\d))?"
DEAD: Final = re.compile(rf"(?:deceased|dead|late|(?:has |have )?died){_IN}", re.IGNORECASE)
COUPLED: Final = re.compile(
    rf"(?P<couple>married|separated|divorced){_IN}(?: (?:to|from) (?P<other>.+?)(?: (?:in|since) (?P<then>\d{{4}}))?)?",
    re.IGNORECASE,
)
SEXES: Final = {"non-binary": Sex.NON_BINARY, "nonbinary": Sex.NON_BINARY, "non binary": Sex.NON_BINARY}
NO_NAME: Final = re.compile(r"(?:name )?(?:un|not )(?:known|named|recorded)|\?+", re.IGNORECASE)
ELSEWHERE: Final = re.compile(r"lives? (?:elsewhere|apart|separately|away)|not at home|living elsewhere", re.IGNORECASE)
AGED: Final = re.compile(r"(?:aged? )?(?P<age>\d{1,3})(?: years?(?: old)?)?", re.IGNORECASE)


def year_in(found: re.Match[str]) -> int | None:
    """Return the year that some words name, in either of its places."""
    groups = found.groupdict()
    year = groups.get("year") or groups.get("then")
    return int(year) if year else None


def kin_word(words: str) -> KinWord | None:
    """Return what a word for kin says, "maternal" and "paternal" before it too; None for any other words."""
    plain = re.sub(r"\b(step|half)[- ]?(?=\w)", r"\1", words.casefold().strip())
    plain = re.sub(r"^(?:the|an?|his|her|their) ", "", plain.replace("-", " "))
    side, _, rest = plain.partition(" ")
    if side in SIDES and (found := KIN_WORDS.get(rest)) and found.kin in SIDED:
        return KinWord(found.kin, found.sex, SIDES[side])
    return KIN_WORDS.get(plain)
