"""The forms in which sources write dates, each with what it must be read as."""

import pytest

from heritage.storytelling import dating
from tests.dating.shared_data import rows

FORMS = """
1841年 1841 1841-01-01 1841-12-31
1920－1921年 1920/1921 1920-01-01 1921-12-31
1926—1927年 1926/1927 1926-01-01 1927-12-31
一九二三年六月 1923-06 1923-06-01 1923-06-30
二〇二二年 2022 2022-01-01 2022-12-31
１９２６年５月１日 1926-05-01 1926-05-01 1926-05-01
1926年5月至9月 1926-05/1926-09 1926-05-01 1926-09-30
1922年5月5日–10日 1922-05-05/1922-05-10 1922-05-05 1922-05-10
1937-45年 1937/1945 1937-01-01 1945-12-31
公元前214年 -0213 -0213-01-01 -0213-12-31
前206－前195年 -0205/-0194 -0205-01-01 -0194-12-31
公元前206年—公元8年 -0205/0008 -0205-01-01 0008-12-31
公元前3世纪 -02XX -0299-01-01 -0200-12-31
清光绪十四年（1888年） 1888 1888-02-12 1889-01-30
光绪二十年 1894 1894-02-06 1895-01-25
清光緒廿四年 1898 1898-01-22 1899-02-09
光绪戊子年 1888 1888-02-12 1889-01-30
光绪十四年三月初五 1888-04-15 1888-04-15 1888-04-15
光绪十四至二十年 1888/1894 1888-02-12 1895-01-25
乾隆四十二年(1777年)至嘉庆五年(1800年) 1777/1800 1777-02-08 1801-02-12
清嘉庆、道光年间 1796/1850 1796-02-09 1851-01-31
嘉庆至道光年间 1796/1850 1796-02-09 1851-01-31
北宋皇祐四年（1052年） 1052 1052-01-01 1053-02-20
东汉建安六年（201年） 0201 0201-01-01 0202-02-20
唐贞观元年 0627 0627-01-01 0628-02-20
南朝宋元嘉二年 0425 0425-01-01 0426-02-20
秦始皇三十三年 -0213 -0214-10-01 -0212-02-20
太平天国三年 1853 1853-01-01 1854-02-20
民國五年 1916 1916-01-01 1916-12-31
民国五年至八年 1916/1919 1916-01-01 1919-12-31
民国二十三年六月八日 1934-06-08 1934-06-08 1934-06-08
约1930年代 193X~ 1930-01-01 1939-12-31
上世纪五十年代 195X 1950-01-01 1959-12-31
20世纪三四十年代 193X/194X 1930-01-01 1949-12-31
十九世纪 18XX 1800-01-01 1899-12-31
19世纪末 1880~/1899~ 1880-01-01 1899-12-31
本世纪初 2000~/2019~ 2000-01-01 2019-12-31
明至清 1368/1911 1368-01-01 1911-12-31
北魏至元 0386/1368 0386-01-01 1368-12-31
南宋末至元初 1249~/1290~ 1249-01-01 1290-12-31
南诏、大理 0738/1254 0738-01-01 1254-12-31
辽、金、清 0907/1911 0907-01-01 1911-12-31
宋元明清 0960/1911 0960-01-01 1911-12-31
西汉 -0201/0008 -0201-01-01 0008-12-31
新石器时代至商时期 -9999/-1045 -9999-01-01 -1045-12-31
旧石器时代 ../-9999 -2500000-01-01 -9999-12-31
清末民初 1890~/1927~ 1890-01-01 1927-12-31
清中晚期 1723~/1911~ 1723-01-01 1911-12-31
近代 1840/1949 1840-01-01 1949-12-31
抗战时期 1937/1945 1937-01-01 1945-12-31
可能建于1888年 1888? 1888-01-01 1888-12-31
大约1888年（待核） 1888% 1888-01-01 1888-12-31
明万历四十七年(1619年,待核) 1619? 1619-02-14 1620-02-03
1949年以前 ../1949 None 1949-12-31
1985年至今 1985/.. 1985-01-01 None
清(1861年起) 1861/1911 1861-01-01 1911-12-31
民国(一说20世纪40年代) 1912?/1949? 1912-01-01 1949-12-31
建于1920年,一说1925年 1920?/1925? 1920-01-01 1925-12-31
北宋皇祐四年(1052年)始建,明清重修 1052 1052-01-01 1053-02-20
1926年(学宫始建1370年) 1926 1926-01-01 1926-12-31
重修于1926年,始建于1370年 1370 1370-01-01 1370-12-31
始建年代不详,1926年重建 ../1926 None 1926-12-31
1889年创馆于黄沙,1946年迁恩宁路 1889 1889-01-01 1889-12-31
"""

UNKNOWN = (
    "不详 待考 待核 年代不详 无考 建武三年 太平二年 永和三年 光绪四十年 光绪零年 戊子年 30年代 "
    "五仙观 中山路18号 1926年13月 1926年2月30日 "
    "1930-1920年 距今300年历史 仿明代建筑 宋光绪十四年 清水湾 -213年 至元三年 同光年间 hello 12 "
    "世纪 年 ( 约"
)


@pytest.mark.parametrize("line", FORMS.strip().splitlines())
def test_a_form_is_read_as_what_it_means(line):
    words, edtf, earliest, latest = line.split()
    reading = dating.read(words)
    assert (reading.words, reading.edtf, str(reading.earliest), str(reading.latest)) == (
        words,
        edtf,
        earliest,
        latest,
    )
    assert reading.known


@pytest.mark.parametrize(
    "words", [*UNKNOWN.split(), "", "   ", "唐" * 10_000, "1926年" * 3_000, "(" * 10_000]
)
def test_what_cannot_be_known_is_none_and_never_a_guess(words):
    assert dating.read(words) == dating.Reading(words)


@pytest.mark.parametrize(
    "words",
    ["清光绪十四年（1788年）", "1788年（光绪十四年）", "乾隆四十二年(1677年)至嘉庆五年(1800年)"],
)
def test_a_bracket_that_disagrees_leaves_both_in_the_bounds_and_a_doubt(words):
    reading = dating.read(words)
    inside = dating.read(words.split("（")[0].split("(")[0])
    assert "?" in reading.edtf
    assert reading.earliest <= inside.earliest
    assert reading.latest >= inside.latest


def test_a_second_event_does_not_become_the_date():
    assert dating.read("清嘉庆九年(1804年)建,1985年重修").edtf == "1804"


def test_every_wording_of_the_official_lists_is_read():
    for row in rows("dates/chinese_date_strings.csv"):
        reading = dating.read(row["text"])
        assert reading.known is (row["text"] != "不详"), row["text"]


def test_the_demo_city_s_dates_agree_with_its_editors_bounds():
    for row in rows("guangzhou/demo_heritage_sites.csv"):
        reading = dating.read(row["date_text"])
        if not row["date_edtf"] or row["date_text"].startswith("1889年创馆"):
            continue
        theirs = dating.read_edtf(row["date_edtf"])
        assert reading.earliest <= theirs.latest, row["date_text"]
        assert theirs.earliest <= reading.latest, row["date_text"]
