"""What only a real PostgreSQL can say."""

import pytest
from django.core.management import call_command
from django.db import connection

pytestmark = [pytest.mark.postgres, pytest.mark.django_db]


def test_the_run_stands_on_a_real_server():
    with connection.cursor() as cursor:
        cursor.execute("show server_version_num")
        assert int(cursor.fetchone()[0]) >= 140000


def test_no_migration_is_pending_there():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_city_can_be_built_there(city):
    assert city.neighbourhood.get_children().count() == 6
