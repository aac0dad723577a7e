"""Who wrote a change: everybody who saved other words since the page was last published."""

from wagtail.models import Page, Revision

from .digest import digest_of


def authors_of_change(page: Page) -> set[int]:
    """Ids of those who changed the page since it was last published.

    Saving without a change (a comment, a lock) makes nobody an author. A page that was never
    published was also written by whoever made it.
    """
    before = published_revision(page)
    revisions = page.revisions.order_by("created_at", "pk")
    authors = set() if before or not page.owner_id else {page.owner_id}
    said = digest_of(before.content) if before else None
    if before:
        revisions = revisions.filter(created_at__gte=before.created_at).exclude(pk=before.pk)
    elif page.live:
        said = digest_of(page.specific.serializable_data())
    for user_id, content in revisions.values_list("user_id", "content").iterator(chunk_size=50):
        now = digest_of(content)
        if now != said and user_id:
            authors.add(user_id)
        said = now
    return authors


def published_revision(page: Page) -> Revision | None:
    """The version visitors read, or read last; None where it was never public (or not by one)."""
    if page.live_revision_id:
        return page.live_revision
    if not page.last_published_at:
        return None
    earlier = page.revisions.filter(created_at__lte=page.last_published_at)
    return earlier.order_by("-created_at", "-pk").first()
