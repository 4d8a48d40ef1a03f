"""Tags that Jinja has and layouts do not take, and what to write instead."""

from __future__ import annotations

from typing import Final

_WRITE_IT: Final = "Write what it would print."
_WITH_ITS_BEGINNING: Final = "Take it out with what begins it."
NOT_TAKEN: Final = {
    **dict.fromkeys(("macro", "call", "block", "include", "import", "from", "extends", "trans"), _WRITE_IT),
    **dict.fromkeys(("break", "continue"), "Choose the entries where the loop begins: {% for item in list if ... %}."),
    **dict.fromkeys(("raw", "endraw"), "{% raw %} and {% endraw %} stand in one paragraph, with what is between them."),
    **dict.fromkeys(("endmacro", "endcall", "endblock", "endtrans", "endfilter"), _WITH_ITS_BEGINNING),
    **dict.fromkeys(("endset", "endautoescape"), _WITH_ITS_BEGINNING),
    **dict.fromkeys(("unless", "endunless"), "Write {% if not ... %} and {% endif %}."),
    **dict.fromkeys(("while", "endwhile"), "A loop goes through a list: {% for item in list %} and {% endfor %}."),
    **dict.fromkeys(("switch", "case", "endswitch", "endcase"), "Write {% if ... %}, {% elif ... %} and {% endif %}."),
    **dict.fromkeys(("comment", "endcomment", "note", "#"), "A note between authors is written {# ... #}."),
    **dict.fromkeys(("let", "var", "assign"), "Write {% set name = value %}."),
    **dict.fromkeys(("print", "echo"), "Write {{ ... }}."),
    "filter": "Write the filter at each value: {{ name|upper }}.",
    "do": "A tag prints, repeats or chooses, and changes nothing. Take it out.",
    "autoescape": "Every value is printed as the text it is. Take it out.",
}
