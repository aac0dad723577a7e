"""The search backend on PostgreSQL: the stock one, told what to index and what to ask."""

from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, Q
from django.utils.functional import cached_property
from modelsearch.backends.database.postgres import postgres as stock

from . import tsquery
from .indexing import MOST_TOKENS, ChineseIndexer
from .question import understand

CONFIG = "simple"  # our tokens are stemmed already; a language's stemmer would break them
NAME_FACTOR = 4.0


ENTRIES = stock.IndexEntry._meta.db_table
# title_norm is the mean length of titles over that of this one. The stock backend writes every
# entry with 1.0 and then again with its norm: each of the indexes twice.
WRITE = f"""
INSERT INTO {ENTRIES}
    (content_type_id, object_id, title, autocomplete, body, title_norm, title_text, body_text)
SELECT type, key, title, autocomplete, body,
    coalesce(coalesce(mean, avg(length(title)) OVER ()) / nullif(length(title), 0), 1), '', ''
FROM (VALUES ROWS) AS new (type, key, title, autocomplete, body),
    (SELECT avg(length(title)) AS mean FROM {ENTRIES} WHERE length(title) > 0) AS old
ON CONFLICT (content_type_id, object_id) DO UPDATE SET title = EXCLUDED.title,
    autocomplete = EXCLUDED.autocomplete, body = EXCLUDED.body, title_norm = EXCLUDED.title_norm,
    title_text = EXCLUDED.title_text, body_text = EXCLUDED.body_text
"""  # noqa: S608 - names of tables


@dataclass(frozen=True)
class Vector:
    """Weighted texts as one tsvector. What SearchVector and its sums come to, in a tenth of the
    time: a register of thousands of rows compiles tens of thousands of them."""

    texts: list[tuple[str, str]]
    config: str

    @property
    def sql(self) -> str:
        part = "setweight(to_tsvector(%s::regconfig, %s), %s)"
        return f"({' || '.join([part] * len(self.texts))})" if self.texts else "''::tsvector"

    @property
    def params(self) -> list[str]:
        return [each for text, weight in self.texts for each in (self.config, text, weight)]


class Indexer(ChineseIndexer, stock.ObjectIndexer):
    """Names in the title vector, everything else in the body vector, up to MOST_TOKENS."""

    @cached_property
    def title(self):
        return self.as_vector([(text, weight) for text, weight in self.names_and_rest[0]])

    @cached_property
    def body(self):
        texts, left = [], MOST_TOKENS
        for text, weight in self.names_and_rest[1]:
            words = text.split(" ")[:left]
            left -= len(words)
            texts.append((" ".join(words), weight))
        return self.as_vector(texts)

    def as_vector(self, texts, for_autocomplete=False):
        texts = [(text.strip(), weight) for text, weight in texts]
        config = self.autocomplete_config if for_autocomplete else self.config
        return Vector([(text, weight) for text, weight in texts if text], config)


class Index(stock.PostgresIndex):
    """Writes with our indexer, each entry once; no mirrors for trigram search, which cannot match
    two characters of Chinese."""

    def add_items(self, model, objs):
        if not objs or not model.get_search_fields():
            return
        key, rows, params = stock.get_content_type_pk(model), [], []
        for obj in objs:
            entry = Indexer(obj, self.backend)
            vectors = (entry.title, entry.autocomplete, entry.body)
            rows.append(f"(%s::int, %s, {', '.join(vector.sql for vector in vectors)})")
            params += [key, entry.id, *(each for vector in vectors for each in vector.params)]
        with self.write_connection.cursor() as cursor:
            cursor.execute(WRITE.replace("ROWS", ", ".join(rows)), params)


class QueryCompiler(stock.PostgresSearchQueryCompiler):
    """Asks the index's vectors with a query of our making."""

    @cached_property
    def expression(self) -> str | None:
        """The raw tsquery, empty for everything; None where there is nothing to look for."""
        part = understand(self.query, is_open=self.LAST_TERM_IS_PREFIX)
        return None if part is None else tsquery.write(part)

    @property
    def tsquery(self) -> SearchQuery:
        return SearchQuery(self.expression, search_type="raw", config=CONFIG)

    def vectors(self) -> dict[str, float]:
        """The vectors of the index that are asked, each with its weight."""
        names = {"index_entries__title": NAME_FACTOR, "index_entries__body": 1.0}
        if not self.fields:
            return names
        wanted = {"title" if name == "title" else "body" for name in self.fields}
        return {name: factor for name, factor in names.items() if name.split("__")[1] in wanted}

    def matching(self):
        """The queryset of what matches."""
        vector = None
        for name in self.vectors():
            vector = F(name) if vector is None else vector._combine(F(name), "||", False)
        return self.queryset.annotate(_vector_=vector).filter(_vector_=self.tsquery)

    def rank(self):
        rank = None
        for name, factor in self.vectors().items():
            one = SearchRank(F(name), self.tsquery, weights=self.sql_weights) * factor
            if name == "index_entries__title":
                one *= F("index_entries__title_norm")
            rank = one if rank is None else rank + one
        return rank

    def search(self, config, start, stop, score_field=None, backend=None):
        if not self.expression:
            nothing = self.expression is None or self.query_is_nothing
            return (self.queryset.none() if nothing else self.queryset)[start:stop]
        return self._apply_ordering_and_scoring(
            self.matching(), self.rank(), start, stop, score_field
        )

    @property
    def query_is_nothing(self) -> bool:
        return isinstance(self.query, stock.Not)


class AutocompleteQueryCompiler(QueryCompiler):
    """While somebody types, in the admin: the last word may be unfinished; looks everywhere."""

    LAST_TERM_IS_PREFIX = True
    TARGET_SEARCH_FIELD_TYPE = stock.AutocompleteField

    def get_config(self, backend):
        return backend.autocomplete_config

    def get_search_fields_for_model(self):
        return self.queryset.model.get_autocomplete_search_fields()

    def matching(self):
        queryset = self.queryset.annotate(_begun_=F("index_entries__autocomplete"))
        if self.fields:
            return queryset.filter(_begun_=self.tsquery)
        vector = F("index_entries__title")._combine(F("index_entries__body"), "||", False)
        found = Q(_begun_=self.tsquery) | Q(_vector_=self.tsquery)
        return queryset.annotate(_vector_=vector).filter(found)

    def rank(self):
        begun = SearchRank(F("index_entries__autocomplete"), self.tsquery, weights=self.sql_weights)
        return begun if self.fields else begun + super().rank()


class PostgresBackend(stock.PostgresSearchBackend):
    """modelsearch's PostgreSQL backend, reading Chinese."""

    index_class = Index
    query_compiler_class = QueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler

    def __init__(self, params):
        super().__init__({**params, "SEARCH_CONFIG": CONFIG})
