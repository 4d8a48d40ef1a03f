"""The database: what must survive a crash is a row here.

Nothing else knows SQLAlchemy or Alembic. The store takes in and hands out the dataclasses of `domain`; it decides
nothing about them, and knows no file, template or workflow. One `begin` is one transaction: all of it or none.
"""

from autoadmin.store.session import Session
from autoadmin.store.store import Store, open_store

__all__ = ["Session", "Store", "open_store"]
