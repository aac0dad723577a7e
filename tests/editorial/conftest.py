import pytest
from django.contrib.auth.models import Group
from django.utils.translation import override

from heritage.editorial.teams.founding import EDITORS

from ..factories import UserFactory


@pytest.fixture
def editor(db, client):
    """A client signed in as an editor, as every installation has them."""
    user = UserFactory()
    user.groups.add(Group.objects.get(name=EDITORS))
    client.force_login(user)
    client.cookies["django_language"] = "en"
    with override("en"):
        yield client
