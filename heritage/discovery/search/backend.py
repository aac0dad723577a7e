"""The backend that WAGTAILSEARCH_BACKENDS names; which it is, the database decides."""

from django.db import connection
from modelsearch.backends import database


def SearchBackend(params):  # noqa: N802 - the name that modelsearch looks for
    """Our backend for the default database; on any other than these two, modelsearch's own."""
    if connection.vendor == "postgresql":
        from .postgres import PostgresBackend

        return PostgresBackend(params)
    stock = database.SearchBackend(params)
    if connection.vendor == "sqlite" and database.USE_SQLITE_FTS:
        from .sqlite import SQLiteBackend

        return SQLiteBackend(params)
    return stock
