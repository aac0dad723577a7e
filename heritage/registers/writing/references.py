"""The reference index of many pages that have just been made."""

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from .inserting import rows_insert


def references_write(pages: Sequence[Page]) -> None:
    """Enter what new pages refer to; nothing of theirs may stand in the index yet.

    ReferenceIndex offers this for one object only, with two queries each.
    """
    base = page_type()
    references = [
        ReferenceIndex(
            content_type_id=page.content_type_id,
            base_content_type=base,
            object_id=str(page.pk),
            to_content_type_id=to_type,
            to_object_id=to_key,
            model_path=model_path,
            content_path=content_path,
            content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
        )
        for page in pages
        for to_type, to_key, model_path, content_path in set(
            ReferenceIndex._extract_references_from_object(page)
        )
    ]
    rows_insert(references)


def page_type() -> ContentType:
    """What the index files every page under, whatever its own type."""
    return ContentType.objects.get_for_model(Page)
