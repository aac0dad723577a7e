"""Under “Account”: what people change of themselves."""

import pytest
from django.urls import reverse

from heritage.editorial.teams.roles import TeamRole

from ..factories import PASSWORD
from .letters import NEW_PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


def test_who_was_invited_by_one_name_changes_their_password(signed_in, team):
    editor = signed_in((TeamRole.EDITOR, team), first_name="陈秀英")
    panels = editor.get(reverse("wagtailadmin_account")).context["panels_by_tab"].values()
    forms = [panel.get_form() for tab in panels for panel in tab]
    said = {bound.html_name: bound.value() or "" for form in forms for bound in form}
    said |= {"password-old_password": PASSWORD}
    said |= {f"password-new_password{n}": NEW_PASSWORD for n in (1, 2)}

    answer = editor.post(reverse("wagtailadmin_account"), said)

    assert answer.status_code == 302
    editor.user.refresh_from_db()
    assert editor.user.check_password(NEW_PASSWORD)
    assert editor.user.get_full_name() == "陈秀英"
