"""Accounts to try the demo with. Only for development: their passwords are printed here."""

from django.contrib.auth import get_user_model

from heritage.editorial.teams.models import Team
from heritage.editorial.teams.posts import Post
from heritage.editorial.teams.roles import CityRole, OpenRole, TeamRole

# Sign-in name, name on the screens, role. The operator may do everything; the editor writes and
# publishes wherever there is no team.
ACCOUNTS = (
    ("editor", "", OpenRole.EDITOR),
    ("operator", "", None),
    ("team-editor", "示例编辑", TeamRole.EDITOR),
    ("curator", "示例主编", TeamRole.CURATOR),
    ("reviewer", "示例复审员", CityRole.REVIEWER),
    ("publisher", "示例终审签发人", CityRole.PUBLISHER),
    ("city-operator", "示例管理员", CityRole.OPERATOR),
    ("auditor", "示例督查员", CityRole.AUDITOR),
)
# `make run` prints those of the accounts that are there.
PASSWORDS = {name: f"qilou-{name}-2026" for name, _called, _role in ACCOUNTS}


def open_accounts(team: Team) -> list[tuple[str, str]]:
    """Make the accounts that are missing; return names with passwords."""
    return [(name, _open(name, called, role, team)) for name, called, role in ACCOUNTS]


def _open(username: str, name: str, role, team: Team) -> str:
    users, password = get_user_model().objects, PASSWORDS[username]
    if users.filter(username=username).exists():
        return password
    words = {"email": f"{username}@qilou.example", "password": password, "first_name": name}
    if role is None:
        users.create_superuser(username, **words)
    else:
        person = users.create_user(username, **words)
        person.groups.add(Post(role, team if role in TeamRole else None).group)
    return password
