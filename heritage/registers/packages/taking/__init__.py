"""A neighbourhood out: its pages, what they show, its plaques."""

from .writing import Taken, package_take_out

__all__ = ["Taken", "package_take_out"]
