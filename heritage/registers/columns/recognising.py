"""Tell which column each header of a file is: by declared words only, never by a guess."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from .column import Column, Part
from .folding import Folded, fold, squeeze, unaccented
from .keyed import column_keyed
from .list import COLUMNS
from .mapping import Mapping, MappingError, Match, column_named

EXACT, STRONG, WEAK = 3, 2, 1
_SCRIPTS = re.compile(r"[^\W\d_a-zA-Z\u00c0-\u024f]+|[a-zA-Z\u00c0-\u024f][\w .'&-]*")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_PAIR = re.compile(r"-?\d+(?:\.\d+)?\D+-?\d+(?:\.\d+)?")
_SAYS_CHINESE = re.compile(r"[:_ ]zh(?:[-_]hans)?$|chin[eê]s", re.I)
_WHERE = {"location", "位置", "地点", "位置坐标", "position", "ubicacion", "localisation"}


def recognise(headers: Sequence[str], sample_rows: Iterable[Sequence[str]] = ()) -> Mapping:
    """Match the headers of a file with columns.

    A header that two columns claim, or a column that two headers claim alike, is left to be
    chosen by a person: such matches have `rivals`. `sample_rows`: some rows of the file, for the
    words that mean two things (位置 may be an address or coordinates).
    """
    samples = [list(row) for row in sample_rows]
    cells = [_cells(samples, index) for index in range(len(headers))]
    claims = [_claim(header, cells[index]) for index, header in enumerate(headers)]
    scripts = [_has_chinese(words) for words in cells]
    _settle(claims, scripts)
    mapping = Mapping([match for match, _strength in claims])
    _name_in_the_other_language(mapping, scripts)
    return mapping


def remap(mapping: Mapping, wishes: dict[str, str]) -> Mapping:
    """The mapping with some headers said by a person: `{header: word}`, `-` for “only keep it”.

    A header may be given by its words or its place from 1 (`#3`). Raises MappingError for a header
    that the file has not, or a column that there is not.
    """
    for header, word in wishes.items():
        column, number = column_named(word)
        matches = _named(mapping, header)
        if column and len(matches) > 1 and not column.may_repeat:
            raise MappingError(_several(header, matches))
        for match in matches:
            match.column, match.number, match.is_chosen, match.rivals = column, number, True, ()
            match.datum = fold(match.header).datum
    _give_way(mapping)
    return mapping


def known_words(header: str) -> set[str]:
    """Keys of the columns that claim a header: how a header row is told from a title above it."""
    match, strength = _claim(header, [])
    return {match.column.key} if match.column and strength else set(match.rivals)


def _cells(samples: list[list[str]], index: int) -> list[str]:
    return [row[index] for row in samples if index < len(row) and row[index].strip()]


def _claim(header: str, cells: list[str]) -> tuple[Match, int]:
    column, number = column_keyed(header)
    if column:
        return Match(header, 0, column, number), EXACT
    match, folded = Match(header, 0), fold(header)
    found = _columns_of(folded, header)
    if folded.word in _WHERE and _look_like_points(cells):
        found = {"point": STRONG}
    best = max(found.values(), default=0)
    chosen = [key for key, strength in found.items() if strength == best]
    if len(chosen) == 1:
        match.column = _by_key()[chosen[0]]
        match.number = folded.number if match.column.is_numbered else 1
        match.datum = folded.datum if match.column.part is Part.POINT else ""
    elif chosen:
        match.rivals = tuple(sorted(chosen))
    # Only a header of our own export says it more plainly than any other word for it.
    return match, min(best, STRONG)


def _columns_of(folded: Folded, header: str) -> dict[str, int]:
    words, word = _words(), unaccented(folded.word)
    whole = words.get(unaccented(squeeze(header)))
    if whole:
        return whole
    if word in words:
        found = words[word]
        # A number at the end only counts where a page may have several: 级别2, not 名称2.
        if folded.number == 1 or all(_by_key()[key].is_numbered for key in found):
            return found
        return {}
    # Two languages in one cell: each part that is known must say the same.
    parts = [unaccented(squeeze(part)) for part in _SCRIPTS.findall(header)]
    told = [words[part] for part in parts if part in words]
    if told and len(parts) > 1 and all(set(one) == set(told[0]) for one in told):
        return told[0] if len(told) == len(parts) or _by_script(parts) else {}
    return {}


def _by_script(parts: list[str]) -> bool:
    """Whether the parts are a Chinese (Japanese, Korean) and a Latin one: 名称 Nombre oficial."""
    return len(parts) == 2 and parts[0].isascii() != parts[1].isascii()


def _look_like_points(cells: list[str]) -> bool:
    return bool(cells) and all(_PAIR.search(cell) and len(cell) < 80 for cell in cells[:5])


def _has_chinese(cells: list[str]) -> bool:
    return bool(cells) and all(_HAN.search(cell) for cell in cells)


def _settle(claims: list[tuple[Match, int]], scripts: list[bool]) -> None:
    """Where several headers claim one column, the one that says it most plainly has it."""
    groups: dict[tuple[str, int], list[tuple[Match, int]]] = defaultdict(list)
    for index, (match, strength) in enumerate(claims):
        match.index = index
        if match.column:
            groups[match.column.key, match.number].append((match, strength))
    for group in groups.values():
        if len(group) == 1 or group[0][0].column.may_repeat:
            continue
        best = max(strength for _match, strength in group)
        winners = _plainest([match for match, strength in group if strength == best], scripts)
        key = group[0][0].column.key
        for match, _strength in group:
            if len(winners) > 1 or match is not winners[0]:
                match.column, match.number, match.datum = None, 1, ""
                match.rivals = (key,) if len(winners) > 1 else ()
                match.gave_way = "" if len(winners) > 1 else key


def _name_in_the_other_language(mapping: Mapping, scripts: list[bool]) -> None:
    """Beside a Chinese name, the other column of names is the name in the other language."""
    names = [match for match in mapping.of("title") if scripts[match.index]]
    others = [m for m in mapping.matches if m.gave_way == "title" and not scripts[m.index]]
    if names and len(others) == 1 and not mapping.has("foreign_name"):
        others[0].column = _by_key()["foreign_name"]


def _plainest(matches: list[Match], scripts: list[bool]) -> list[Match]:
    """Of the same point in several datums the one that needs no shift, of the same words in
    several languages the Chinese: what a register is written in here."""
    if len(matches) > 1:
        matches = [match for match in matches if match.datum == "wgs84"] or matches
    if len(matches) > 1:
        matches = [match for match in matches if _is_chinese(match.header)] or matches
    if len(matches) > 1:
        matches = [match for match in matches if _SAYS_CHINESE.search(match.header)] or matches
    if len(matches) > 1 and matches[0].column.key == "title":
        matches = [match for match in matches if scripts[match.index]] or matches
    return matches


def _is_chinese(header: str) -> bool:
    return bool(_HAN.search(header))


def _give_way(mapping: Mapping) -> None:
    """What a person chose takes the column from what was only recognised."""
    chosen = {(m.column.key, m.number) for m in mapping.matches if m.is_chosen and m.column}
    for match in mapping.matches:
        if match.is_chosen or not match.column or match.column.may_repeat:
            continue
        if (match.column.key, match.number) in chosen:
            match.column, match.number = None, 1


def _named(mapping: Mapping, header: str) -> list[Match]:
    if header.startswith("#") and header[1:].isdigit():
        found = [m for m in mapping.matches if m.index == int(header[1:]) - 1]
    else:
        wanted = squeeze(header)
        found = [m for m in mapping.matches if m.header == header] or [
            m for m in mapping.matches if wanted and squeeze(m.header) == wanted
        ]
    if not found:
        known = ", ".join(m.header for m in mapping.matches if m.header)
        raise MappingError(
            _("The file has no column “%(header)s”. It has: %(known)s.")
            % {"header": header, "known": known[:400]}
        )
    return found


def _several(header: str, matches: list[Match]) -> str:
    places = ", ".join(f"#{match.index + 1}" for match in matches)
    return _("Several columns are called “%(header)s”. Say which one: %(places)s.") % {
        "header": header,
        "places": places,
    }


@cache
def _by_key() -> dict[str, Column]:
    return {column.key: column for column in COLUMNS}


@cache
def _words() -> dict[str, dict[str, int]]:
    """Folded word → {column key: how plainly it says so}."""
    words: dict[str, dict[str, int]] = defaultdict(dict)
    for column in COLUMNS:
        for strength, spelled in _spellings(column):
            for word in spelled:
                bare = "" if "(" in word or "（" in word else fold(word).word
                for form in {unaccented(bare), unaccented(squeeze(word))} - {""}:
                    words[form].setdefault(column.key, strength)
                    words[form][column.key] = max(strength, words[form][column.key])
    return {
        word: {key: how for key, how in found.items() if how == max(found.values())}
        for word, found in words.items()
    }


def _spellings(column: Column):
    labels = []
    for code, _language in settings.LANGUAGES:
        with override(code):
            labels.append(str(column.label))
    yield EXACT, (column.key,)
    yield STRONG, (*column.headers, *labels)
    yield WEAK, column.also
