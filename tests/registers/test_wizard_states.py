"""The wizard when things happen between its steps: other people, second clicks, failures."""

import pytest
from django.urls import reverse
from django.utils import timezone

from heritage.places.models import LandmarkPage
from heritage.registers.admin import jobs, uploads
from heritage.registers.models import RegisterImport
from heritage.registers.writing import bringing, door

from ..factories import LandmarkPageFactory
from .wizard_steps import at, checked, record, upload

pytestmark = pytest.mark.django_db
State = RegisterImport.State


def test_pages_that_changed_since_the_check_are_told_and_nothing_is_written(operator, place):
    checked(operator)
    LandmarkPageFactory(parent=place, slug="chen", title="陈家祠", point_entered="")

    answer = operator.post(at("checked"), {"scope": "all"}, follow=True)

    assert LandmarkPage.objects.count() == 1
    assert record().state == State.PLANNED and record().trouble in answer.text
    operator.post(at("checked"), {"scope": "good"})
    assert record().state == State.DONE


def test_a_second_click_and_a_tab_from_yesterday_end_at_the_right_screen(operator):
    checked(operator)
    for _click in range(2):
        assert operator.post(at("checked"), {"scope": "all"}).url == at("result")

    assert LandmarkPage.objects.count() == 2
    for screen in ("columns", "checked", "progress", "discard"):
        assert operator.get(at(screen)).url == at("result")
    assert operator.post(at("discard")).url == at("result")


def test_a_file_thrown_away_meanwhile_is_said(operator):
    upload(operator)
    uploads.upload_forget(record())

    answer = operator.get(at("columns"), follow=True)

    assert answer.redirect_chain[-1][0] == reverse("registers:new")
    assert list(answer.context["messages"])


def test_what_was_begun_and_left_is_thrown_away(operator):
    upload(operator)
    old = record()
    RegisterImport.objects.update(heard_at=timezone.now() - uploads.KEPT_FOR * 2)

    upload(operator)

    assert not RegisterImport.objects.filter(pk=old.pk).exists() and not uploads.is_kept(old)


def test_while_another_import_is_written_one_waits(operator):
    other = RegisterImport.objects.create(file_name="别的.csv", file_hash="1")
    checked(operator)
    with door.work_on(other, State.WRITING):
        answer = operator.post(at("checked"), {"scope": "all"}, follow=True)

    assert "别的.csv" in answer.text and not LandmarkPage.objects.exists()
    assert record().state == State.PLANNED


def test_the_page_of_progress_asks_again_by_itself(operator):
    upload(operator)
    one = record()
    with door.work_on(one, State.WRITING):
        RegisterImport.objects.update(done=200, total=3000)
        answer = operator.get(at("progress"))
        assert operator.get(at("columns")).url == at("progress")

    assert answer["Refresh"] and 'value="200"' in answer.text


def test_the_page_of_progress_says_when_all_is_written_and_only_looked_through(operator):
    upload(operator)
    one = record()
    with door.work_on(one, State.ASKING):
        RegisterImport.objects.update(done=200, total=3000)
        answer = operator.get(at("progress"))
        assert operator.get(at("undo")).url == at("progress")

    assert answer["Refresh"] and 'value="200"' in answer.text
    assert "register-asking" in answer.text


def test_an_import_that_stopped_half_way_is_gone_on_with(operator, monkeypatch):
    monkeypatch.setattr(bringing, "BATCH", 1)
    checked(operator)
    real, calls = bringing.pages_add, []

    def once(**told):
        calls.append(1)
        if len(calls) == 2:
            raise OSError("disk full")
        real(**told)

    monkeypatch.setattr(bringing, "pages_add", once)
    operator.post(at("checked"), {"scope": "good"})
    answer = operator.get(at("result"))
    assert record().state == State.INTERRUPTED and "disk full" in answer.text

    operator.post(at("result"))

    assert record().state == State.DONE and LandmarkPage.objects.count() == 2
    assert record().counts == {"create": 2}


def test_an_undoing_that_stopped_half_way_is_gone_on_with_as_such(operator):
    checked(operator)
    operator.post(at("checked"), {"scope": "good"})
    record().rows.filter(number=2).update(fate="undone", page=None)
    RegisterImport.objects.update(state=State.INTERRUPTED, done=1, total=2)

    answer = operator.get(at("result"))

    assert answer.context["stopped_undoing"] and answer.context["still_there"] == 1
    assert at("undo") in answer.text
    operator.post(at("undo"))
    assert record().state == State.UNDONE
    assert not operator.get(at("result")).context["stopped_undoing"]


def test_a_thread_does_it_and_says_so(operator, settings, monkeypatch):
    """The job is handed to a thread; here the thread is made to run on the spot."""
    settings.REGISTERS_IN_BACKGROUND = True
    monkeypatch.setattr(jobs.threading.Thread, "start", lambda thread: thread._target())
    monkeypatch.setattr(jobs.connections, "close_all", lambda: None)

    checked(operator)

    assert record().state == State.PLANNED
