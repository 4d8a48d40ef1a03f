"""The migrations, shipped with the package and run by `Store.migrate`; `env.py` is Alembic's way in."""
