from heritage.editorial.teams.asking import holds
from heritage.editorial.teams.roles import CityRole

READERS = (CityRole.AUDITOR, CityRole.OPERATOR)


def may_audit(user) -> bool:
    """Whether somebody reads the whole log: auditors, operators, superusers."""
    return user.is_superuser or any(holds(user, role) for role in READERS)
