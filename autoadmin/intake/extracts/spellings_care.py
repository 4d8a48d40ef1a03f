"""Spellings of answers about a child in care: legal status, placement, provider, plan, and why care ended."""

from __future__ import annotations

from typing import Final

CARE: Final[dict[str, tuple[str, str]]] = {
    "legal": (
        r"""
        = ~ short term breaks|^v[134]\b|care leaver|section (17|47)|arrangements? order|residence order|guardianship
        = ~ ^on remand or committed for trial or sentence$
        = ~ ^j1 remanded to (la accom\w* or to|local authority accomodation$)|la accommodation s20$|ward of court with
        a) Interim care orders ~ \bc1\b|interim care|\bico\b
        d) Placement order granted ~ \be1\b|placement order|^po$
        b) Full care orders ~ \bc2\b|full care|^care order|care order$|\bfco\b|wardship|^ward of court$|care order s31
        c) Freed for Adoption ~ \bd1\b|freed for|freeing
        e) Accommodated under S20 ~ \bv2\b|s ?20\b|section 20|single period|single placement
        f) Detained on child protection grounds in LA accommodation ~ \bl[123]\b|\bepo\b|emergency protection
        f) Detained on child protection grounds in LA accommodation ~ police (protection|powers)
        f) Detained on child protection grounds in LA accommodation ~ child assessment order
        g) Youth justice legal Statuses ~ \bj[1-4]\b|remand|supervsn|interim s o|sup ord|\bpace\b|youth rehab
        g) Youth justice legal Statuses ~ supervision order|cyp69|secure accommodation
        """,
        r"\b(?P<code>c[12]|d1|e1|v2|l[123]|j[123])\b",
    ),
    "permanence": (
        r"""
        f) Long-term fostering ~ ^(f )?(long term|lt) fostering$|^fostering$
        f) Long-term fostering ~ long term fostering (local|agency|connected)|permanent f
        f) Long-term fostering ~ permanency through long term fostering|placement with foster carers
        c) SGO/CAO ~ \bsgo\b|guardianship|\bcao\b|arrangement order
        b) Adoption ~ adoption
        a) Return to family ~ return to|birth (family|parents)|place with parent
        d) Supported living in the community ~ supported living
        e) Long-term residential placement ~ residential
        g) Other ~ ^(g )?other\b|parallel|concurrent|task cent|time limited|transition to indep
        """,
        "",
    ),
    "ceased": (
        r"""
        = ~ \bx1\b|episode ceases|case closed after
        = ~ ^with parent relative or other person with no pr$
        e) Left care to live with parents, relatives or other person with no parental responsibility ~ ^(e13 )?left care
        e) Left care to live with parents, relatives or other person with no parental responsibility ~ \be13\b
        = ~ ^e17 staying put$
        = ~ ^e4a return home with parents rels
        l) Age assessment determined child was 18 or over ~ \bs?e15\b|^age (assess|disputed)|assessed as over
        f) Residence order granted ~ \bs?e41\b
        a) Adopted ~ \bs?e1[12]?\b|^adopt
        b) Died ~ \be2\b|died
        c) Care taken by another LA ~ \bs?e3\b|care taken over|services of another la
        d) Returned home to live with parents or relatives ~ \bs?e4[ab]?\b|return(ed)? home|ret home
        d) Returned home to live with parents or relatives ~ with pr (plann|unpla)|no or with pr
        e) Left care to live with parents, relatives or other person with no parental responsibility ~ \be1[37]\b
        e) Left care to live with parents, relatives or other person with no parental responsibility ~ left care to live
        e) Left care to live with parents, relatives or other person with no parental responsibility ~ person without pr
        e) Left care to live with parents, relatives or other person with no parental responsibility ~ ^aged 18
        f) Residence order granted ~ \bs?e41\b|residence|arrangements? (res )?order
        g) Special Guardianship Orders ~ \bs?e4[2-8]\b|spec(ial)? g(uardian)?ship|special guardian|^sg
        i) Transferred to residential care funded by adult social services ~ \bs?e7\b|adult
        e) Left care to live with parents, relatives or other person with no parental responsibility ~ staying put young
        h) Moved into independent living ~ \bs?e[56]\b(?! e6)|indep(endent|endant)? liv|^independ|^supported acc
        j) Sentenced to custody ~ \be9\b|custody
        k) Accommodation on remand ended ~ \be14\b|remand
        l) Age assessment determined child was 18 or over ~ \bs?e15\b|age (assess|disputed)|assessed as over
        m) Child moved abroad ~ \bs?e16\b|abroad
        n) Care ceased for any other reason ~ \bs?e8a?\b|any other reason|^se90|post 21
        """,
        r"\b(?P<code>e(?:1[1-7]|2|3|4[ab]|4[13-8]|5|6|7|8|9))\b",
    ),
    "placement": (
        r"""
        = ~ ^(h[45] (placement with|placed|in residential)|r5 independent|f\d placement|a4 placed for adoption w )
        = ~ ^a4 placed for adoption w consent|^f[1-6] placement with (relative or friend in b|other carer|carer)
        a) Foster placement ~ \bu[1-6][ab]?\b|\bq[12][ab]?\b|\bf[1-6][ab]?\b|\bl0[1-6]\b
        b) Placed for adoption ~ \ba[3-6](out|in)?\b
        c) Placed with parents ~ \bp1(out|in)?\b
        d) Independent living ~ \bp2(out|in)?\b
        e) Residential employment ~ \bp3(out|in)?\b
        f) Residential accommodation ~ semi ?independ[ae]\w* living (accommodation )?(not sub|incl)
        f) Residential accommodation ~ ^h5 (in resid|placement in resid)
        n) Other placements ~ ^h5out|\bz1(0[1-3])?\b|^m[123]\b|^r4\b|^x1 |whereabouts
        g) Secure Children’s Homes ~ ^h[12]\b
        h) Children’s Homes ~ ^h[34]\b
        b) Placed for adoption ~ ^a[12]$
        f) Residential accommodation ~ \bh5\b
        g) Secure Children’s Homes ~ \bk1(out|in)?\b
        h) Children’s Homes ~ \bk2(out|in|[ab])?\b
        i) Residential Care Home ~ \br1(out|in)?\b
        j) NHS/Health Trust ~ \br2(out|in)?\b
        k) Family Centre or Mother and Baby Unit ~ \br3(out|in)?\b
        l) Young Offender Institution ~ \br5(out|in)?\b
        m) Residential school ~ \bs1(out|in)?\b
        o) Temporary placement ~ \bt[0-4]\b
        = ~ ^secure units homes|^other residential settings|supported accommodation|in the community|^pl in
        b) Placed for adoption ~ place(d)? for adopt|^adoption (placement|with)
        o) Temporary placement ~ short break|temporar(y|ily) (placement|move|absence|accom|periods|stay)|^temporary$
        o) Temporary placement ~ types of temporary
        a) Foster placement ~ ^with parent relative friend|foster(ing)? |foster carer|f carer|reg(ulation)? 24
        a) Foster placement ~ with relative or friend|reg 38
        c) Placed with parents ~ ^placed under placement|(placed|placement) with (own )?parents|^ico or co
        d) Independent living ~ independent(ly)? (living|no)|living indep
        e) Residential employment ~ residential employment
        g) Secure Children’s Homes ~ ^secure (unit|child)
        f) Residential accommodation ~ not subject to child|not reg childrens home
        h) Children’s Homes ~ ^(homes and hostels|childrens homes)
        m) Residential school ~ residential schools?|^schools except
        i) Residential Care Home ~ residential care home
        j) NHS/Health Trust ~ ^nhs
        k) Family Centre or Mother and Baby Unit ~ family centre|mother and baby
        l) Young Offender Institution ~ ^youth treatment|^ytc$|young offender|^yoi
        n) Other placements ~ ^other placements?\b
        """,
        r"\b(?P<code>u[1-6]|a[3-6]|p[123]|h5|k[12]|r[1235]|s1|z1|t[0-4])\b",
    ),
    "provider": (
        r"""
        = ~ ^pr0 provision by own
        a) Own LA ~ \bpr1\b|^own (la|provision)|^local authority$
        b) Private ~ \bpr4\b|^private
        c) Other ~ \bpr[0235]\b|^other (la|local|public)|parents|voluntary|unauthorised|^not re|^unknown$|^nan$
        """,
        r"\b(?P<code>pr[0-5])\b",
    ),
    "location": (
        r"""
        a) In ~ ^(a )?in\b|^inside|^i$|within
        b) Out ~ ^(b )?out\b|^outside|^o$
        """,
        "",
    ),
    "reversal": (
        r"""
        a) Child’s needs changed ~ \brd1\b|needs changed
        b) Court did not make a PO ~ \brd2\b|court did not
        c) Prospective adopters cannot be found ~ \brd3\b|adopters (could|can)? ?not|no adopters
        d) Any other reason ~ \brd4\b|other reason|disruption
        """,
        r"\b(?P<code>rd[1-4])\b",
    ),
}
