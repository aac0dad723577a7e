"""Judged questions, put to both databases through the queryset, as the admin and pages do."""

import pytest
from django.core.management import call_command
from django.db import connection
from modelsearch.query import MATCH_ALL, Not, Phrase, PlainText
from wagtail.models import Page
from wagtail.search.utils import parse_query_string

from heritage.discovery.search.question import Approximate
from heritage.histories.models import TimelineEntry
from heritage.places.models import CorridorPanel, LandmarkPage

pytestmark = [pytest.mark.databases, pytest.mark.wagtail8]
JUDGED = [
    ("骑楼", "arcades"),
    ("騎樓", "arcades"),
    ("骑楼街", "arcades"),
    ("恩宁路骑楼街始建于", "arcades"),
    ("1930年代", "arcades"),
    ("１９３０年代", "arcades"),
    ("西关人", "arcades"),
    ("宁街", "arcades"),
    ("農民運動講習所", "institute"),
    ("农讲所", "institute"),
    ("nongjiangsuo", "institute"),
    ("nong jiang suo", "institute"),
    ("njs", "institute"),
    ("番禺學宮", "institute"),
    ("学宫", "institute"),
    ("peasant institute", "institute"),
    ("國民黨", "congress"),
    ("国民党", "congress"),
    ("guomindang", "congress"),
    ("红墙", "congress"),
    ("三元里 抗英", "sanyuanli"),
    ("三元里抗英", "sanyuanli"),
    ("抗英遗址", "sanyuanli"),
    ("sanyuanli", "sanyuanli"),
    ("古庙", "sanyuanli"),
    ("custom house", "customs"),
    ("Customs Houses", "customs"),
    ("海关", "customs"),
    ("粵海關", "customs"),
    ("yuehaiguan", "customs"),
    ("海关 guangdong", "customs"),
    ("陳家祠", "chen"),
    ("chenjiaci", "chen"),
    ("cjc", "chen"),
    ("書院", "chen"),
    ("灰塑", "chen"),
    ("shamian", "shamian"),
    ("temple", "shamian"),
    ("che bei chong", "chebei"),
    ("龙舟", "chebei"),
    ("abc123", "luwo"),
    ("花塔", "luwo"),
    ("榕", "luwo"),
    ("塔", "luwo"),
]
HOSTILE = [
    '"',
    '""',
    'a"b',
    "\x00",
    "骑\x00楼",
    "NEAR(a b)",
    "title:骑楼",
    "{title} : x",
    "骑* OR NOT (",
    "' OR 1=1 --",
    "a & | ! <-> b:*",
    "\\",
    "😀",
    "骑楼" * 5_000,
    "a " * 5_000,
    "nongjiang" * 500,
    "-",
    "^骑",
    "%s %(x)s {0}",
]


def found(results) -> list[str]:
    return [page.slug for page in results]


def test_every_question_finds_its_page_first(library):
    answers = {question: found(Page.objects.live().search(question)) for question, _ in JUDGED}
    assert [(q, answers[q]) for q, wanted in JUDGED if answers[q][:1] != [wanted]] == []


def test_the_admin_finds_each_while_somebody_types(library):
    answers = {question: found(Page.objects.autocomplete(question)) for question, _ in JUDGED}
    assert [(q, answers[q]) for q, wanted in JUDGED if wanted not in answers[q][:3]] == []


def test_an_unfinished_word_finds_only_while_typing(library):
    assert found(Page.objects.autocomplete("nongjia")) == ["institute"]
    assert found(Page.objects.autocomplete("peas")) == ["institute"]
    assert found(Page.objects.search("peas")) == []


def test_a_draft_is_found_in_the_admin_only(library):
    assert "hidden" in found(Page.objects.search("骑楼"))
    assert "hidden" not in found(Page.objects.live().search("骑楼"))


def test_no_question_is_an_error(library):
    for question in HOSTILE:
        for query in (question, Phrase(question), Approximate(question)):
            list(Page.objects.search(query))
            list(Page.objects.autocomplete(query))
        _filters, parsed = parse_query_string(question, zero_terms=MATCH_ALL)
        list(Page.objects.search(parsed))


def test_trees_that_were_parsed_already_are_understood(library):
    _filters, parsed = parse_query_string('"custom house" 海关')
    assert found(Page.objects.search(parsed)) == ["customs"]
    either = PlainText("灰塑") | PlainText("龙舟")
    assert set(found(Page.objects.search(either))) == {"chen", "chebei"}
    without = PlainText("钟楼") & ~PlainText("红墙")
    assert found(Page.objects.search(without)) == ["customs"]
    assert "chen" not in found(LandmarkPage.objects.search(Not(PlainText("灰塑"))))
    assert LandmarkPage.objects.search(MATCH_ALL).count() == LandmarkPage.objects.count()
    assert list(LandmarkPage.objects.search(Not(MATCH_ALL))) == []


def test_any_word_is_enough_where_it_is_asked_so(library):
    assert set(found(Page.objects.search("灰塑 龙舟", operator="or"))) == {"chen", "chebei"}
    assert found(Page.objects.search("灰塑 龙舟")) == []


def test_a_search_of_titles_leaves_out_bodies(library):
    assert "arcades" not in found(Page.objects.search("骑楼", fields=["title"]))
    assert found(Page.objects.search("陈家", fields=["title"])) == ["chen"]
    assert found(Page.objects.autocomplete("陈家", fields=["title"])) == ["chen"]


def test_results_are_cut_counted_scored_and_ordered(library):
    results = Page.objects.search("旧址")
    assert results.count() == len(results) == 3
    assert found(results[1:2]) == found(results)[1:2]
    assert results[1:3].count() == 2
    ordered = Page.objects.order_by("title").search("旧址", order_by_relevance=False)
    assert found(ordered) == [
        p.slug for p in Page.objects.filter(slug__in=found(results)).order_by("title")
    ]
    assert all(page.score is not None for page in results.annotate_score("score"))
    assert sum(results.facet("content_type_id").values()) == 3


def test_a_misheard_name_is_found_approximately(library):
    assert found(Page.objects.search("农奖锁")) == []
    assert found(Page.objects.search(Approximate("农奖锁")))[0] == "institute"
    assert found(Page.objects.search(Approximate("陈家寺")))[0] == "chen"


def test_a_changed_page_is_found_anew_and_a_deleted_one_no_more(library):
    page = LandmarkPage.objects.get(slug="chen")
    page.lede = "广东民间工艺博物馆"
    page.save()
    assert found(Page.objects.search("工艺博物馆")) == ["chen"]
    assert found(Page.objects.search("灰塑")) == []
    page.delete()
    assert found(Page.objects.search("工艺博物馆")) == []


def test_words_of_a_pages_rows_are_found_once_it_is_published(library):
    page = library["opening"].specific
    page.entries = [TimelineEntry(date="1938年", text="飞机炸毁了洋货店。")]
    page.save_revision().publish()
    corridor = library["corridor"].specific
    corridor.panels_in_order = [CorridorPanel(title="櫳門", text="三件頭。")]
    corridor.save_revision().publish()
    assert set(found(Page.objects.search("洋货店"))) == {"opening"}
    assert set(found(Page.objects.search("栊门"))) == {"corridor"}


def test_the_index_can_be_built_anew(library):
    Page.objects.filter(slug="luwo").update(title="改了名的塔")
    call_command("update_index", verbosity=0)
    assert found(Page.objects.search("改了名")) == ["luwo"]
    assert found(Page.objects.search("骑楼街")) == ["arcades"]


def test_a_search_takes_few_queries(library, django_assert_max_num_queries):
    list(Page.objects.live().search("骑楼"))
    with django_assert_max_num_queries(3):
        list(Page.objects.live().search("旧址")[:12])


@pytest.mark.postgres
def test_postgresql_has_the_index_that_the_query_asks_for(library):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        plan = Page.objects.search("骑楼").get_queryset().explain()
        cursor.execute("SELECT indexname FROM pg_indexes WHERE indexname = 'qilou_title_body_gin'")
        assert cursor.fetchall()
    assert "Seq Scan on wagtailsearch_indexentry" not in plan


@pytest.mark.postgres
def test_postgresql_knows_how_much_longer_a_title_is_than_others(library):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT title_norm FROM wagtailsearch_indexentry WHERE length(title) > 0"
            " ORDER BY length(title)"
        )
        norms = [norm for (norm,) in cursor.fetchall()]
    assert len(set(norms)) > 1 and norms[0] > norms[-1] > 0
