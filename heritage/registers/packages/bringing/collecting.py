from wagtail.models import Collection, GroupCollectionPermission


def collection_for(title: str) -> Collection:
    """A collection of that name which is nobody's yet: a team's own takes in nothing of others."""
    root = Collection.get_first_root_node()
    taken = set(
        GroupCollectionPermission.objects.filter(collection__depth__gt=1).values_list(
            "collection_id", flat=True
        )
    )
    named = {one.name: one for one in root.get_children().filter(name__startswith=title)}
    number, name = 1, title
    while name in named and named[name].pk in taken:
        number += 1
        name = f"{title} ({number})"
    return named.get(name) or root.add_child(name=name)
