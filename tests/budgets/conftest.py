"""Who saves and publishes here: the same people as in the tests of their rooms."""

from ..editorial.conftest import editor  # noqa: F401 - a fixture for the tests beside
from ..reviews.conftest import people  # noqa: F401 - a fixture for the tests beside
