"""What somebody said: words in quotation marks after a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from autoadmin.intake.sheets.names import People, is_namelike

_QUOTED = re.compile(
    r"[\"“”](?P<double>[^\"“”]+)[\"“”]"
    r"|‘(?P<single>(?:[^‘’]|’(?=\w))+)’(?!\w)"
    r"|(?<![\w])'(?P<straight>(?:[^']|'(?=\w))+)'(?!\w)"
)
_SAYING = (
    r"said|says|say|saying|told|tells|tell|asked|asks|replied|replies|answered|added|adds|shouted|whispered|explained|"
    r"described|wrote|texted|commented|stated|states|reported|repeated|disclosed"
)
_LEADING = re.compile(r"^(?P<speaker>[^:\"“‘]{2,60}?)(?:\s*:\s*|\s+[-–—]\s+)(?=[\"“‘'])")
_VERB = re.compile(
    rf"^(?P<speaker>(?:dr\.?\s+)?[^\W\d_][\w'’.-]*(?:\s+(?-i:[A-Z])[\w'’-]*){{0,2}})\s+(?:has\s+|had\s+|also\s+|then\s+|later\s+)?"
    rf"(?:{_SAYING})\b(?:\s+to\b)?\s*(?P<hearer>(?-i:[A-Z])[\w'’.-]*(?:\s+(?-i:[A-Z])[\w'’-]*){{0,2}})?",
    re.IGNORECASE,
)
_NAME = r"(?:(?:dr|mr|mrs|ms)\.?\s+)?(?-i:[A-Z])[\w'’.-]*(?:\s+(?-i:[A-Z])[\w'’-]*){0,2}"
_AFTER = re.compile(  # "..." said Ella to Tom; "..." Ella said; "..." (Ella); "..." - Ella
    rf"^[,.]?\s*(?:(?:{_SAYING})\s+(?P<inverted>{_NAME})|(?P<plain>{_NAME})\s+(?:{_SAYING})|[(–—-]\s*(?P<marked>{_NAME}))"
    rf"(?:\s+to\s+(?P<hearer>{_NAME}))?[\s.)]*$",
    re.IGNORECASE,
)
_NO_SPEAKERS = frozenset(["he", "she", "they", "it", "who", "we", "i", "everybody", "everyone", "nobody", "school"])


@dataclass(frozen=True, slots=True)
class Speech:
    """Words said. `words` is the quotation alone where the line holds nothing else, otherwise the line as typed."""

    speaker: str
    words: str
    hearer: str = ""


def find_speech(text: str, people: People) -> Speech | None:
    """Return what was said, if the line names a speaker and quotes them; None where it does not."""
    quoted = _QUOTED.search(text)
    if quoted is None:
        return None
    if leading := _LEADING.match(text):
        speaker = leading["speaker"].strip()
        told = _VERB.match(speaker + " ")
        name, hearer = (told["speaker"], told["hearer"] or "") if told else (speaker, "")
        if people.matches(name) or is_namelike(name) or name[:1].isupper():
            if told and speaker[told.end() :].strip(" ,()"):
                return _speech(text, 0, name, hearer, people)  # "Ella told Tom on the way home": more than who and whom
            if not told and (named := _named_first(name, people)):
                return _speech(text, 0, named, "", people)
            return _speech(text, leading.end(), name, hearer, people)
    verb = _VERB.match(text)
    if verb and verb["speaker"].casefold() not in _NO_SPEAKERS and verb.end() <= quoted.start():
        begins = quoted.start() if not text[verb.end() : quoted.start()].strip(" :,-–—") else 0
        return _speech(text, begins, verb["speaker"], verb["hearer"] or "", people)
    after = _AFTER.match(text[quoted.end() :]) if quoted.start() == 0 else None
    if after:
        name = after["inverted"] or after["plain"] or after["marked"]
        if people.matches(name) or is_namelike(name):
            return _speech(quoted[0], 0, name, after["hearer"] or "", people)
    return None


def _named_first(lead: str, people: People) -> str:
    """Return the person with whose name a clause begins, "Ella showed Tom her bed"; nothing where it is only a name."""
    first, *rest = lead.split()
    is_clause = any(word[:1].islower() for word in rest) and not people.full_name(lead)
    return people.full_name(first) if is_clause else ""


def _speech(text: str, begins: int, speaker: str, hearer: str, people: People) -> Speech:
    words, speaker, hearer = text[begins:].strip(), speaker.strip(" ,."), hearer.strip(" ,.")
    return Speech(people.full_name(speaker) or speaker, words, people.full_name(hearer) if hearer else "")
