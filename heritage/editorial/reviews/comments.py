"""Wagtail's comments on a page, on the review's screen: read, and written without the editor."""

from wagtail.fields import StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Comment, Page

from .inbox import called

NEVER = {"slug", "seo_title", "go_live_at", "expire_at"}


def open_comments(page: Page) -> list[Comment]:
    """Those not resolved, in the order written, each with `on` (the field) and `author`."""
    rows = getattr(page, COMMENTS_RELATION_NAME).filter(resolved_at__isnull=True)
    ids = [row.pk for row in rows if row.pk]
    found = Comment.objects.filter(pk__in=ids).select_related("user")
    comments = list(found.prefetch_related("replies__user").order_by("created_at", "pk"))
    labels = dict(fields_of(page))
    for comment in comments:
        comment.on = labels.get(comment.contentpath.split(".")[0], "")
        comment.author = called(comment.user)
    return comments


def fields_of(page: Page) -> list[tuple[str, str]]:
    """(name, label) of what a comment can be hung on, as the form asks for it."""
    asked = page.get_edit_handler().get_form_options().get("fields", [])
    known = {field.name: field for field in page._meta.concrete_fields}
    fields = [known[name] for name in asked if name in known and name not in NEVER]
    # A block of a stream has comments of its own; Wagtail shows none on the stream as a whole.
    plain = [field for field in fields if not isinstance(field, StreamField)]
    return [(field.name, str(field.verbose_name)) for field in plain]


def blocks_of(page: Page) -> list[tuple[str, str]]:
    """(content path, label) of the text blocks of a story, the first words to know them by."""
    found = []
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            for block in getattr(page, field.name) or ():
                path = path_of(block, f"{field.name}.{block.id}")
                if path:
                    found.append((path, words_of_block(block)))
    return found


def path_of(block, path: str) -> str:
    """Where Wagtail hangs a comment on a block: on it, or on the first field in it."""
    children = getattr(block.block, "child_blocks", None)
    if not children:
        return path
    name, child = next(iter(children.items()))
    is_nested = hasattr(child, "child_blocks") or hasattr(child, "child_block")
    return "" if is_nested else f"{path}.{name}"


def words_of_block(block) -> str:
    from .changes.leaves import leaves_of_block

    words = next((leaf.text for leaf in leaves_of_block(block.block, block.value) if leaf.text), "")
    return f"{block.block.label}: {words[:24]}"


def comment_add(*, page: Page, revision, user, path: str, text: str) -> Comment:
    """Hang a comment on a field or block. Authors find it in the editor, beside the field."""
    comment = Comment.objects.create(
        page_id=page.pk, user=user, text=text, contentpath=path, revision_created=revision
    )
    comment.log_create(page_revision=revision, user=user)
    return comment
