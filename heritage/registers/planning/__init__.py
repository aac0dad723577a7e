"""Rows read, checked and matched with pages: what an import would do."""

from .kinds import KINDS, kind_of
from .making import plan_make
from .options import PlanOptions
from .plan import Entry, Plan, PlannedRow, Verdict
from .reasons import Reason

__all__ = [
    "KINDS",
    "Entry",
    "Plan",
    "PlanOptions",
    "PlannedRow",
    "Reason",
    "Verdict",
    "kind_of",
    "plan_make",
]
