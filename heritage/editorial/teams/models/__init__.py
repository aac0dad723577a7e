"""Teams of neighbourhoods, groups of the city's roles, and what became of each person when."""

from .person_event import PersonEvent
from .team import CityGroup, Team

__all__ = ["CityGroup", "PersonEvent", "Team"]
