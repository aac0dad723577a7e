"""No page that lacks something required is sent to review, whichever way it is tried."""

import pytest
from django.urls import reverse
from wagtail.models import (
    GroupApprovalTask,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)

from heritage.editorial.readiness.door import NotReady
from heritage.places.models import LandmarkPage
from tests.editorial.forms import filled_in
from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


@pytest.fixture
def workflow(city):
    """A review that every page of the city passes."""
    workflow = Workflow.objects.create(name="复审")
    task = GroupApprovalTask.objects.create(name="复审")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.update_or_create(page=city.home, defaults={"workflow": workflow})
    return workflow


def form_of(client, url: str, **changes) -> dict:
    """What the editor's form at an address would send, with changes."""
    return filled_in(client.get(url).context["form"]) | changes


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def send(client, url, **changes):
    return client.post(url, form_of(client, url, **changes), follow=True)


def test_an_unready_draft_is_saved_and_not_sent(admin, city, workflow):
    answer = send(
        admin, edit_url(city.landmark), lede="", title="詹天佑旧居", **{"action-submit": "1"}
    )
    page = Page.objects.get(pk=city.landmark.pk)
    assert page.get_latest_revision_as_object().title == "詹天佑旧居"
    assert not WorkflowState.objects.exists()
    [words] = [str(m) for m in answer.context["messages"] if m.level_tag == "error"]
    assert f"{edit_url(page)}#:w:contentpath=lede" in words


def test_a_ready_draft_is_sent(admin, city, workflow):
    send(admin, edit_url(city.landmark), **{"action-submit": "1"})
    state = WorkflowState.objects.get()
    assert state.status == WorkflowState.STATUS_IN_PROGRESS
    assert state.object_id == str(city.landmark.pk)


def test_a_new_page_that_is_not_ready_is_kept_as_a_draft(admin, city, workflow):
    url = reverse("wagtailadmin_pages:add", args=["places", "landmarkpage", city.neighbourhood.pk])
    answer = send(admin, url, title="昌华大街", **{"action-submit": "1"})
    page = LandmarkPage.objects.get(title="昌华大街")
    assert not page.live
    assert not WorkflowState.objects.exists()
    assert any(m.level_tag == "error" for m in answer.context["messages"])


def test_a_review_that_is_to_begin_again_goes_on_where_the_page_is_not_ready(admin, city, workflow):
    city.landmark.save_revision()
    state = workflow.start(city.landmark, UserFactory())
    send(admin, edit_url(city.landmark), lede="", **{"action-restart-workflow": "1"})
    state.refresh_from_db()
    assert state.status == WorkflowState.STATUS_IN_PROGRESS
    assert WorkflowState.objects.count() == 1


def test_what_was_sent_back_is_not_taken_up_again_unmended(admin, city, workflow):
    user = UserFactory(is_superuser=True)
    city.landmark.save_revision()
    state = workflow.start(city.landmark, user)
    state.current_task_state.reject(user=user)
    send(admin, edit_url(city.landmark), lede="", **{"action-submit": "1"})
    state.refresh_from_db()
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
    with pytest.raises(NotReady):
        state.resume(user)
    state.refresh_from_db()
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES


def test_no_code_begins_a_review_of_an_unready_page(city, workflow):
    city.landmark.lede = ""
    city.landmark.save_revision()
    with pytest.raises(NotReady) as refusal:
        workflow.start(city.landmark, UserFactory())
    assert [item.code for item in refusal.value.readiness.missing] == ["lede"]
    assert not WorkflowState.objects.exists()


def test_saving_a_draft_asks_for_nothing(admin, city, workflow):
    answer = send(admin, edit_url(city.landmark), lede="")
    assert not any(m.level_tag == "error" for m in answer.context["messages"])
    assert Page.objects.get(pk=city.landmark.pk).get_latest_revision_as_object().lede == ""


def test_publishing_directly_says_what_is_missing(admin, city):
    answer = send(admin, edit_url(city.landmark), lede="", **{"action-publish": "1"})
    city.landmark.refresh_from_db()
    assert city.landmark.lede == ""
    [words] = [str(m) for m in answer.context["messages"] if m.level_tag == "warning"]
    assert "#:w:contentpath=lede" in words


def test_publishing_what_is_ready_warns_of_nothing(admin, city):
    answer = send(admin, edit_url(city.landmark), **{"action-publish": "1"})
    assert not any(m.level_tag == "warning" for m in answer.context["messages"])
