"""A page costs at most twelve queries, and the same in a small and in a large tree."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from .full_city import KINDS, full_city, grow

pytestmark = pytest.mark.django_db
MOST = 12
LIST = "/zh-hans/all/landmarks/"


def queries_for(client, url: str) -> list[str]:
    """The queries of an answer with every cache empty; its pictures were made before."""
    client.get(url)
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(url)
    assert answer.status_code == 200
    return [query["sql"] for query in queries.captured_queries]


def test_every_full_page_costs_at_most_twelve_queries_however_many_stand_beside_it(db, client):
    city = full_city()
    urls = {kind: getattr(city, kind).url for kind in KINDS} | {"list": LIST}
    grow(city, landmarks=8, neighbourhoods=4)

    few = {kind: queries_for(client, url) for kind, url in urls.items()}
    grow(city, landmarks=180, neighbourhoods=20)
    many = {kind: queries_for(client, url) for kind, url in urls.items()}

    dear = {kind: found for kind, found in few.items() if len(found) > MOST}
    assert not dear, "\n".join(query[:160] for found in dear.values() for query in found)
    assert {k: len(found) for k, found in many.items()} == {k: len(f) for k, f in few.items()}
