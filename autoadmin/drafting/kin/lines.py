"""What the lines of a genogram say in plain sentences: "Menna Calloway (Bethan's sister)", "Ella is close to Menna"."""

from __future__ import annotations

import re
from typing import Final

from autoadmin.domain.kinship import Feeling, Relation, Sex, Unplaced
from autoadmin.drafting.kin.placing import place
from autoadmin.drafting.kin.pregnancies import read_pregnancies
from autoadmin.drafting.kin.tree import Tree
from autoadmin.drafting.kin.words import AGED, COUPLES, FEELINGS, NUMBERS, Kin, kin_word, year_in

_NAME: Final = r"[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*"
_KIN: Final = r"(?:(?:maternal|paternal|adoptive|foster|step|half|birth|ex|former|twin)[- ]?)*[a-z]+"
_WHOSE: Final = re.compile(rf"(?P<name>{_NAME}) ?(?:\(|, | is )(?P<owner>{_NAME})['’]s (?P<kin>{_KIN})\b")
_HAS: Final = re.compile(
    rf"(?P<owner>{_NAME}) has (?:an?|one) (?P<kin>{_KIN})"
    rf"(?:(?:,? (?:called|named)|,)? (?P<name>{_NAME}))?(?:,? (?:of|aged) (?P<age>\w+))?"
)
_COUPLE: Final = re.compile(
    rf"(?P<one>{_NAME}) (?:and (?P<other>{_NAME}) )?(?:is|are|have) "
    rf"(?P<couple>married|a couple|together|separated|divorced)(?: (?:to|from) (?P<third>{_NAME})|(?! (?:to|from)\b))"
    r"(?: (?:in|since) (?P<year>(?:19|20)\d\d))?"
)
_THEN: Final = re.compile(
    rf"(?P<one>{_NAME}) and (?P<other>{_NAME}) (?P<couple>married|separated|divorced) in (?P<year>(?:19|20)\d\d)"
)
_TWINS: Final = re.compile(rf"(?P<one>{_NAME}) and (?P<other>{_NAME}) are (?P<identical>identical )?twins")
_KIN_BY_BLOOD: Final = re.compile(
    rf"(?P<one>{_NAME}) and (?P<other>{_NAME}) are (?:first |second )?(?:cousins|related(?: by blood)?|blood relatives)"
)
_NON_BINARY: Final = re.compile(rf"(?P<one>{_NAME}) (?:is|identifies as) non[- ]?binary")
_FEELS: Final = re.compile(
    rf"(?P<one>{_NAME}) (?:and (?P<other>{_NAME}) )?(?:is|are|has been) "
    rf"(?P<feeling>very close|close|distant|hostile|estranged|cut off|violent|abusive)"
    rf"(?: (?:to|from|towards?) (?:each other|(?P<third>{_NAME}))|(?! (?:to|from|towards?)\b))"
)
_HOME: Final = re.compile(rf"(?P<one>{_NAME}) lives with (?P<others>{_NAME}(?:(?:, | and ){_NAME})*)")
_TOGETHER: Final = re.compile(rf"(?P<all>{_NAME}(?:, {_NAME})* and {_NAME}) live together")
_DIED: Final = re.compile(rf"(?P<one>{_NAME}) (?:is |has )?(?:deceased|dead|died)\b(?: in (?P<year>(?:19|20)\d\d))?")
_DOUBT: Final = re.compile(
    r"\b(?:may|might|could|perhaps|possibly|probably|maybe|apparently|thought|believed|said to|alleg\w+|unclear|"
    r"unconfirmed|to be confirmed|if)\b|\?",
    re.IGNORECASE,
)


def read_lines(tree: Tree, text: str) -> None:
    """Add what each sentence says for certain; one with a word of doubt adds nothing."""
    for sentence in re.split(r"(?<=[.;!?])\s+", text):
        if not _DOUBT.search(sentence):
            _read(tree, sentence)


def _read(tree: Tree, sentence: str) -> None:
    named = [_read_kin(tree, found) for found in _WHOSE.finditer(sentence)]
    for found in _HAS.finditer(sentence):
        if not any(name and name == found["name"] for name in named):
            _read_has(tree, found)
    for found in (*_COUPLE.finditer(sentence), *_THEN.finditer(sentence)):
        if pair := _pair(tree, found):
            tree.couple(*pair, COUPLES[found["couple"]], year_in(found))
    for found in _TWINS.finditer(sentence):
        if pair := _pair(tree, found):
            tree.twins.append(pair)
            tree.identical += [pair] if found["identical"] else []
    for found in _KIN_BY_BLOOD.finditer(sentence):
        if pair := _pair(tree, found):
            tree.of_one_blood(*pair)
    for found in _NON_BINARY.finditer(sentence):
        if key := tree.named(found["one"]):
            tree.change(key, sex=Sex.NON_BINARY)
    read_pregnancies(tree, sentence)
    for found in _FEELS.finditer(sentence):
        _read_feeling(tree, found)
    for found in _HOME.finditer(sentence):
        _read_home(tree, f"{found['one']}, {found['others']}")
    for found in _TOGETHER.finditer(sentence):
        _read_home(tree, found["all"])
    for found in _DIED.finditer(sentence):
        if key := tree.named(found["one"]):
            tree.change(key, is_dead=True, died_in=year_in(found) or tree.people[key].died_in)


def _read_kin(tree: Tree, found: re.Match[str]) -> str:
    """Place "Menna (Bethan's sister)"; return the name read, empty where the word is none for kin."""
    word = kin_word(found["kin"])
    if word is None:
        return ""
    name, owner = found["name"], tree.named(found["owner"])
    key = tree.named(name) or tree.add(name)
    if owner is None or not place(tree, key, word, (owner,)):
        tree.unplaced.append(Unplaced(name, f"{found['owner']}’s {found['kin']}"))
    return name


def _read_has(tree: Tree, found: re.Match[str]) -> None:
    """Place "Gareth has a daughter of twelve"; somebody without a name only where the word gives a certain place."""
    word, owner, name = kin_word(found["kin"]), tree.named(found["owner"]), found["name"] or ""
    if word is None or (owner is None and not name):
        return
    if not name and (word.kin is not Kin.CHILD or owner is None):
        return
    told = NUMBERS.get(found["age"] or "", found["age"] or "")
    key = (tree.named(name) if name else None) or tree.add(name, age=told if AGED.fullmatch(told) else "")
    if owner is None or not place(tree, key, word, (owner,)):
        tree.unplaced.append(Unplaced(name, f"{found['owner']}’s {found['kin']}"))


def _read_feeling(tree: Tree, found: re.Match[str]) -> None:
    feeling, pair = FEELINGS[found["feeling"]], _pair(tree, found)
    if pair and not (feeling is Feeling.VIOLENT and found["other"]):  # "Ann and Bo are violent": to whom?
        tree.relations[pair] = Relation(*pair, feeling)


def _read_home(tree: Tree, names: str) -> None:
    if keys := tree.meant(names):
        tree.at_home({*keys})


def _pair(tree: Tree, found: re.Match[str]) -> tuple[str, str] | None:
    groups = found.groupdict()
    one, other = tree.named(groups["one"]), tree.named(groups.get("other") or groups.get("third") or "")
    return (one, other) if one and other and one != other else None
