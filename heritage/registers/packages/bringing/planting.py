"""Pages of a package into the tree: first their places, then their stories."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.log_actions import log
from wagtail.models import Locale, Page

from heritage.places.models import NeighbourhoodPage
from heritage.storytelling.models import TraditionalCopy
from heritage.storytelling.traditional.sync import KEPT_ATTRIBUTES
from heritage.storytelling.traditional.words import dump_words

from ...portable import turn_words
from ...portable.inward import Inward
from ...portable.problems import PackageError, listed, words_of
from .reading import PageIn

_HOMES_DEPTH = 2


def refuse_known(pages: list[PageIn]) -> None:
    """Nothing that is here already is touched."""
    here = Page.objects.filter(translation_key__in={page.key for page in pages})
    titles: dict[UUID, str] = {}  # one for all languages, the source language's if there is one
    for page in here.select_related("locale").order_by("path"):
        if page.translation_key not in titles or page.locale.is_default:
            titles[page.translation_key] = page.title
    root = titles.pop(pages[0].key, None)
    if root is not None:
        raise PackageError(
            _(
                "“%(title)s” is here already, with %(number)s of the pages below it: %(titles)s. "
                "A package only adds. To have the package's in its place, take this one out as a "
                "package to be safe, delete it in every language, then bring the new one in: "
                "plaques keep their codes. To keep what is here, there is nothing to do."
            )
            % {"title": root, "number": len(titles), "titles": listed(titles.values()) or "–"}
        )
    if titles:
        raise PackageError(
            _(
                "The neighbourhood is not here, but these of its pages are, below another one: "
                "%(titles)s. A package only adds. Delete them here in every language, then choose "
                "the package again."
            )
            % {"titles": listed(titles.values())}
        )


class Planting:
    """Makes the pages of a package; `made` are theirs by the name that references have for it."""

    def __init__(self, *, by, is_published: bool):
        self.made: dict[str, Page] = {}
        self.notes: list[str] = []
        self._by, self._is_published = by, is_published
        self._slug = ""

    def place(self, pages: list[PageIn]) -> list[PageIn]:
        """Give every page a place and a number; return those whose language has a place here."""
        homes = self._homes()
        self._slug = self._free_slug(pages[0].slug, homes.values())
        if self._slug != pages[0].slug:
            self.notes.append(
                _("The address “%(old)s” is taken; the neighbourhood got “%(new)s”.")
                % {"old": pages[0].slug, "new": self._slug}
            )
        for page in pages:
            parent = (
                homes.get(page.language)
                if page.parent is None
                else self.made.get(f"page:{page.parent}/{page.language}")
            )
            if parent is not None:
                self.made[page.name] = self._add(page, parent)
            elif page.parent is None:
                self.notes.append(
                    _("This site has no home page in “%(language)s”; its pages were left out.")
                    % {"language": page.language}
                )
        return [page for page in pages if page.name in self.made]

    def tell(self, page: PageIn, inward: Inward) -> None:
        """Write a page's story, and a draft above it where the package has one."""
        inward.title = page.title
        # Who may see a page is not carried: one that only some might waits for a decision here.
        is_live = page.is_live and self._is_published and not page.is_private
        if page.is_private:
            self.notes.append(
                _("“%(title)s” was shown to some only; it is a draft.") % {"title": page.title}
            )
        row = self._built(page, page.words, inward)
        row.live = is_live
        row.first_published_at = page.first_published_at if self._is_published else None
        row.last_published_at = page.last_published_at if self._is_published else None
        row.save(clean=False)
        revision = row.save_revision(user=self._by, clean=False)
        if page.draft is not None and is_live:
            self._built(page, page.draft, inward).save_revision(user=self._by, clean=False)
        elif page.draft is not None:
            self.notes.append(
                _("“%(title)s”: changes that were not published yet were left out.")
                % {"title": page.title}
            )
        if is_live:
            has_more = page.draft is not None
            Page.objects.filter(pk=row.pk).update(
                live_revision=revision, has_unpublished_changes=has_more
            )
            log(instance=row, action="wagtail.publish", user=self._by, revision=revision)
        if page.copy is not None:
            generated = turn_words(page.model, page.copy, inward)
            TraditionalCopy.objects.create(page_id=row.pk, generated=generated)

    def _homes(self) -> dict[str, Page]:
        """Where a neighbourhood may stand, by language."""
        parents = NeighbourhoodPage.allowed_parent_page_models()
        pages = Page.objects.type(*parents).filter(depth=_HOMES_DEPTH).select_related("locale")
        return {page.locale.language_code: page.specific for page in pages.order_by("-path")}

    def _free_slug(self, slug: str, homes: Iterable[Page]) -> str:
        """The slug, or the next that is free below the home pages of every language."""
        taken = {
            taken for home in homes for taken in home.get_children().values_list("slug", flat=True)
        }
        number, free = 1, slug
        while free in taken:
            number += 1
            free = f"{slug[:240]}-{number}"
        return free

    def _add(self, page: PageIn, parent: Page) -> Page:
        row = page.model(
            title=page.title,
            slug=page.slug if page.parent else self._slug,
            locale=Locale.objects.get_or_create(language_code=page.language)[0],
            translation_key=page.key,
            show_in_menus=page.show_in_menus,
            live=False,
            owner=self._by,
        )
        try:
            parent.add_child(instance=row)
        except ValidationError as error:
            raise PackageError(f"“{page.title or page.slug}”: {words_of(error)}") from error
        log(instance=row, action="wagtail.create", user=self._by)
        return row

    def _built(self, page: PageIn, words: dict[str, Any], inward: Inward) -> Page:
        """The page with a story, checked field by field as the editor would check it."""
        row = self.made[page.name]
        turned = dump_words(page.model, turn_words(page.model, words, inward))
        try:
            built = page.model.from_serializable_data(
                {**row.serializable_data(), **turned}, check_fks=False
            )
            for name in KEPT_ATTRIBUTES:
                setattr(built, name, getattr(row, name))
            built.draft_title = built.title
            _check(built)
        except ValidationError as error:
            raise PackageError(f"“{page.title}”: {words_of(error)}") from error
        return built


def _check(page: Page) -> None:
    """What a draft must hold to; that something is still missing is no reason to refuse it."""
    _clean(page)
    for relation in get_all_child_relations(page):
        for number, row in enumerate(getattr(page, relation.get_accessor_name()).all()):
            row.sort_order = number
            _clean(row, leave_out={relation.field.name})


def _clean(row: models.Model, leave_out: Iterable[str] = ()) -> None:
    relations = {field.name for field in row._meta.concrete_fields if field.is_relation}
    try:
        row.clean_fields(exclude={*leave_out, *relations})
    except ValidationError as error:
        wrong = {name: _wrong(errors) for name, errors in error.error_dict.items()}
        wrong = {name: errors for name, errors in wrong.items() if errors}
        if wrong:
            raise ValidationError(wrong) from error
    row.clean()


def _wrong(errors: list[ValidationError]) -> list[ValidationError]:
    return [error for error in errors if error.code not in {"blank", "required"}]
