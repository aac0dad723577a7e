"""Keeps groups and permissions in step with the tree: new languages, new names."""

from django.apps import apps
from django.db.models.signals import post_migrate, post_save
from wagtail.models import Page
from wagtail.signals import page_published

from .models import Team
from .neighbourhoods import NEIGHBOURHOOD_DEPTH
from .services import HOME_DEPTH, city_roles_found, team_mend


def connect() -> None:
    post_migrate.connect(_after_migrations, dispatch_uid="teams_after_migrations")
    post_save.connect(_on_new_page, dispatch_uid="teams_on_new_page")
    page_published.connect(_on_published, dispatch_uid="teams_on_published")


def _after_migrations(sender, using="default", **kwargs) -> None:
    """The signal comes once for each app; by the last one all permissions are there."""
    migrated = kwargs.get("apps")
    if migrated is not None and "teams" not in migrated.app_configs:
        return  # `migrate some_app` on a new database: our tables come later
    last = [config for config in apps.get_app_configs() if config.models_module][-1]
    if using == "default" and sender.label == last.label:
        city_roles_found()
        for team in Team.objects.all():
            team_mend(team)


def _on_new_page(sender, instance, created, raw=False, **kwargs) -> None:
    """A translation of a neighbourhood belongs to its team; a home page to the city's roles."""
    if not created or raw or not isinstance(instance, Page):
        return
    if instance.depth == HOME_DEPTH:
        city_roles_found()
    elif instance.depth == NEIGHBOURHOOD_DEPTH:
        _mend_team_of(instance)


def _on_published(sender, instance, **kwargs) -> None:
    if instance.depth == NEIGHBOURHOOD_DEPTH:
        _mend_team_of(instance)


def _mend_team_of(page: Page) -> None:
    team = Team.objects.filter(neighbourhood_key=page.translation_key).first()
    if team is not None:
        team_mend(team)
