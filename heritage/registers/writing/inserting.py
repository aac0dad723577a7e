"""Rows of one table, many at once, whose keys are known before they are written.

Django's bulk_create needs a second statement to tell a page which revision is its latest: a page
cannot name a revision without a key, nor a revision a page. Keys that are taken beforehand write
each row once. On PostgreSQL the rows go in by COPY, which takes a third of bulk_create's time: that
one sends every column as an array, in which each quotation mark of a revision's JSON is escaped by
Python.
"""

from collections.abc import Sequence

from django.db import connections, models, router

_NEXT_ON_POSTGRESQL = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"
_LAST_ON_SQLITE = "SELECT seq FROM sqlite_sequence WHERE name = %s"


def keys_take(objs: Sequence[models.Model], model: type[models.Model]) -> None:
    """Give unsaved rows the keys that `model`'s table would give them.

    Call it inside the transaction that inserts them, after its first write: SQLite lets nobody
    else write from then on.
    """
    if not objs:
        return
    key, table = model._meta.pk, model._meta.db_table
    connection = connections[router.db_for_write(model)]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_NEXT_ON_POSTGRESQL, [f'"{table}"', key.column, len(objs)])
            keys = [number for (number,) in cursor.fetchall()]
        else:
            cursor.execute(_LAST_ON_SQLITE, [table])
            last = (cursor.fetchone() or (0,))[0]
            keys = range(last + 1, last + 1 + len(objs))
    for obj, number in zip(objs, keys, strict=True):
        setattr(obj, key.attname, number)


def rows_insert(objs: Sequence[models.Model], model: type[models.Model] | None = None) -> None:
    """Insert rows into the table of their model, or of one that it inherits from.

    No signal is sent, and no key comes back: see `keys_take`.
    """
    if not objs:
        return
    model = model or type(objs[0])
    fields = model._meta.local_concrete_fields
    if model._meta.pk.get_internal_type().endswith("AutoField") and objs[0].pk is None:
        fields = [field for field in fields if not field.primary_key]
    using = router.db_for_write(model)
    if connections[using].vendor == "postgresql":
        _copy(objs, model, fields, connections[using])
    else:
        # bulk_create refuses models with a parent's table, for it cannot know the parents' keys.
        # They are known here: this is what it does for any other model.
        model._base_manager.using(using)._batched_insert(objs, fields, None)
    for obj in objs:
        obj._state.adding, obj._state.db = False, using


def _copy(objs, model, fields, connection) -> None:
    names = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    table = connection.ops.quote_name(model._meta.db_table)
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy,
    ):
        for obj in objs:
            copy.write_row(
                [field.get_db_prep_save(field.pre_save(obj, True), connection) for field in fields]
            )


def statistics_renew(models_written: Sequence[type[models.Model]]) -> None:
    """Let PostgreSQL count tables that have grown much since it last did.

    Until it has, it reads a whole table for each foreign key that it checks, because the table
    was all but empty when it planned the check; its own counting comes by once a minute.
    """
    connection = connections[router.db_for_write(models_written[0])]
    if connection.vendor != "postgresql":
        return
    tables = ", ".join(connection.ops.quote_name(one._meta.db_table) for one in models_written)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {tables}")
