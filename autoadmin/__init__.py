"""A case discussion is recorded once; every document it owes is drafted from it.

The house is described in `docs/house.md`; the ground floor is `autoadmin.domain`.
"""

__version__ = "0.1.0"
