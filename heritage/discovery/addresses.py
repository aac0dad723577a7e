"""Absolute addresses for machines: from SITE_URL, never from the host that somebody asked for."""

from django.conf import settings


def absolute(path: str) -> str:
    """`/zh-hans/shamian/` with the site's public address before it."""
    return f"{settings.SITE_URL}{path}"


def story_address(url_path: str, language: str) -> str:
    """A page's absolute address in a language, from Wagtail's `url_path` (`/zh-hans/shamian/`)."""
    return absolute(f"/{language}/{url_path.split('/', 2)[2]}")
