"""Whether two versions of a page say the same: a digest of what a reviewer reads.

What Wagtail keeps beside the words (who locked it, when it was saved, comments, ids of rows,
editor's keys in rich text) is left out, so that saving without a change changes nothing. So are the
days on which it comes and goes: they are set at the sign-off.
"""

import hashlib
import json
import re
from typing import Any

from wagtail.models import COMMENTS_RELATION_NAME

BOOKKEEPING = {
    COMMENTS_RELATION_NAME,
    "alias_of",
    "comments",
    "content_type",
    "depth",
    "draft_title",
    "expire_at",
    "expired",
    "first_published_at",
    "go_live_at",
    "has_unpublished_changes",
    "last_published_at",
    "latest_revision",
    "latest_revision_created_at",
    "live",
    "live_revision",
    "locale",
    "locked",
    "locked_at",
    "locked_by",
    "numchild",
    "owner",
    "page_ptr",
    "path",
    "pk",
    "sort_order",
    "translation_key",
    "url_path",
}
EDITORS_KEYS = re.compile(r'\s*data-block-key=\\*"[^"\\]*\\*"')


def digest_of(content: dict[str, Any]) -> str:
    """The digest of a revision's content: 64 hexadecimal digits."""
    words = _words(content, own_pk=content.get("pk"))
    said = json.dumps(words, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(EDITORS_KEYS.sub("", said).encode()).hexdigest()


def _words(value: Any, own_pk) -> Any:
    if isinstance(value, dict):
        return {
            name: _words(part, own_pk)
            for name, part in value.items()
            if part is not None and name not in BOOKKEEPING and not _leads_back(name, part, own_pk)
        }
    if isinstance(value, list):
        return [_words(part, own_pk) for part in value]
    return value


def _leads_back(name: str, part: Any, own_pk) -> bool:
    """Whether it is a row's key to its own page; empty as long as the row is not saved."""
    return name in {"page", "trail"} and part == own_pk
