"""What both backends put into the index."""

from functools import lru_cache
from types import FunctionType

from django.utils.functional import cached_property
from modelsearch.index import AutocompleteField, FilterField, SearchField, insert_or_update_object

from .pinyin import spelled_tokens
from .words import fold, is_han, segments, tokens

# Searched like a title, and spelled in pinyin.
NAME_FIELDS = frozenset({"title", "alt_names", "foreign_name", "short_name"})
# PostgreSQL clamps positions at 16,383; what stands beyond is found, but not as part of a phrase.
MOST_TOKENS = 16_000


class ChineseIndexer:
    """Mixed into modelsearch's ObjectIndexer: every text goes into the index as tokens."""

    def prepare_value(self, value):
        return "" if value is None else super().prepare_value(value)

    def prepare_field(self, obj, field):
        if isinstance(field, FilterField):
            return
        if not isinstance(field, SearchField | AutocompleteField):
            yield from super().prepare_field(obj, field)  # comes back here for each field of it
            return
        for found, *weight, text in super().prepare_field(obj, field):
            yield found, *weight, tokens_of(text, is_name=field.field_name in NAME_FIELDS)

    @cached_property
    def names_and_rest(self):
        """The prepared search fields in two lists: names, and everything else."""
        names, rest = [], []
        for field in self.search_fields:
            for found, *weight, text in self.prepare_field(self.obj, field):
                if isinstance(found, SearchField) and text:
                    is_name = field.field_name in NAME_FIELDS  # a panel's title is no name of it
                    (names if is_name else rest).append((text, *weight))
        return names, rest


@lru_cache(maxsize=256)  # a title is asked for several times on its way into the index
def tokens_of(text: str, *, is_name: bool) -> str:
    """A text as space-separated tokens, a name with its spelling."""
    found = tokens(text)
    if is_name:
        for segment in segments(fold(text)):
            if is_han(segment):
                found += spelled_tokens(segment)
    return " ".join(found[:MOST_TOKENS])


def with_indexer(method, module, indexer):
    """modelsearch's `add_items` as it stands in `module`, but using our indexer.

    It names its ObjectIndexer as a global and offers no hook; a copy that sees another global
    leaves the module itself as it is.
    """
    return FunctionType(
        method.__code__, {**vars(module), "ObjectIndexer": indexer}, method.__name__
    )


def index_whole_page(instance, **kwargs) -> None:
    """Signal receiver: a page was published. Its rows (panels, entries, stops) are in place now.

    modelsearch has indexed it already when the page itself was saved, before its rows were.
    """
    insert_or_update_object(instance)
