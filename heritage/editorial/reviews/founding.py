"""The workflow of three reviews: there after every migration, over every page of every language."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Page, Workflow, WorkflowPage, WorkflowTask

from .models import ReviewTask
from .steps import TASK_NAMES, WORKFLOW_NAME, Step

SHIPPED_WITH_WAGTAIL = "Moderators approval"


def workflow_of_reviews() -> Workflow | None:
    tasks = ReviewTask.objects.filter(step=Step.SIGN_OFF)
    return Workflow.objects.filter(workflow_tasks__task__in=tasks).order_by("pk").first()


@transaction.atomic
def workflow_found() -> Workflow | None:
    """Return the workflow, made and laid over the whole tree where there is none yet.

    It hangs on the root, so that the home page of a language added later has it too. Wagtail's own
    example, which would let one moderator publish, goes. What an operator has set since stays.
    """
    root = Page.get_first_root_node()
    found = workflow_of_reviews()
    if found or root is None:
        return found
    workflow = Workflow.objects.create(name=WORKFLOW_NAME)
    for step in Step:
        task = ReviewTask.objects.create(name=TASK_NAMES[step], step=step)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=int(step))
    _drop_the_example()
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
    return workflow


def _drop_the_example() -> None:
    for workflow in Workflow.objects.filter(name=SHIPPED_WITH_WAGTAIL):
        tasks = list(workflow.tasks)
        if workflow.workflow_states.exists():
            workflow.deactivate()
            continue
        workflow.delete()
        for task in tasks:
            if not task.workflow_tasks.exists() and not task.task_states.exists():
                task.delete()


def found_after_migrating(sender, using="default", **_signal) -> None:
    """Heard once for each app; the tables may not all be there when the first is through."""
    is_ready = ContentType.objects.using(using).filter(app_label="reviews").exists()
    if using == "default" and is_ready:
        workflow_found()
