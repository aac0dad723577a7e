"""Pictures, recordings and documents of a package into a collection of this archive."""

import hashlib
from contextlib import suppress
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.models import Collection

from heritage.archive.intake import AdmittedPicture
from heritage.archive.models import Paper, Picture, Recording
from heritage.plaques.wall.photos import photographs_collection

from ...portable.inward import is_value_for
from ...portable.problems import PackageError, words_of
from ...portable.telling import COLUMNS, HAVE_TAGS, KINDS, tell
from .admitting import Admitted, Door
from .reading import PackageIn

_MOST_TAGS, _LONGEST_TAG = 50, 100
_CONTENT_TYPE = "application/octet-stream"


class Shelving:
    """Stores what a package brings; `numbers` are its new rows by the names that pages use."""

    def __init__(self, package: PackageIn, door: Door):
        self.numbers: dict[str, int] = {}
        self.pictures: list[Picture] = []
        self._reused = 0
        self._door, self._collection = door, None
        self._stored: list[tuple[Any, str]] = []
        self._rows = package.archive

    def admit(self) -> None:
        """Look every file through, before a transaction keeps others waiting."""
        for kind in KINDS:
            for row in self._rows[f"{kind}s"].values():
                self._door.admit(kind, row["file"], _title(row))
                if kind == "recording" and row.get("captions"):
                    self._door.admit("captions", row["captions"], _title(row))

    def leave_photographs(self) -> None:
        """The plaques stay behind, and with them the pictures that only they show."""
        pictures = self._rows["pictures"]
        for name in [name for name, row in pictures.items() if _is_of_plaques(row)]:
            del pictures[name]

    @property
    def notes(self) -> list[str]:
        if not self._reused:
            return []
        return [_("%(number)s files were here already.") % {"number": self._reused}]

    def store(self, collection: Collection) -> None:
        """Make the rows; what the collection holds already, word for word, is taken again."""
        self._collection = collection
        for kind, model in KINDS.items():
            for name, row in self._rows[f"{kind}s"].items():
                file = self._door.admit(kind, row["file"], _title(row))
                item = self._item(model, row, file)
                known = self._known(item, row, file)
                if known is None:
                    self._save(item, name, row, file)
                else:
                    self._reused += 1
                self.numbers[f"{kind}:{name}"] = (known or item).pk

    def undo(self) -> None:
        """Take the stored files away again: a database forgets its rows, a disk does not."""
        for storage, name in self._stored:
            with suppress(OSError):
                storage.delete(name)
        self._stored.clear()

    def _item(self, model: type[Model], row: dict, file: Admitted) -> Model:
        """The row that is to be, checked as a form would check it."""
        is_apart = model is Picture and _is_of_plaques(row)
        item = model(collection=photographs_collection() if is_apart else self._collection)
        for name in COLUMNS[model]:
            field, value = model._meta.get_field(name), row.get(name)
            try:
                if not is_value_for(field, value):
                    raise ValidationError(_("this is not what stands in this place"))
                if value is not None:
                    setattr(item, name, field.clean(value, item) if value != "" else "")
            except ValidationError as error:
                raise PackageError(f"“{_title(row)}” ({name}): {words_of(error)}") from error
        if isinstance(item, Recording):
            item.kind = file.heard.kind
            item.seconds = item.seconds or file.heard.seconds
            item.poster_id = self.numbers.get(row.get("poster"))
        return item

    def _known(self, item: Model, row: dict, file: Admitted) -> Model | None:
        """What was brought in before, and has changed in nothing since."""
        items = type(item).objects.filter(collection=item.collection, title=item.title)
        said = {**tell_columns(item), **({"tags": _tags(row)} if _has_tags(item) else {})}
        for other in items.order_by("pk"):
            if tell(other) == said and _same_files(other, item, file):
                return other
        return None

    def _save(self, item: Model, name: str, row: dict, file: Admitted) -> None:
        stem = name.replace("-", "")[:20]
        if isinstance(item, Recording) and row.get("captions"):
            captions = self._door.admit("captions", row["captions"], _title(row))
            item.captions = ContentFile(captions.content(), f"{stem}.vtt")
        if isinstance(item, Picture | Paper):
            item.file_hash, item.file_size = file.sha1, file.path.stat().st_size
        with file.path.open("rb") as opened:
            item.file = File(opened, stem + file.ending)
            if isinstance(item, Picture):
                item.file = AdmittedPicture(
                    opened.read(), stem + file.ending, content_type=_CONTENT_TYPE, taken=""
                )
            try:
                item.save()
            finally:
                self._remember(item)
        if _has_tags(item):
            item.tags.set(_tags(row))
        if isinstance(item, Picture):
            self.pictures.append(item)

    def _remember(self, item: Model) -> None:
        for file in (item.file, getattr(item, "captions", None)):
            if file and file._committed:
                self._stored.append((file.storage, file.name))


def tell_columns(item: Model) -> dict[str, Any]:
    return {name: getattr(item, name) for name in COLUMNS[type(item)]}


def _is_of_plaques(row: dict) -> bool:
    """Whether no page shows a picture: a photograph of a plaque on the wall."""
    return row.get("of_plaques") is True


def _has_tags(item: Model) -> bool:
    return isinstance(item, HAVE_TAGS)


def _title(row: dict) -> str:
    return row["title"][:80] if isinstance(row.get("title"), str) else "?"


def _tags(row: dict) -> list[str]:
    tags = row.get("tags", [])
    if not isinstance(tags, list) or len(tags) > _MOST_TAGS:
        raise PackageError(_("The tags of “%(title)s” cannot be read.") % {"title": _title(row)})
    if any(not isinstance(tag, str) or not 0 < len(tag) <= _LONGEST_TAG for tag in tags):
        raise PackageError(_("The tags of “%(title)s” cannot be read.") % {"title": _title(row)})
    return sorted(set(tags))


def _same_files(other: Model, item: Model, file: Admitted) -> bool:
    if isinstance(other, Recording):
        return (
            other.poster_id == item.poster_id
            and not other.captions
            and _sha1(other.file) == file.sha1
        )
    return (other.file_hash or _sha1(other.file)) == file.sha1


def _sha1(file) -> str:
    digest = hashlib.sha1(usedforsecurity=False)
    try:
        with file.storage.open(file.name, "rb") as opened:
            while chunk := opened.read(256 * 1024):
                digest.update(chunk)
    except OSError:
        return ""
    return digest.hexdigest()
