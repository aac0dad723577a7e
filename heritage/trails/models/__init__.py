"""Walks through places in order."""

from .trail import TrailPage, TrailStop

__all__ = ["TrailPage", "TrailStop"]
