"""Spellings of answers about a care leaver. Codes are those of the looked-after children return."""

from __future__ import annotations

from typing import Final

LEAVING: Final[dict[str, tuple[str, str]]] = {
    "eligibility": (
        r"""
        c) Qualifying ~ qualifying|^q$
        b) Former relevant ~ former relevant|^fr$|pa to 25
        a) Relevant ~ ^(a )?relevant|^r$
        d) Eligible ~ eligible|^e$
        e) Other ~ ^other
        """,
        "",
    ),
    "touch": (
        r"""
        = ~ ^nan$
        d) Exclude = RHOM ~ rhom|returned to
        d) Exclude = DIED ~ died
        d) Exclude ~ abroad|residence not known
        b) Not in touch = REFU ~ refu
        b) Not in touch = NREQ ~ nreq|no longer requires
        c) Not recorded = not said ~ not recorded|^unknown$|no contact recorded|no care leaver details
        a) In touch = YES ~ ^(a )?(0?1 )?(yes|y|1)( resident in the uk)?$
        b) Not in touch = NO ~ ^(b )?(0?[02] )?(no|n|2)( resident in the uk)?$|^3$
        """,
        "",
    ),
    "accommodation": (
        r"""
        k) Independent living ~ ^independent living
        = ~ multivalue|^[0-9] lac|residential schools|^cla$|family centre|homes and hostels|^friends and family$
        b) Community home ~ ^code c2
        g) Ordinary lodgings ~ ^code k2
        h) Residence not known ~ ^code r\b|^not (recorded|stated)$|^no information$
        i) No fixed abode / homeless ~ ^code s\b
        j) Foyers ~ foyer
        d) Supported lodgings ~ ^e supported
        = ~ placement with|foster placement|own parents or other
        o) With Former Foster Carer ~ ^z[12]?\b|^z$|former fost|staying put
        a) With parents or relatives ~ ^b[12]?\b|^b$|parents? ?(s )?(or|of) relatives?|parents relatives
        b) Community home ~ ^c[12]?\b|community home|nhs
        c) Semi-independent transitional accommodation ~ ^d[1-3]?\b|semi indep
        d) Supported lodgings ~ ^e[12]?\b|supported lodgings
        e) Gone abroad ~ ^g[12]?\b|abroad
        f) Deported ~ ^h[12]?\b|deported
        j) Foyers ~ ^t[12]?\b|foyer
        g) Ordinary lodgings ~ ^k[12]?\b|ordinary lodgings|lodgings no formal
        h) Residence not known ~ ^r[12]?\b|residence ?(not|n)|residenece|whereabouts
        i) No fixed abode / homeless ~ ^s[12]?\b|homeless|no fixed
        k) Independent living ~ ^u[1-3]?\b|independ[ae]nt living|own tenancy|university
        l) Emergency accommodation ~ ^v[12]?\b|emergency
        m) Bed and breakfast ~ ^w[12]?\b|bed and breakfast
        n) In custody ~ ^x[12]?\b|custody|young offender
        p) Other accommodation ~ ^y[12]?\b|other accom|friends
        """,
        r"^(?P<code>[bcdeghkrstuvwxyz][12]?)\b",
    ),
    "suitability": (
        r"""
        = ~ ^nan$
        b) Not suitable = 2 ~ unsuitable|not (considered )?suitable|^2$|^n(o)?$|^false$
        a) Suitable = 1 ~ suitable|^1$|^y(es)?$|^true$
        c) Not in touch or not recorded = not said ~ ^0$|not recorded|^unknown$
        """,
        "",
    ),
    "activity": (
        r"""
        F1: Full time in higher education = F1 ~ ^f1\b|full time (in )?higher
        P1: Part time in higher education = P1 ~ ^p1\b|part time (in )?higher
        F2: Full time in education other than higher = F2 ~ ^f2\b|full time (not higher|in education)
        P2: Part time in education other than higher = P2 ~ ^p2\b|part time (not higher|in education)
        F4: Young person engaged full time in an apprenticeship = F4 ~ ^f4\b|full time (in an )?apprenticeship
        P4: Young person engaged part time in an apprenticeship = P4 ~ ^p4\b|part time (in an )?apprenticeship
        F5: Young person engaged full time in training or employment (not apprenticeship) = F5 ~ ^f5\b
        P5: Young person engaged part time in training or employment (not apprenticeship) = P5 ~ ^p5\b
        F3: Full time in training or employment = F3 ~ ^f3\b
        P3: Part time in training or employment = P3 ~ ^p3\b
        G4: Not in education, employment or training - illness or disability = G4 ~ ^g4\b|illness or disability
        G6: Not in education, employment or training - pregnancy or parenting = G6 ~ ^g6\b|pregnancy or parenting
        G5: Not in education, employment or training - other = G5 ~ ^g5\b|^other$
        """,
        "",
    ),
}
