"""Rich text that did not come through the editor does no harm."""

import json

import pytest
from django.db import connection
from wagtail.rich_text import RichText

from heritage.delivery.sanitise import clean_html

HOSTILE = (
    '<p onclick="steal()" style="position:fixed" class="x">一九三一年<b>开通</b>'
    '<a href="javascript:alert(1)" target="_blank">此处</a>'
    '<a href="JaVa&#09;Script:alert(1)">彼处</a><a href="data:text/html,x">别处</a>'
    "<script>alert(1)</script><style>p{display:none}</style>"
    '<img src=x onerror=alert(1)><svg onload=alert(1)><iframe src="https://evil.example"></iframe>'
    '<form action="https://evil.example"><input name=p></form></p>'
)
FORBIDDEN = (
    "script",
    "onclick",
    "onerror",
    "onload",
    "style",
    "iframe",
    "<img",
    "<svg",
    "<form",
    "<input",
    "data:",
    "display:none",
    "evil.example",
    "target",
)


def test_what_could_run_or_load_is_taken_out_and_the_words_stay():
    cleaned = clean_html(HOSTILE)

    assert not [part for part in FORBIDDEN if part in cleaned.lower()]
    assert cleaned.startswith("<p>一九三一年<b>开通</b>")
    for words in ("此处", "彼处", "别处"):
        assert words in cleaned


@pytest.mark.parametrize(
    "fine",
    [
        "<p>恩宁路<b>一九三一年</b><i>开通</i>，长 750 米<sup>1</sup>。<br>又一行。</p>",
        '<p><a href="https://example.org/a?b=1&amp;c=2">出处</a>、<a href="/en/x/">页</a></p>',
        "<ul><li>一</li></ul><ol><li>二</li></ol>",
        '<p><a href="tel:+862012345678">电话</a> <a href="mailto:a@example.org">信</a></p>',
    ],
)
def test_what_an_editor_writes_is_left_as_it_is(fine):
    assert clean_html(fine) == fine


def test_cleaning_twice_changes_nothing_more():
    assert clean_html(clean_html(HOSTILE)) == clean_html(HOSTILE)


def test_wagtails_own_links_still_lead_to_their_pages(city):
    link = f'<p><a linktype="page" id="{city.landmark.pk}">故居</a></p>'

    assert str(RichText(link)) == f'<p><a href="{city.landmark.url}">故居</a></p>'


@pytest.mark.django_db
def test_a_body_written_past_the_editor_is_harmless_on_the_page(city, client, plain_pages):
    body = json.dumps([{"type": "text", "value": {"text": HOSTILE, "cites": ""}, "id": "a"}])
    with connection.cursor() as cursor:
        table = city.landmark._meta.db_table
        cursor.execute(
            f"UPDATE {table} SET body = %s WHERE page_ptr_id = %s",
            [body, city.landmark.pk],
        )

    html = client.get(city.landmark.url).content.decode()

    assert "一九三一年<b>开通</b>" in html
    told = html.partition("<main>")[2]
    assert not [part for part in FORBIDDEN if part in told.lower()]
