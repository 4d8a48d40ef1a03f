"""How people write of pre-proceedings, of the court and of its orders."""

from __future__ import annotations

from typing import Final

_PRE = r"(?:pre-?\s?proceedings|(?:the )?plo)"
_TOOK_PLACE = r"(?:held|took place|happened)"
_LETTER = r"(?:letter before proceedings|lbp)"
_MADE = r"(?: was)? (?:made|granted)\b"
_CARE_APPLICATION = r"application for (?:a |an )?(?:interim )?(?:care|supervision) order"

IN_COURT: Final[tuple[tuple[str, str], ...]] = (
    (
        "PLO_DECISION",
        rf"\b(?:agreed|decided|decision) to (?:start|enter|begin|initiate) {_PRE}\b"
        rf"|\b(?:entered|started|began) {_PRE}\b",
    ),
    ("LETTER_BEFORE_PROCEEDINGS", rf"\b{_LETTER}\b[^.;]*?\b(?:sent|posted|served|handed)\b"),
    ("LETTER_BEFORE_PROCEEDINGS", rf"\b(?:sent|posted|served|handed)\b[^.;]*?\b{_LETTER}\b"),
    ("PLO_MEETING", rf"(?<!review )\b{_PRE} meeting\b[^.;]*?\b{_TOOK_PLACE}\b"),
    (
        "PLO_REVIEW_MEETING",
        rf"\b(?:review {_PRE} meeting|{_PRE} review(?: meeting)?)\b[^.;]*?\b{_TOOK_PLACE}\b",
    ),
    ("PLO_ENDED", rf"\b{_PRE}\b(?! meeting)[^.;]*?\b(?:ended|stepped down|concluded)\b"),
    # PD12A: issued, which is day 1; an application that was only lodged has no number and no day yet
    (
        "PROCEEDINGS_ISSUED",
        rf"\bcare proceedings\b[^.;]*?\bissued\b|^proceedings(?: were)? issued\b|\bissued care proceedings\b"
        rf"|\b{_CARE_APPLICATION}\b[^.;]*?\bissued\b",
    ),
    (
        "PROCEEDINGS_ENDED",
        r"\bcare proceedings\b[^.;]*?\b(?:concluded|ended)\b|^proceedings(?: have| were)? (?:concluded|ended)\b",
    ),
    ("ADVOCATES_MET", rf"\badvocates['’]? meeting\b[^.;]*?\b{_TOOK_PLACE}\b"),
)
HEARINGS: Final = (
    ("case management", "case management hearing|cmh"),
    ("issues resolution", "issues resolution hearing|irh"),
    ("final", "final hearing"),
)
ORDERS: Final = (
    ("interim care order", rf"\b(?:interim care order|ico){_MADE}"),
    ("care order", rf"(?<!interim )\bcare order{_MADE}"),
    ("emergency protection order", rf"\b(?:emergency protection order|epo){_MADE}"),
    ("police protection", r"\b(?:taken|placed|went) into police protection\b"),
)
