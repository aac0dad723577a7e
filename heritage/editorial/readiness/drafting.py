"""A page as a form that was just sent would make it, for those who only want to look."""

from django.http import HttpRequest
from wagtail.models import Page, PageSubscription


def page_as_sent(
    request: HttpRequest, page: Page, parent: Page, *, is_draft: bool = False
) -> Page | None:
    """Bind what was sent to `page`, a copy that nobody else holds, and return it unsaved.

    None where the form is invalid; `is_draft` lets required fields stay empty, as saving does.
    """
    form = page.get_edit_handler().get_form_class()(
        request.POST,
        request.FILES,
        instance=page,
        parent_page=parent,
        for_user=request.user,
        subscription=PageSubscription(page=page if page.pk else None, user=request.user),
    )
    if is_draft:
        form.defer_required_fields()
    if not form.is_valid():
        return None
    page = form.save(commit=False)
    if not page.path:
        # It has no place in the tree yet; below its parent, for those who ask where it will stand.
        page.path = parent.path + "0" * page.steplen
    return page
