"""The tables' history, one module a step under ``versions``; Alembic runs them at every opening."""
