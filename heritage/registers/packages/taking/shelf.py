"""Pictures, recordings and documents of a package, each under a name made from its content."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from django.db.models import Model
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext as _

from heritage.archive.models import Picture, Recording

from ...portable.telling import HAVE_TAGS, KINDS, kind_of, tell

CHUNK = 256 * 1024


@dataclass(frozen=True)
class Kept:
    """A file of the archive as it lies in the package."""

    name: str
    file: FieldFile


class Shelf:
    """What is taken along of the archive, by kind and name; `notes` say what could not be.

    `wanted` is what pages show; `photographs` are pictures of plaques, which only they show.
    """

    def __init__(self, wanted: dict[str, set[int]], photographs: set[int]):
        self.notes: list[str] = []
        self.files: dict[str, Kept] = {}
        self._names: dict[tuple[str, int], str] = {}
        self._told: dict[str, dict[str, dict]] = {f"{kind}s": {} for kind in KINDS}
        recordings = list(Recording.objects.in_bulk(wanted.get("recording", ())).values())
        posters = {one.poster_id for one in recordings if one.poster_id}
        shown = wanted.get("picture", set()) | posters
        self._of_plaques = photographs - shown
        self._add("picture", _items("picture", shown | photographs))
        self._add("recording", recordings)
        self._add("paper", _items("paper", wanted.get("paper", set())))

    def name_of(self, model: type[Model], pk: int) -> str | None:
        """`picture:3f2a…`; None for what could not be taken along."""
        return self._names.get((kind_of(model), pk))

    def pictures(self) -> dict[int, str]:
        """The pictures by number, with the names that references have for them."""
        return {pk: name for (kind, pk), name in self._names.items() if kind == "picture"}

    def told(self) -> dict[str, dict[str, dict]]:
        """The content of archive.json."""
        return {kind: dict(sorted(rows.items())) for kind, rows in self._told.items()}

    def _add(self, kind: str, items: Iterable[Model]) -> None:
        """Two of one content are one; two that share only their file get a number behind."""
        rows = []
        for item in items:
            try:
                rows.append((*self._row(item), item.pk))
            except OSError:
                self.notes.append(
                    _("The file of “%(title)s” is not there; it was left out.")
                    % {"title": item.title}
                )
        seen: dict[str, str] = {}
        for said, row, pk in sorted(rows, key=lambda one: one[0]):
            if said not in seen:
                stem = PurePosixPath(row["file"]).stem[:16]
                number = sum(1 for name in seen.values() if name.startswith(stem))
                seen[said] = f"{stem}-{number + 1}" if number else stem
                self._told[f"{kind}s"][seen[said]] = row
            self._names[kind, pk] = f"{kind}:{seen[said]}"

    def _row(self, item: Model) -> tuple[str, dict[str, Any]]:
        row = {**tell(item), "file": self._keep(item.file)}
        if isinstance(item, Recording):
            row["captions"] = self._keep(item.captions) if item.captions else None
            row["poster"] = self._names.get(("picture", item.poster_id))
        if isinstance(item, Picture) and item.pk in self._of_plaques:
            # The credit is whoever stood at the wall: a colleague's name stays behind.
            row |= {"credit": "", "of_plaques": True}
        return json.dumps([row["file"], row], sort_keys=True, ensure_ascii=False), row

    def _keep(self, file: FieldFile) -> str:
        name = f"files/{_sha256(file)}{PurePosixPath(file.name).suffix.lower() or '.bin'}"
        self.files.setdefault(name, Kept(name, file))
        return name


def _items(kind: str, numbers: set[int]) -> Iterable[Model]:
    model = KINDS[kind]
    items = model.objects.filter(pk__in=numbers).order_by("pk")
    return items.prefetch_related("tags") if model in HAVE_TAGS else items


def chunks_of(file: FieldFile) -> Iterable[bytes]:
    """The file in pieces, opened anew and closed again."""
    with file.storage.open(file.name, "rb") as opened:
        while chunk := opened.read(CHUNK):
            yield chunk


def _sha256(file: FieldFile) -> str:
    digest = hashlib.sha256()
    for chunk in chunks_of(file):
        digest.update(chunk)
    return digest.hexdigest()
