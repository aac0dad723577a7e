"""Accounts to try the demo with. Only for development: their passwords are printed here."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from heritage.editorial.teams.founding import EDITORS

PASSWORDS = {"editor": "qilou-editor-2026", "operator": "qilou-operator-2026"}


def open_accounts() -> list[tuple[str, str]]:
    """Make the editor and the operator where they are missing; return names with passwords.

    The editor writes and publishes; the operator may do everything.
    """
    users = get_user_model().objects
    if not users.filter(username="editor").exists():
        editor = users.create_user("editor", "editor@qilou.example", PASSWORDS["editor"])
        editor.groups.add(Group.objects.get(name=EDITORS))
    if not users.filter(username="operator").exists():
        users.create_superuser("operator", "operator@qilou.example", PASSWORDS["operator"])
    return list(PASSWORDS.items())
