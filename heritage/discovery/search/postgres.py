"""The search backend on PostgreSQL: the stock one, told what to index and what to ask."""

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, Q
from django.utils.functional import cached_property
from modelsearch.backends.database.postgres import postgres as stock

from . import tsquery
from .indexing import MOST_TOKENS, ChineseIndexer, with_indexer
from .question import understand

CONFIG = "simple"  # our tokens are stemmed already; a language's stemmer would break them
NAME_FACTOR = 4.0


class Vector:
    """Weighted texts as one tsvector. What SearchVector and its sums come to, in a tenth of the
    time: a register of thousands of rows compiles tens of thousands of them."""

    contains_aggregate = contains_over_clause = contains_column_references = False

    def __init__(self, texts: list[tuple[str, str]], config: str) -> None:
        self.texts, self.config = texts, config

    def resolve_expression(self, *_args, **_kwargs):
        return self

    def as_sql(self, compiler, connection) -> tuple[str, list[str]]:
        part = "setweight(to_tsvector(%s::regconfig, %s), %s)"
        params = [each for text, weight in self.texts for each in (self.config, text, weight)]
        return f"({' || '.join([part] * len(self.texts))})", params


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
        texts = [(text, weight) for text, weight in texts if text]
        config = self.autocomplete_config if for_autocomplete else self.config
        if not texts or not isinstance(config, str):
            return super().as_vector(texts, for_autocomplete)
        return Vector(texts, config)

    # Mirrors for trigram search, which cannot match two characters of Chinese: not kept.
    title_text = body_text = ""


class Index(stock.PostgresIndex):
    """Writes with our indexer."""

    add_items = with_indexer(stock.PostgresIndex.add_items, stock, Indexer)


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
