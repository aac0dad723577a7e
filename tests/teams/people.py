"""People with a role, for tests of what each role may do."""

from heritage.editorial.teams.asking import group_of
from heritage.editorial.teams.models import Team
from heritage.editorial.teams.roles import CityRole, TeamRole

from ..factories import UserFactory


def somebody(*roles: CityRole | tuple[TeamRole, Team], **fields):
    """A user who holds the roles: `somebody(CityRole.AUDITOR, (TeamRole.EDITOR, team))`."""
    user = UserFactory(**fields)
    for role in roles:
        pair = role if isinstance(role, tuple) else (role,)
        user.groups.add(group_of(*pair))
    return user
