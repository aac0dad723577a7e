"""The front door and what the whole site shares."""

from .home_page import HomePage
from .site_settings import SiteSettings

__all__ = ["HomePage", "SiteSettings"]
