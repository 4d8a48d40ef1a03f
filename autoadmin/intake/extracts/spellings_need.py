"""Spellings of answers about a child in need: category of need and of abuse, why a case closed, where it stands."""

from __future__ import annotations

from typing import Final

NEED: Final[dict[str, tuple[str, str]]] = {
    "need": (
        r"""
        = ~ zzcodeerror|do not use|obsolete|^n1b parental mental|^code|^n0 n a
        a) Abuse or neglect = N1 ~ (^|\b)n1([a-z]|s[a-z]|t)?\b
        b) Child's disability = N2 ~ \bn2([a-z]|s[a-z])?\b
        c) Parents illness or disability = N3 ~ \bn3([a-z]|s[a-z])?\b
        d) Family in acute stress = N4 ~ \bn4([a-z]|s[a-z])?\b
        e) Family dysfunction = N5 ~ \bn5([a-z]|s[a-z])?\b
        f) Socially unacceptable behaviour = N6 ~ \bn6([a-z]|s[a-z])?[12]?\b
        g) Low income = N7 ~ \bn7([a-z]|s[a-z])?\b
        h) Absent parenting = N8 ~ \bn8([a-z]|s[a-z])?\b
        i) Not CIN = N9 ~ \bn(9|10)([a-z]|s[a-z]|eh)?\b
        j) Not stated = N0 ~ \bn0\b
        i) Not CIN = N9 ~ (cases|child(ren)?) (other than|not in need)|other than child|not cin|not child in need
        i) Not CIN = N9 ~ ^cin (other|step)
        i) Not CIN = N9 ~ ^o cin|^child death$|^step parent|in need other|^other1?$|been adopted
        a) Abuse or neglect = N1 ~ abuse (or )?(and )?neglect|abuse or|^abs |^1[a-j]\b|^1abusneg|abuse neglect
        b) Child's disability = N2 ~ child(s|rens)? (or young persons )?disab|^dis |^disability|^2[a-f]\b|^2chlddis
        c) Parents illness or disability = N3 ~ because the cap|parental alcohol|parent(s|al)? ?(s )?(illness|disab)
        c) Parents illness or disability = N3 ~ ^3[a-g]\b|^3parntil|^par (alc|drg|men)$
        d) Family in acute stress = N4 ~ acute (stress|distress)|^4[a-g]\b|^4famstrs
        e) Family dysfunction = N5 ~ family dysfunction|^fds |^fst |^5[a-c]\b|^5famdysf
        f) Socially unacceptable behaviour = N6 ~ unacceptable behaviour|^6[a-j]\b|^6socunac|^bhv
        g) Low income = N7 ~ either living in families or indep|low income|^7[ab]\b|^7lowincm|^inc hles$
        h) Absent parenting = N8 ~ absent parent|parent absent|^8[a-e]\b|^8absprnt|^abp|\buasc\b|unaccompanied
        f) Socially unacceptable behaviour = N6 ~ whose need for services? arises? primari
        e) Family dysfunction = N5 ~ arise mainly out of their living with f
        d) Family in acute stress = N4 ~ ^(homeless|financial problems)$|arise from living in a family going
        c) Parents illness or disability = N3 ~ mental health parent
        h) Absent parenting = N8 ~ asylum seek
        h) Absent parenting = N8 ~ arises mainly from having no
        j) Not stated = N0 ~ ^(j )?not (stated|recorded|specified)$|^unknown$|^nan$|^no$|no need code
        j) Not stated = N0 ~ information received
        a) Abuse or neglect = N1 ~ ^(neglect|domestic violence|multiple)$
        a) Abuse or neglect = N1 ~ ^(emotional (abuse|harm)|physical (abuse|harm)|abuse|section 47)$
        a) Abuse or neglect = N1 ~ ^substance misus?e|sexual (abuse|exploitation)|significant harm$
        a) Abuse or neglect = N1 ~ ^children in need as a result of or at risk of abuse|trilogy
        b) Child's disability = N2 ~ disabled child|^learning disab|^physical (and )?(sensory )?disab|with disability
        b) Child's disability = N2 ~ ^(physical|sensory) support
        b) Child's disability = N2 ~ learning disability support|^mental health( support|$)|^cognitive imp
        b) Child's disability = N2 ~ ^occupational
        b) Child's disability = N2 ~ ^cin disability|own disability|frailty
        b) Child's disability = N2 ~ children and their families whose main need for services arises out of
        """,
        "",
    ),
    "abuse": (
        r"""
        = ~ ^neglect physical and emotional$
        e) Multiple = MUL ~ multiple|^mul$|muliple
        a) Neglect = NEG ~ ^(a )?(likelihood of )?neglect( abuse| only)?$|^neg$|^ynnn$
        b) Physical Abuse = PHY ~ ^(b )?(likelihood of )?physical( abuse| injury)?( only)?$|^phy(sab)?$|^pa$|^nynn$
        c) Sexual Abuse = SAB ~ ^(c )?(likelihood of )?sexual( abuse)?( only)?$|^sab$|^nnyn$
        d) Emotional Abuse = EMO ~ ^(d )?(likelihood of )?emotion(al)?( abuse)?( only)?$|^emo$|^nnny$
        e) Multiple = MUL ~ (neglect|physical|sexual|emotional).*(neglect|negl|physical|sexual|emotional)
        e) Multiple = MUL ~ ^[yn]*y[yn]*y[yn]*$
        """,
        "",
    ),
    "closure": (
        r"""
        = ~ ^rc7 case closed after|rc5a transferred to services of our|^dct |^return home|^referred to other agency
        = ~ ineligible|^refused services$|^rc9 (nfa|de)|^eha |early help closed after
        = ~ ^(step down to early help team following (ref|c and f)|case closed at first)
        a) Adopted = RC1 ~ \brc1\b
        b) Died = RC2 ~ \brc2\b
        c) Residence Order = RC3 ~ \brc3\b
        d) Special Guardianship Order = RC4 ~ \brc4\b
        e) Transfer to another LA = RC5 ~ \brc5a?\b
        f) Transfer to Adult Social Services = RC6 ~ \brc6\b
        g) 'Other' incl. Child no longer in need = RC7 ~ \brc7[abc]?\b
        h) Child not in need after assessment = RC8 ~ ^rc8a?\b(?! school)
        h) Child not in need after assessment = RC9 ~ ^rc9 (case )?closed after assessment|^rc9$
        a) Adopted = RC1 ~ ^(childrens |cin |child )?adopt(ed|ion order)\b
        b) Died = RC2 ~ \b(died|deceased|death)\b
        c) Residence Order = RC3 ~ residence order|child arrangements? order
        d) Special Guardianship Order = RC4 ~ special g(uardian)?ship
        f) Transfer to Adult Social Services = RC6 ~ transfer(red)? to adult (social|services|division|care)
        f) Transfer to Adult Social Services = RC6 ~ ^adult case open
        e) Transfer to another LA = RC5 ~ transferr?e?d? to (the )?(serv\w+ of )?(an)?other (la\b|local auth)
        e) Transfer to another LA = RC5 ~ (moved|left) (out of )?area
        e) Transfer to another LA = RC5 ~ moved (to other local|out of area)|case transferred to (an)?other (la|local)
        e) Transfer to another LA = RC5 ~ left area
        h) Child not in need after assessment = RC8 ~ case closed (directly |immediately )?after assess
        h) Child not in need after assessment = RC8 ~ not (to )?be in need after assess
        h) Child not in need after assessment = RC8 ~ closed after (initial or continuous )?assessment
        h) Child not in need after assessment = RC8 ~ deemed not to be in need after a
        g) 'Other' incl. Child no longer in need = RC7 ~ any other reason|early help|inappropriate|work completed
        g) 'Other' incl. Child no longer in need = RC7 ~ no longer|withdr?awn
        g) 'Other' incl. Child no longer in need = RC7 ~ step(ped)? (down|up|across)|aim (partially )?achieved|18
        g) 'Other' incl. Child no longer in need = RC7 ~ information and advice|refused service|^(care )?plan now
        g) 'Other' incl. Child no longer in need = RC7 ~ circumstances|^closed (divert|needs|no resp|at cl)|cancelled
        g) 'Other' incl. Child no longer in need = RC7 ~ ^(closed child placed|closure summary|no assessment)
        g) 'Other' incl. Child no longer in need = RC7 ~ ^(referral closure|ref nfa|universal)
        g) 'Other' incl. Child no longer in need = RC7 ~ ^(all service ceased|safeguarding plan|record of short)
        g) 'Other' incl. Child no longer in need = RC7 ~ ^(age of young|moved person|cin workflow)
        g) 'Other' incl. Child no longer in need = RC7 ~ ^(other|assessment (declined|terminated)|contact lost)
        g) 'Other' incl. Child no longer in need = RC7 ~ ^(objectives met|successfully|outcome c)
        g) 'Other' incl. Child no longer in need = RC7 ~ ^case closed (other|person|referred)|^case transferred to caf
        g) 'Other' incl. Child no longer in need = RC7 ~ eligib|needs? met|duplicate|error
        g) 'Other' incl. Child no longer in need = RC7 ~ ^rc0|^rce|^rca2|other case closure|declined|not required
        g) 'Other' incl. Child no longer in need = RC7 ~ sentenced|remand ended|looked after
        g) 'Other' incl. Child no longer in need = RC7 ~ referr(ed|al) to (other|external)|no further cin review
        g) 'Other' incl. Child no longer in need = RC7 ~ ceased following|transferred to caf
        i) Not Stated = not said ~ ^unknown$
        """,
        "",
    ),
    "status": (
        r"""
        a) Looked after child ~ looked after|^(cla|lac)\b|^cp cla$
        c) Child in need plan ~ ^(c )?(child in need|cin)( plan)?$
        b) Child Protection plan ~ child protection|^cpp?( ext)?$
        e) Closed episode ~ closed|^care leaver$
        d) Open assessment ~ ^(d )?open (asmt|assessment)|assessment
        """,
        "",
    ),
}
