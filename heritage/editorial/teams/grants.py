"""What each role may do, in Wagtail's and Django's own permissions.

Rooms add what is theirs from their `AppConfig.ready`: `register_list("plaques.plaque", …)`.
The groups are made to match, no more and no less, whenever they are founded again.
"""

from collections import defaultdict
from collections.abc import Iterable

from .roles import CityRole, Role, TeamRole

EVERYBODY = (*TeamRole, *CityRole)
WRITERS = (TeamRole.EDITOR, TeamRole.CURATOR, CityRole.OPERATOR)
READERS = (CityRole.REVIEWER, CityRole.PUBLISHER, CityRole.AUDITOR)

# On the neighbourhood's pages for a team, on every home page for a city role. Nobody of a team
# publishes: the three reviews do. Wagtail shows the tree only to those who may do something in it;
# for the auditor that is the weakest thing there is, which the permission tester then refuses.
PAGE_ACTIONS: dict[Role, tuple[str, ...]] = {
    TeamRole.EDITOR: ("add", "change"),
    TeamRole.CURATOR: ("add", "change", "lock", "unlock"),
    CityRole.REVIEWER: ("lock", "unlock"),
    CityRole.PUBLISHER: ("publish", "lock", "unlock"),
    CityRole.OPERATOR: ("add", "change", "lock", "unlock"),
    CityRole.AUDITOR: ("unlock",),
}

# What lies in collections. Wagtail asks under its own models' names for pictures and papers.
ITEMS = ("wagtailimages.image", "wagtaildocs.document", "archive.recording")
ITEM_ACTIONS: dict[Role, tuple[str, ...]] = {
    **dict.fromkeys(WRITERS, ("add", "change", "choose")),
    **dict.fromkeys(READERS, ("choose",)),
}

_permissions: dict[Role, set[str]] = defaultdict(set)


def register_permission(name: str, roles: Iterable[Role]) -> None:
    """Give roles a permission, `app_label.codename`. Where it does not exist it is passed over."""
    for role in roles:
        _permissions[role].add(name)


def register_list(
    model: str, *, kept_by: Iterable[Role], read_by: Iterable[Role] = READERS
) -> None:
    """Let roles keep a list (view, add, change) and others read it; `app_label.model`."""
    app, _, name = model.partition(".")
    kept_by = tuple(kept_by)
    for action in ("add", "change"):
        register_permission(f"{app}.{action}_{name}", kept_by)
    register_permission(f"{app}.view_{name}", (*kept_by, *read_by))


def permissions_of(role: Role) -> frozenset[str]:
    """Names of a role's permissions beside those on pages and collections."""
    return frozenset(_permissions[role])


register_permission("wagtailadmin.access_admin", EVERYBODY)
register_permission("simple_translation.submit_translation", WRITERS)
