"""The mapping of a file: recognised, then as a saved mapping and a person say."""

import re

from django.utils.translation import gettext as _

from .columns import Mapping, MappingError, recognise, remap
from .columns.folding import squeeze
from .models import SavedMapping
from .reading import Register

_PLACE = re.compile(r"#\d+")


def register_map(register: Register, *, wishes: dict[str, str], saved: str = "") -> Mapping:
    """Recognise a register's columns, then apply the mapping saved under a name, then the wishes.

    Of a saved mapping only the headers that the file has are taken. Raises MappingError.
    """
    mapping = recognise(register.headers, register.samples)
    if saved:
        words = _words_of(saved)
        there = {squeeze(header) for header in register.headers}
        # A place (`#3`) says nothing of another file.
        named = {header: word for header, word in words.items() if not _PLACE.fullmatch(header)}
        remap(mapping, {header: word for header, word in named.items() if squeeze(header) in there})
    return remap(mapping, wishes)


def mapping_save(name: str, mapping: Mapping, *, by=None) -> SavedMapping:
    """Keep a mapping under a name, in place of what had it before."""
    saved, _made = SavedMapping.objects.update_or_create(
        name=name.strip()[:120], defaults={"words": mapping.words, "saved_by": by}
    )
    return saved


def wishes_of(pairs: list[str]) -> dict[str, str]:
    """`["保护类型=grade", …]` as {header: word}; MappingError for what has no equals sign."""
    wishes = {}
    for pair in pairs:
        header, sign, word = pair.rpartition("=")
        if not sign or not header.strip():
            raise MappingError(
                _("“%(pair)s” is no HEADER=COLUMN, e.g. 保护类型=grade.") % {"pair": pair}
            )
        wishes[header.strip()] = word.strip()
    return wishes


def _words_of(name: str) -> dict[str, str]:
    saved = SavedMapping.objects.filter(name=name).first()
    if saved is None:
        names = ", ".join(SavedMapping.objects.values_list("name", flat=True)) or "–"
        raise MappingError(
            _("There is no saved mapping “%(name)s”. There are: %(names)s.")
            % {"name": name, "names": names}
        )
    return saved.words
