"""Pages that somebody else has in hand: an import leaves them alone, and says so."""

from wagtail.models import Page, WorkflowState, get_default_page_content_type

from .memory import chunks
from .plan import Plan, Verdict
from .reasons import Reason


def refuse_guarded(plan: Plan) -> None:
    """Refuse the changes of pages that are locked, or under review; two queries for 5,000 rows."""
    changed = {row.page_id: row for row in plan.of(Verdict.CHANGE)}
    for keys in chunks(changed):
        locked = Page.objects.filter(pk__in=keys, locked=True).values_list("pk", flat=True)
        found = dict.fromkeys(locked, "locked")
        texts = [str(key) for key in keys]
        under_review = WorkflowState.objects.filter(
            base_content_type=get_default_page_content_type(),
            object_id__in=texts,
            status=WorkflowState.STATUS_IN_PROGRESS,
        )
        found |= {int(key): "in_review" for key in under_review.values_list("object_id", flat=True)}
        for key, code in found.items():
            changed[key].verdict = Verdict.REFUSE
            changed[key].reasons.append(Reason(code))
