"""A package in: looked through without trust, then all of it or nothing."""

from .service import Report, package_bring_in

__all__ = ["Report", "package_bring_in"]
