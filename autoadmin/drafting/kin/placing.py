"""One person put in the place that a word for kin gives them; where it gives none for certain, they are not."""

from __future__ import annotations

from autoadmin.domain.kinship import Couple, Rearing, Sex
from autoadmin.drafting.kin.tree import Tree
from autoadmin.drafting.kin.words import Kin, KinWord

HALF = {Sex.FEMALE: "half-sister", Sex.MALE: "half-brother"}
REARINGS = {Kin.PARENT: Rearing.BIRTH, Kin.ADOPTER: Rearing.ADOPTED, Kin.FOSTER_CARER: Rearing.FOSTER}


def place(tree: Tree, key: str, word: KinWord, of: tuple[str, ...]) -> bool:
    """Put somebody in their place as kin of some people; return whether there is one place that the words mean."""
    if not of or key in of:
        return False
    if tree.people[key].sex is Sex.UNKNOWN and word.sex is not Sex.UNKNOWN:
        tree.change(key, sex=word.sex)
    match word.kin:
        case Kin.PARENT | Kin.ADOPTER | Kin.FOSTER_CARER:
            for child in of:
                tree.parent(child, key, REARINGS[word.kin])
            return True
        case Kin.CHILD:
            for parent in of:
                tree.parent(key, parent)
            return True
        case Kin.PARTNER:
            return len(of) == 1 and _couple(tree, key, of[0], word.couple)
        case Kin.STEP_PARENT:
            mate = _one_parent(tree, of, _other(word.sex))
            return mate is not None and _couple(tree, key, mate, Couple.TOGETHER)
        case Kin.GRANDPARENT:
            return _above(tree, key, word.side, of)
        case Kin.AUNT_OR_UNCLE:
            return _beside(tree, key, word.side, of)
        case Kin.COUSIN:
            return _cousin(tree, key, word.side, of)
        case Kin.STEP_SIBLING:
            return _step_sibling(tree, key, of)
        case Kin.HALF_SIBLING if word.side is not Sex.UNKNOWN:
            return _half_sibling(tree, key, word.side, of)
        case Kin.SIBLING | Kin.HALF_SIBLING:
            return _sibling(tree, key, of, is_half=word.kin is Kin.HALF_SIBLING)


def _couple(tree: Tree, key: str, other: str, couple: Couple) -> bool:
    tree.couple(other, key, couple)
    return True


def _other(sex: Sex) -> Sex:
    return {Sex.MALE: Sex.FEMALE, Sex.FEMALE: Sex.MALE}.get(sex, Sex.UNKNOWN)


def _above(tree: Tree, key: str, side: Sex, of: tuple[str, ...]) -> bool:
    """Put a grandparent above the mother or father; above one without a name where none is recorded of one child."""
    parent = _parent_or_nameless(tree, of, side)
    if parent is None:
        return False
    tree.parent(parent, key)
    return True


def _beside(tree: Tree, key: str, side: Sex, of: tuple[str, ...]) -> bool:
    parent = _parent_or_nameless(tree, of, side)
    if parent is None:
        return False
    tree.sibling(parent, key, is_half=False)
    return True


def _sibling(tree: Tree, key: str, of: tuple[str, ...], *, is_half: bool) -> bool:
    """Put a brother or sister beside children who all have the same parents; half of them is noted at the symbol."""
    if len({tree.parents(child) for child in of}) > 1:
        return False
    tree.sibling(of[0], key, is_half=is_half)
    if is_half and not tree.people[key].note:
        tree.change(key, note=HALF.get(tree.people[key].sex, "half-sibling"))
    return True


def _half_sibling(tree: Tree, key: str, side: Sex, of: tuple[str, ...]) -> bool:
    """Put a maternal half-sister under the mother alone."""
    parent = _one_parent(tree, of, side)
    if parent is None:
        return False
    tree.parent(key, parent)
    return True


def _step_sibling(tree: Tree, key: str, of: tuple[str, ...]) -> bool:
    """Put a step-brother under the one partner of a parent who is no parent of these children."""
    parents = {parent for child in of for parent in tree.parents(child)}
    mates = {mate for pair in tree.bonds if pair & parents for mate in pair - parents}
    if len(mates) != 1:
        return False
    tree.parent(key, mates.pop())
    return True


def _cousin(tree: Tree, key: str, side: Sex, of: tuple[str, ...]) -> bool:
    """Put a maternal cousin under a brother or sister of the mother without a name; not where any is recorded."""
    parent = _parent_or_nameless(tree, of, side)
    if parent is None:
        return False
    if any(parent in pair for pair in tree.siblings):
        return False
    aunt = tree.add("")
    tree.sibling(parent, aunt, is_half=False)
    tree.parent(key, aunt)
    return True


def _parent_or_nameless(tree: Tree, of: tuple[str, ...], side: Sex) -> str | None:
    if side is Sex.UNKNOWN:
        return None
    if len(of) == 1 and not tree.parents(of[0], side):
        nameless = tree.add("", side)
        tree.parent(of[0], nameless)
    return _one_parent(tree, of, side)


def _one_parent(tree: Tree, of: tuple[str, ...], sex: Sex) -> str | None:
    """Return the one mother or father of all these children who have one recorded; None where there are two."""
    found = {parent for child in of for parent in tree.parents(child, sex)}
    return found.pop() if len(found) == 1 and sex is not Sex.UNKNOWN else None
