"""Pictures, recordings and documents that a team brings with it: those its pages alone use."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q, QuerySet
from wagtail.models import Collection, CollectionMember, Page, ReferenceIndex


def items_used_only_by(pages: QuerySet[Page]) -> dict[type, list[int]]:
    """Keys of what lies in no team's collection and only stands on these pages, by model."""
    keys = {str(key) for key in pages.values_list("pk", flat=True)}
    page_type = ContentType.objects.get_for_model(Page)
    found = {}
    for model in _kinds_of_items():
        own, elsewhere = set(), set()
        references = ReferenceIndex.objects.filter(
            to_content_type=ContentType.objects.get_for_model(model)
        )
        for item, used_by, key in references.values_list(
            "to_object_id", "base_content_type", "object_id"
        ):
            is_own = used_by == page_type.pk and key in keys
            (own if is_own else elsewhere).add(item)
        shared = model.objects.filter(pk__in=own - elsewhere).exclude(_in_a_teams_collection())
        found[model] = list(shared.values_list("pk", flat=True))
    return {model: items for model, items in found.items() if items}


@transaction.atomic
def items_gather(*, page: Page, collection: Collection) -> int:
    """Move what only a neighbourhood's pages use into its collection; return how many."""
    found = items_used_only_by(pages_of_neighbourhood(page))
    for model, keys in found.items():
        model.objects.filter(pk__in=keys).update(collection=collection)
    return sum(map(len, found.values()))


def pages_of_neighbourhood(page: Page) -> QuerySet[Page]:
    """Every page of a neighbourhood, in every language."""
    inside = Q(pk__in=[])
    for translation in Page.objects.filter(translation_key=page.translation_key):
        inside |= Q(path__startswith=translation.path)
    return Page.objects.filter(inside)


def _in_a_teams_collection() -> Q:
    inside = Q(pk__in=[])
    for path in Collection.objects.filter(team__isnull=False).values_list("path", flat=True):
        inside |= Q(collection__path__startswith=path)
    return inside


def _kinds_of_items() -> list[type]:
    return [model for model in apps.get_models() if issubclass(model, CollectionMember)]
