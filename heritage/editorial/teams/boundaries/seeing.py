"""What somebody may be shown: whole, or by its published title alone."""

from django.db.models import Q, QuerySet
from wagtail import permissions
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import CollectionMember, Page
from wagtail.permission_policies.collections import CollectionPermissionLookupMixin
from wagtail.permission_policies.pages import PagePermissionPolicy

page_permission_policy = PagePermissionPolicy()


def pages_in_sight(user, pages: QuerySet | None = None) -> QuerySet:
    """Pages that may be named to somebody: those published, and drafts they may see."""
    pages = Page.objects.all() if pages is None else pages
    if user.is_superuser:
        return pages
    own = page_permission_policy.explorable_instances(user).order_by().values("pk")
    return pages.filter(Q(live=True) | Q(pk__in=own))


def is_in_sight(user, page_id: int) -> bool:
    return pages_in_sight(user).filter(pk=page_id).exists()


def is_explorable(user, page_id: int) -> bool:
    return page_permission_policy.explorable_instances(user).filter(pk=page_id).exists()


def item_policy(model) -> CollectionPermissionLookupMixin | None:
    """The policy of what lies in collections; None for all else."""
    if not issubclass(model, CollectionMember):
        return None
    policy = _registered(model)
    return policy if isinstance(policy, CollectionPermissionLookupMixin) else None


def may_choose(user, model, keys) -> bool:
    """Whether somebody may put each of these items on a page of theirs. One query."""
    return not refused_of(user, model, keys)


def refused_of(user, model, keys) -> set[str]:
    """Those of the items, or pages, that somebody may neither choose nor change; one query."""
    keys = {str(key) for key in keys}
    policy = item_policy(model)
    if user.is_superuser or not keys:
        return set()
    if issubclass(model, Page):
        allowed = pages_in_sight(user)
    elif policy is None:
        return set()
    else:
        allowed = policy.instances_user_has_any_permission_for(user, ["choose", "change"])
    return keys - {str(key) for key in allowed.filter(pk__in=keys).values_list("pk", flat=True)}


def may_have_original(request, path: str) -> bool:
    """Whether somebody may fetch an uploaded file by its address: that of an item of theirs."""
    for model in (get_image_model(), get_document_model()):
        keys = set(model.objects.filter(file=path).values_list("pk", flat=True))
        if keys:
            return may_choose(request.user, model, keys)
    return request.user.is_superuser


def may_be_named(user, one) -> bool:
    """Whether somebody may be told of a page or an item that they may not act upon."""
    if isinstance(one, Page):
        return is_explorable(user, one.pk)
    return may_choose(user, type(one), [one.pk])


def _registered(model):
    """Wagtail 8 keeps policies in a registry; 7.4 in a module of each app."""
    if hasattr(permissions, "policy_registry"):
        return permissions.policy_registry.get_by_type(model)
    from wagtail.documents import permissions as of_documents
    from wagtail.images import permissions as of_images

    if model is get_image_model():
        return of_images.permission_policy
    if model is get_document_model():
        return of_documents.permission_policy
    return getattr(getattr(model, "snippet_viewset", None), "permission_policy", None)
