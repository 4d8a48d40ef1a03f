"""Events and rules become clocks: what is due for a child, since when, and what nobody can tell.

The room is pure: it reads no file, asks no clock and holds nothing. It knows no rule by name; what it does is written
in the rule.
"""

from autoadmin.timescales.asking import codes_asked
from autoadmin.timescales.clocks import start_clocks
from autoadmin.timescales.explain import explain
from autoadmin.timescales.trying import try_rules

__all__ = ["codes_asked", "explain", "start_clocks", "try_rules"]
