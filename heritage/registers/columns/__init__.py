"""The columns that a register may have, and how a file's headers are told to be one of them."""

from .column import Column, Part, Shape
from .list import BY_KEY, COLUMNS
from .mapping import Mapping, MappingError, Match
from .recognising import recognise, remap

__all__ = [
    "BY_KEY",
    "COLUMNS",
    "Column",
    "Mapping",
    "MappingError",
    "Match",
    "Part",
    "Shape",
    "recognise",
    "remap",
]
