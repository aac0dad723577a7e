"""The search backend on SQLite: one FTS5 query, ranked, capped, then the objects."""

import json

from django.utils.functional import cached_property
from modelsearch.backends.database.sqlite import sqlite as stock
from modelsearch.utils import get_descendants_content_types_pks

from . import fts5
from .indexing import ChineseIndexer, with_indexer
from .question import understand

MOST_HITS = 2_000
# In the order of the FTS table's columns: autocomplete, body, title.
WEIGHTS = "2.0, 1.0, 10.0"
FTS = stock.SQLiteFTSIndexEntry._meta.db_table
ENTRIES = stock.IndexEntry._meta.db_table
HITS = f"""
SELECT entry.object_id, bm25({FTS}, {WEIGHTS}) AS score
FROM {FTS} JOIN {ENTRIES} AS entry ON entry.id = {FTS}.rowid
WHERE {FTS} MATCH %s AND entry.content_type_id IN (SELECT value FROM json_each(%s))
ORDER BY score, entry.id DESC LIMIT %s
"""  # noqa: S608 - table names and numbers of ours


class Indexer(ChineseIndexer, stock.ObjectIndexer):
    """Names in the title column, everything else in the body column."""

    @cached_property
    def title(self):
        return " ".join(text for text, *_weight in self.names_and_rest[0])

    @cached_property
    def body(self):
        return " ".join(text for text, *_weight in self.names_and_rest[1])


class Index(stock.SQLiteIndex):
    """Writes with our indexer; bm25 knows the lengths of titles by itself."""

    add_items = with_indexer(stock.SQLiteIndex.add_items, stock, Indexer)

    def _refresh_title_norms(self, full=False):
        pass


class QueryCompiler(stock.SQLiteSearchQueryCompiler):
    """Asks the index once, and orders in Python by the rank it gave."""

    columns = ("title", "body")

    @cached_property
    def expression(self) -> tuple[str, bool] | None:
        """The MATCH expression and whether it excludes; None where nothing can be found."""
        part = understand(self.query, is_open=self.LAST_TERM_IS_PREFIX)
        if part is None:
            return None
        text, is_left_out = fts5.write(part)
        return (text, is_left_out) if text or not is_left_out else None

    @cached_property
    def scores(self) -> dict[str, float]:
        """Primary key (as text) to bm25, best (lowest) first."""
        text, is_left_out = self.expression
        kinds = json.dumps(get_descendants_content_types_pks(self.queryset.model))
        cap = -1 if is_left_out else MOST_HITS
        connection = stock.connections[stock.router.db_for_read(stock.IndexEntry)]
        with connection.cursor() as cursor:
            cursor.execute(HITS, [f"{{{' '.join(self.match_columns)}}} : ({text})", kinds, cap])
            return dict(cursor.fetchall())

    @property
    def match_columns(self) -> list[str]:
        if not self.fields:
            return list(self.columns)
        return sorted({"title" if name == "title" else "body" for name in self.fields})

    def matching(self):
        """The queryset of what matches, in no order of ours."""
        if self.expression is None:
            return self.queryset.none()
        text, is_left_out = self.expression
        if not text:
            return self.queryset
        if is_left_out:
            return self.queryset.exclude(pk__in=list(self.scores))
        return self.queryset.filter(pk__in=list(self.scores))

    @property
    def is_ranked(self) -> bool:
        return self.order_by_relevance and bool(self.expression) and self.expression != ("", False)

    @cached_property
    def ranked(self) -> list:
        """Primary keys of what matches, best first."""
        keys = {str(key): key for key in self.matching().order_by().values_list("pk", flat=True)}
        return [keys[key] for key in self.scores if key in keys]

    def search(self, config, start, stop, score_field=None):
        queryset = self.matching()
        if not queryset.query.order_by:
            queryset = queryset.order_by("-pk")  # the same order on every page of results
        return queryset[start:stop]

    def fetch(self, start, stop, score_field=None) -> list:
        """The objects from `start` to `stop`, best first, or in the queryset's order."""
        if not self.is_ranked or self.expression[1]:
            return list(self.search(None, start, stop))
        keys = self.ranked[start:stop]
        found = {obj.pk: obj for obj in self.queryset.order_by().filter(pk__in=keys)}
        if score_field:
            for obj in found.values():
                setattr(obj, score_field, self.scores.get(str(obj.pk)))
        return [found[key] for key in keys if key in found]

    def count(self, start, stop) -> int:
        if self.is_ranked and not self.expression[1]:
            return len(self.ranked[start:stop])
        return self.search(None, start, stop).count()


class AutocompleteQueryCompiler(QueryCompiler):
    """While somebody types, in the admin: the last word may be unfinished; looks everywhere."""

    LAST_TERM_IS_PREFIX = True
    TARGET_SEARCH_FIELD_TYPE = stock.AutocompleteField
    columns = ("autocomplete", "title", "body")

    def get_config(self, backend):
        return backend.autocomplete_config

    def get_search_fields_for_model(self):
        return self.queryset.model.get_autocomplete_search_fields()

    @property
    def match_columns(self) -> list[str]:
        return ["autocomplete"] if self.fields else list(self.columns)


class Results(stock.SQLiteSearchResults):
    """Results in the order of the compiler's ranking."""

    def _do_search(self):
        return self.query_compiler.fetch(self.start, self.stop, self._score_field)

    def _do_count(self):
        return self.query_compiler.count(self.start, self.stop)


class SQLiteBackend(stock.SQLiteSearchBackend):
    """modelsearch's SQLite backend, reading Chinese."""

    index_class = Index
    query_compiler_class = QueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler
    results_class = Results
