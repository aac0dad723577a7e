import pytest
from django.core.cache import caches
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice

from heritage.editorial.signin.factors import codes_renewed

from ..factories import PASSWORD, UserFactory
from .phones import phone_for


@pytest.fixture(autouse=True)
def _as_in_production(settings):
    settings.SECOND_FACTOR = True
    # A wrong code costs minutes instead of a second, which a busy machine may spend by itself.
    settings.OTP_TOTP_THROTTLE_FACTOR = 600
    caches["sign_in"].clear()


@pytest.fixture
def operator(db):
    return UserFactory(username="mei", is_superuser=True)


@pytest.fixture
def phone(operator) -> TOTPDevice:
    """The operator's phone, set up already."""
    return phone_for(operator)


@pytest.fixture
def paper(operator, phone) -> list[str]:
    """The operator's recovery codes."""
    return codes_renewed(user=operator)


@pytest.fixture
def halfway(client, operator):
    """A browser in which the operator has given the password."""
    answer = client.post(reverse("wagtailadmin_login"), {"username": "mei", "password": PASSWORD})
    assert answer.status_code == 302
    return client


@pytest.fixture
def inside(halfway, phone):
    """A browser in which the operator has given both."""
    from .phones import shown_on

    halfway.post(reverse("signin:code"), {"code": shown_on(phone)})
    return halfway
