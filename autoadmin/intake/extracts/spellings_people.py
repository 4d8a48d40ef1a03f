"""Spellings of answers about the child: sex, ethnicity, yes and no."""

from __future__ import annotations

from typing import Final

# Codes of ethnicity are those of the census and of the schools' own longer list, which begins with the same letters.
PEOPLE: Final[dict[str, tuple[str, str]]] = {
    "sex": (
        r"""
        a) Male = M ~ ^(a )?(1 )?(male|m|1)$
        b) Female = F ~ ^(b )?(2 )?(female|f|2)$
        = ~ transgender male|^indeterminate$
        d) Neither = U ~ ^d neither|^neither$|transgender|^indeterminate gender|non binary|dysphoria
        d) Neither = U ~ unable to classify
        c) Not stated/recorded = U ~ ^(c )?not (stated|recorded|known|specified)|^[09]( not (known|recorded|stated))?$
        c) Not stated/recorded = U ~ ^[iu]$
        c) Not stated/recorded = U ~ unborn|^unknown|unspecified|^withheld$
        """,
        "",
    ),
    "flag": (
        r"""
        False = false ~ ^([bcd] )?(0 |n )?(no|n|0|false|fa|further action|u)( disability)?$|^none$|not seen|^unborn$
        False = false ~ ^not offered|^non uasc$
        True = true ~ ^(a )?(1 |y )?(yes|y|1|true|nfa|no further action|uasc)$|^offered and |^(child )?seen( alone)?$
        Unknown = not said ~ ^(c )?(unknown|nobt( information not yet obtained)?|not obtained|refu|refused)$
        True = true ~ ^(aut|beh|comm|con|dda|hand|hear|inc|ld|mob|pc|vis)\b|autism|asperger|behaviour|communication
        True = true ~ con(s)?ciousness|^disab|incontin|^learning$|^mobility$|^other dda$|^personal care$|^vision$
        True = true ~ hearing
        """,
        "",
    ),
    "ethnicity": (
        r"""
        = ~ ^unk$|cho any other|^unspecified any|^white british mixed|ooth unspecified|white and asian mwas|okrd$
        = ~ british afghan
        = ~ british (afghani|iraqi)|^f1 unknown|(black|asian) british (form|not)
        b) Mixed ~ \b(mwbc|mbwc|mwba|mwas|mwap|mwai|mwao|moth|motm|motb|mabl|mach|maoe|mbch|mboe|mcoe|mwch|mwoe|motw)\b
        a) White ~ \b(wbri|wiri|wirt|woth|wrom|wroo|wrot|wcor|weng|wsco)\b
        a) White ~ \b(wwel|wnir|wowb|weeu|weur|wotw|wweu|wkos|wtuk|wtuc)\b
        a) White ~ \b(walb|wbos|wcro|wgrc|wgre|wgrk|wita|wpor|wser|wtur|wroma|okrd)\b
        c) Asian or Asian British ~ \b(aind|apkn|aban|aoth|akpa|ampk|aopk|aafr|akao|anep|aota|aslt|asnl|asro)\b
        d) Black or black British ~ \b(bcrb|bafr|botb|bann|baof|bcon|bgha|bngn|bsln|bsom|bsud|beur|bnam)\b
        d) Black or black British ~ ^([a-z] )?both\b
        e) Other ethnic group ~ \b(chne|chkc|cmal|coch|csng|ctwn|ooth|oafg|oara)\b
        e) Other ethnic group ~ \b(oegy|ofil|oirn|oirq|ojpn|okor|olam|oleb|olib)\b
        e) Other ethnic group ~ \b(omal|omrc|ooeg|opol|otha|ovie|oyem|oooth|othr)\b|^other kurdish
        e) Other ethnic group ~ ethnic group kurdish
        a) White ~ ^white cypriot
        = ~ ^white mixed$|asian british any other mixed|asian brit\w* (chinese|filipino|vietnamese)
        f) Not stated ~ \b(refu|nobt)\b|refus|declin
        f) Not stated ~ not (yet )?(obtained|established|stated|recorded|given|known|asked|populated|disclosed)
        f) Not stated ~ not (divulged|declared|available|yet)
        f) Not stated ~ ^(unknown|unborn|unspecified$|xxxx|dtg|ns|nan|n|u|f|0|f1|e3|e4|e5|n e4)$|^e5 unborn|^xxxx
        f) Not stated ~ no data|no information|information not|prefer(s|red)? not|would not say|did not wish
        f) Not stated ~ do not use
        f) Not stated ~ unable to provide|undeclared|no (initial )?client contact|^unborn|^unknown|^u x[12]$
        f) Not stated ~ multivalue|closed before
        f) Not stated ~ ethnicity not stated
        c) Asian or Asian British ~ asian (or )?asian bri|^asian (african|and any)|^mixed asian|^any other asian
        c) Asian or Asian British ~ afrind|^asianoth
        d) Black or black British ~ black (or )?black bri|black african caribbean black|^mixed black$
        a) White ~ ^white (mixed (white|british)|other|cypriot|kosovan|caucasian|any other)|^a a\d+ white
        b) Mixed ~ (white|black|asian) and (chinese|indian|pakistani|asian|black|white)|^chinese and any
        b) Mixed ~ mixed|dual (heritage|\+)
        b) Mixed ~ (white|black|asian|african|caribbean) (and|\+|or) (black|white|asian|any other)
        b) Mixed ~ ^black caribbean and white|^(b )?b[1-4]\b(?!.*(black other))|any other asian$|^white asian|^b$
        b) Mixed ~ ^b b\d+$
        e) Other ethnic group ~ chinese|\barab\b
        e) Other ethnic group ~ ^other (afghan|algerian|iranian|iraqi|moroccan|south|vietnamese|egyptian|filipino)
        e) Other ethnic group ~ ^other (ethnic|japanese|yemeni|syrian|arab|central)
        e) Other ethnic group ~ ^other (cambodian|korean|lebanese|libyan|malay|eth|group)
        e) Other ethnic group ~ any other ethnic (group|back|gip)|filipino|vietnam|iranian|^iraq|kurdish sorani|^latin
        e) Other ethnic group ~ kosovan$
        e) Other ethnic group ~ ^(e1|e2|e|e e\d+|thai|taiwanese|egyptian|malay|polynesian|yemeni|moroccan|other)$
        e) Other ethnic group ~ ethnicity$
        e) Other ethnic group ~ ^e e?\d+ other ethnic|^ethoth|^euroth|^e[12] |^e e1 1$
        d) Black or black British ~ black|caribbean|african$|^(d|d d?\d+|d[123])$|somali|nigerian|^sudanese$|^bac
        d) Black or black British ~ african\b
        c) Asian or Asian British ~ asian|pakistani|bangladeshi|^indian|\bindian$|kashmir|punjabi|^mauritian|^afghan$
        c) Asian or Asian British ~ ^syrian$|nepal
        c) Asian or Asian British ~ ^(c|c c?\d+|c[1-4])$|^(a|c|c\d) indian
        a) White ~ white|british|irish|english|welsh|scottish|gypsy|gipsy|traveller|roma\b|albanian|bulgarian|greek
        a) White ~ italian|jersey
        a) White ~ jewish|kurdish|mediterranean|polish|portuguese|turkish|croatian|herzegovin
        a) White ~ ^(a|a a\d+|a[1-5]|a a\d 1)$
        """,
        r"\b(?P<code>wbri|wiri|woth|wirt|wrom|mwbc|mwba|mwas|moth|aind|apkn|aban|aoth|bcrb|bafr|(?<=p )both|chne|ooth"
        r"|refu|nobt)\b",
    ),
}
