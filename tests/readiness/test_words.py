"""Watched words are found however they are written, and no sooner."""

import pytest
from django.urls import reverse

from heritage.editorial.readiness.judging import readiness_of
from heritage.editorial.readiness.models import WatchedWord
from heritage.editorial.readiness.words.finding import words_in
from heritage.editorial.readiness.words.folding import folded
from heritage.editorial.readiness.words.importing import words_paste
from heritage.editorial.readiness.words.matching import LARGEST_GAP, Matcher

Kind = WatchedWord.Kind


def found_in(text: str, *words: str) -> list[str]:
    matcher = Matcher(folded(word) for word in words)
    return [text[match.start : match.end] for match in matcher.find(text)]


@pytest.mark.parametrize(
    "text",
    ["旧社会", "舊社會", "旧 社 会", "旧-社·会", "旧　社会", "旧\u200b社\u200b会", "旧、社、会"],
)
def test_a_word_is_found_in_either_script_with_anything_between(text):
    assert found_in(f"那时的{text}里", "旧社会") == [text]
    assert found_in(f"那时的{text}里", "舊社會") == [text]


@pytest.mark.parametrize("text", ["Shady Deal", "ＳＨＡＤＹ　ＤＥＡＬ", "shady-deal"])
def test_latin_words_are_found_in_any_case_and_width(text):
    assert found_in(f"a {text}, they said", "shady deal") == [text]


def test_a_latin_word_is_not_found_inside_another():
    assert found_in("the classic", "lass") == []
    assert found_in("一个lass说", "lass") == ["lass"]


def test_characters_far_apart_are_no_word():
    assert found_in("旧" + " " * LARGEST_GAP + "社会", "旧社会")
    assert not found_in("旧" + " " * (LARGEST_GAP + 1) + "社会", "旧社会")


def test_the_longest_word_wins():
    assert found_in("中华民国初年", "民国", "中华民国") == ["中华民国"]


def test_ten_thousand_words_cost_no_more_steps_than_ten():
    text = "恩宁路一九三一年开通，全长七百五十米。" * 1000
    few = Matcher(["旧社会"])
    many = Matcher(["旧社会", *(f"词{n}号" for n in range(10_000))])
    few.find(text)
    many.find(text)
    assert many.steps_taken == few.steps_taken <= len(text)


@pytest.mark.django_db
class TestOnAPage:
    """What a page says, field by field."""

    def test_every_field_and_block_is_read(self, city):
        WatchedWord.objects.create(word="旧社会", kind=Kind.FORBIDDEN, advice="写“解放前”")
        page = city.landmark
        page.lede = "旧社会的一座楼"
        page.body = [("text", {"text": "<p>在舊<b>社會</b>里。</p>", "cites": "1"})]
        page.sources.update(citation="《旧社会》")
        found = {one.field.split(".")[0]: one for one in words_in(page)}
        assert set(found) == {"lede", "body", "sources-0"}
        assert found["body"].text == "舊社會"
        assert found["lede"].excerpt == "【旧社会】的一座楼"
        assert found["lede"].advice == "写“解放前”"

    def test_a_forbidden_word_stands_in_the_way_and_a_sensitive_one_does_not(self, city):
        WatchedWord.objects.create(word="禁用词", kind=Kind.FORBIDDEN)
        WatchedWord.objects.create(word="敏感词", kind=Kind.SENSITIVE)
        city.landmark.lede = "这里有敏感词"
        readiness = readiness_of(city.landmark)
        assert readiness.is_ready
        assert "words-sensitive" in {item.code for item in readiness.wished}
        city.landmark.lede = "这里有禁用词"
        [item] = readiness_of(city.landmark).missing
        assert item.code == "words-forbidden"
        assert item.doors[0].anchor.endswith("=lede")

    def test_what_only_meets_across_a_full_stop_is_pointed_out_and_no_more(self, city):
        WatchedWord.objects.create(word="台独", kind=Kind.FORBIDDEN)
        city.landmark.lede = "楼下是戏台。独有一株老榕树。"
        readiness = readiness_of(city.landmark)
        assert readiness.is_ready
        assert "words-sensitive" in {item.code for item in readiness.wished}

    def test_without_a_list_nothing_is_asked(self, city):
        codes = {item.code for item in readiness_of(city.landmark).items}
        assert not codes & {"words-forbidden", "words-sensitive"}

    def test_a_change_of_the_list_is_heard_at_once(self, city):
        city.landmark.lede = "这里有敏感词"
        word = WatchedWord.objects.create(word="敏感词")
        assert words_in(city.landmark)
        word.is_active = False
        word.save()
        assert not words_in(city.landmark)


@pytest.mark.django_db
class TestTheList:
    """The site's own list, pasted in."""

    LINES = "旧社会，禁用，写“解放前”\n敏感词\t敏感\n  \n舊社會\n。。。\nShady Deal, forbidden"

    def test_many_lines_are_pasted_at_once(self):
        pasted = words_paste(text=self.LINES, kind=Kind.SENSITIVE)
        assert (pasted.added, pasted.refused) == (3, ["。。。"])
        kinds = dict(WatchedWord.objects.values_list("folded", "kind"))
        assert kinds["敏感词"] == Kind.SENSITIVE
        assert kinds["shadydeal"] == Kind.FORBIDDEN

    def test_pasted_twice_nothing_changes(self):
        words_paste(text="旧社会，禁用，写“解放前”")
        again = words_paste(text="舊社會")
        assert (again.added, again.changed, again.unchanged) == (0, 0, 1)
        assert WatchedWord.objects.get().advice == "写“解放前”"

    @pytest.mark.wagtail8
    def test_an_operator_pastes_in_the_admin(self, admin):
        url = reverse("wagtailsnippets_readiness_watchedword:paste")
        assert admin.get(url).status_code == 200
        answer = admin.post(url, {"kind": "sensitive", "lines": "旧社会"}, follow=True)
        assert WatchedWord.objects.get().word == "旧社会"
        assert "旧社会" in answer.content.decode()
        assert url in answer.content.decode()

    def test_the_same_word_is_not_listed_twice(self, admin):
        WatchedWord.objects.create(word="旧社会")
        url = reverse("wagtailsnippets_readiness_watchedword:add")
        answer = admin.post(url, {"word": "舊 社會", "kind": "sensitive", "is_active": "on"})
        assert answer.status_code == 200
        assert WatchedWord.objects.count() == 1
