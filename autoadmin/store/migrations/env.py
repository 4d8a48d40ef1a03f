"""Run by Alembic: the migrations over the connection that `autoadmin.store.migrating` hands in."""

from alembic import context

from autoadmin.store.columns import metadata
from autoadmin.store.session import Session

# The session's repositories have defined every table by now.
__all__ = ["Session"]

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
