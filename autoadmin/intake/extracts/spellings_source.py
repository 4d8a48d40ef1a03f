"""Spellings of who made a contact or referral. Codes are those of the census (1A to 10)."""

from __future__ import annotations

from typing import Final

SOURCE: Final[dict[str, tuple[str, str]]] = {
    "source": (
        r"""
        k) Unknown ~ ^anonymous not known$
        c) Education services ~ ^(cs education (other|pre)|education (other|college)$|3[29] education)
        h) Other legal agency ~ ^cafcass (information request|referral)$
        f) LA services ~ ^(adults? services$|(19|20) lbh (social|early))
        i) Other ~ ^(90 other all other|non smbc residential|dept of work|community safety case|none local authority)
        i) Other ~ ^(substance misuse prof|rehab officer|parenting staff|party concerned|resident$)
        = ~ ^(other including strangers mps$|nursing school nurse$|cs (education|anonymous|parent|u19))
        = ~ ^(cyp schools|10 (police|housing)|7 (police|law)|(19|2\d|7\d|90) )
        = ~ ^(other service user|fire brigade|sbc education|health services other primary|nursing school)$
        = ~ ^(hcc adult services dept not ooh|other agencies|ward|senior practitioner|nursing (home|residential))$
        = ~ ^(education (schools academy|out of borough schools|training)|edu childrens centre)
        = ~ ^(mental health staff|hospital team)
        = ~ ^(external eg from ola|family (intervention|matters)|ifss)
        = ~ ^(ola social|other internal services|supported housing|housing prov)
        = ~ ^(childrens centres key|education dept school|court police)
        = ~ ^(youth offending service yos$|other hcc dep|north somerset dept)
        = ~ ^other including hospice hospital ward discharges$|^la services hsc$|^adult service
        = ~ ^(other )?legal agency e ?g? ?c(hildren|afcass$)|legal agency eg (children|cafcass$)
        a) Individual ~ ^([a-z] )?1[a-d]\b
        b) Schools ~ ^([a-z] )?2a\b
        c) Education services ~ ^([a-z] )?2b\b
        d) Health services ~ ^([a-z] )?3[a-f]\b
        e) Housing ~ ^([a-z] )?4( |$)
        f) LA services ~ ^([a-z][0-9]? )?5[a-d]\b
        g) Police ~ ^([a-z] )?6( |$)
        h) Other legal agency ~ ^([a-z] )?7( |$)
        i) Other ~ ^([a-z] )?8( |$)
        j) Anonymous ~ ^([a-z] )?9( |$)
        k) Unknown ~ ^([a-z] )?10( |$)
        d) Health services ~ ^adult mental health( services| teams)?$
        a) Individual ~ ^(cs |ind )?individual|^individuals|^6\d individual|^ind |^other individual|acquaintance
        a) Individual ~ ^other including strangers? mps? 1d|^other including stranger mp|individual other ind
        g) Police ~ police|^pol$
        f) LA services ~ ^(la services|la other)\b.*(housing|internal)
        f) LA services ~ ^(otherscc|local authority dep\w*|other (internal|depts))\b.*(housing|internal)
        f) LA services ~ ^la services other
        e) Housing ~ housing|homeless|^la hous|^hou(s)?$|^home ?start$|supported living service
        e) Housing ~ ^support (officer|worker)$|sheltered
        j) Anonymous ~ ^(unk |v adult |91 )?anon(ymous)?( anonymous| 9)?$
        k) Unknown ~ unknown$|^(not known|not recorded|nk)$
        i) Other ~ nspc|^n s p c c$|^p and v provider|^public other|other source not in list|victim support
        i) Other ~ vol(untary)? (agenc|org|sector|and faith)|womens? aid|childrens centres? (ind|prov|inc|early)
        i) Other ~ independ[ae]nt (provider|agenc)|ofsted|child minder|fire (and rescue|service)|ministry|military
        i) Other ~ forces|jobcentre
        h) Other legal agency ~ ^other legal agency (including|e g c|eg c)
        a) Individual ~ ^(mp )?councillor$|^friend neighbour$|^otherind
        g) Police ~ ^ceop$|child exploitation and online
        h) Other legal agency ~ ^legal agency (courts?|including|prob)|^jafcass$|^cafcass$|^prison service$
        i) Other ~ ^connexions$|^multicultural|multicultural organisation|^inspection body|^home care ext|^fire$
        i) Other ~ ^idva$
        = ~ ^(adults services probation|legal agency$|cafcass)
        = ~ ^(other|youth|community|adults?) .*(probation|probat)|^probation (crc|nps|service)|anonymous not known$
        = ~ ^internal early|^(cs )?unknown anonymous|^cpn$
        = ~ ^(other legal agency courts p|member of the public|occupational therapy|education other|education college)$
        h) Other legal agency ~ court|solicitor|probation|prison|immigration|cafcass|\bhmp\b|border agency
        h) Other legal agency ~ legal (agency|prof|dept|extern)
        h) Other legal agency ~ ^legal( services| internal)?$|^other legal|^law |community rehabilitation
        h) Other legal agency ~ central government|benefits agency
        b) Schools ~ ^(edu )?(education |out of borough )?schools?\b(?! (nurs|health|and early))
        b) Schools ~ (primary|secondary|special|nursery) school
        b) Schools ~ \b(academy|sixth|6th form|pru|post 16|senco)\b|^nursery$|^pre school$|nurser(y prov|ies)
        b) Schools ~ education knowsley nursery
        c) Education services ~ ^(edu|educate|education|further ed|other education|fe )|\bewo\b|^college$
        c) Education services ~ ^schools and early|^early years prov
        f) LA services ~ ^(adults?|cec|hcc|escc|scc|smbc|sbc|ncc) .*(serv|social|family)
        f) LA services ~ ^(kmbc|bcc|dmbc|dcst|scst|rutland|trafford|haringey) .*(serv|social|family)
        f) LA services ~ ^(la|local authority|internal)\b
        f) LA services ~ ^(external|social (care|serv|work)|other (la|local|ssd|social|internal|las)|ola)\b
        f) LA services ~ early help|youth (offending|serv|just|support)|\b(yot|yos|edt|lado|marac|ssd|csc)\b
        f) LA services ~ social (care|worker|services)
        f) LA services ~ childrens services|family (support|solutions|partnership|recovery)|out of hours
        f) LA services ~ duty (team|service)|council (staff|dep)
        f) LA services ~ targeted|sure start|substance misuse (staff|team)|^drugs? and alcohol team
        f) LA services ~ disabilit(y|ies) (staff|team|ies)
        f) LA services ~ ^(5[abc]|otherla|intsoc|ladepts)
        f) LA services ~ ^(otherscc|step (up|down)|portage|neighbourhood officers|residential care staff)
        d) Health services ~ school (nurse|nursing|health)|health|camhs|hospital|hosptial|midwi|midwives|nurs(e|ing)\b
        d) Health services ~ \bgp\b|\bfnp\b
        d) Health services ~ accident|a ?and ?e\b|a\+e|emergency (dep|service)|ambulance|nwas|\bnhs|paediat|psych
        d) Health services ~ consultant|clinic|ward\b
        d) Health services ~ mental health staff health|birth notification
        d) Health services ~ ^(4\d|5\d) (primary|secondary) health
        d) Health services ~ ^(midw|ocgp)$
        d) Health services ~ ^(addictions service|casualty|cmht|day care staff|pre birth|primary link)\b
        d) Health services ~ ^(aud|cas|cln|nurs|phy|ot)\b
        d) Health services ~ sexual assault
        f) LA services ~ leaving care personal|day centre|resource centre|home care (internal|unit)
        f) LA services ~ accommodation manager|manual hand
        f) LA services ~ ^la services (disability|mat|neighbour)|occupational therapist (pass|ssd|none)|^sen team$
        f) LA services ~ young peoples? (support )?serv|families and wellbeing|stronger families|benefits service cec
        f) LA services ~ dbs disclosure
        f) LA services ~ ^(sbc|scst|isend|kmbc|lbh other)
        f) LA services ~ ^(scc other|haringey emp|early years( and|$)|adult team|non notts|taf meeting)
        c) Education services ~ ^(cyp education|nursery early years centre|sbc education|esw service)
        b) Schools ~ ^(sch|30 education school)$|6th form
        i) Other ~ connexions$|charitable|national crime|refugee centre|statutory agencies|other agency|safe centre
        i) Other ~ young carers|youth fed
        i) Other ~ voluntary|change grow live|taxi driver|commissioned|member of parliament|^mp$
        i) Other ~ ^(char|oth|otheragy|servprov)\b
        h) Other legal agency ~ ^(prob|sol|reg|registrars|coventry law centre|care quality commission|leg)\b
        a) Individual ~ previous employee|^in person$
        k) Unknown ~ ^unkown$|^unknown |^not mapped
        d) Health services ~ dentist|doctor|pract?ition|\bmed\b|surgery|hospice|physio|audiolog|optom|pharmac
        d) Health services ~ ^district n|cmht|\bpct\b
        d) Health services ~ occupational therapist$|drug and alcohol|substance misuse serv|matron|rapid response
        d) Health services ~ \b(hos|hosp|hv|hn|dn|hw|sn)$
        a) Individual ~ \b(mother|father|sister|brother|aunt|uncle|parents?)\b
        a) Individual ~ \b(grand\w+|son|daughter|husband|wife|niece|nephew|self)\b
        a) Individual ~ \b(neighbou?r|relatives?|friend|acquaintance|family member)\b
        a) Individual ~ \b(member of public|general public|stranger|carer|partner)\b
        a) Individual ~ ^family( |$)|household|^elected member|community member
        a) Individual ~ ^(fath|moth|brot|sis|gran|grpa|grso|husb|frei|daug|part|nie|nei)$
        i) Other ~ ^(other|charit|church|agency|hostel|refuge|provider)\b
        i) Other ~ ^(advocate|project worker|service provider|third party|tp|vcs|vs)\b
        i) Other ~ ^(childline|barnardos|catch 22|utilities|domestic abuse)
        i) Other ~ ^(private|residential home|adoption agency|fostering agency|home office)
        i) Other ~ childrens? cent|^childrens residential|care home|fire (brigade|serv)$
        """,
        "",
    ),
}
