"""What a date means, in people's words."""

import pytest

from heritage.storytelling import dating

WORDS = """
1888~|约1888年|約1888年|c. 1888
1888?|1888年（待核）|1888年（待核）|1888 (unconfirmed)
1914-03-28/1916|1914年3月28日至1916年|1914年3月28日至1916年|28 March 1914 – 1916
1922-05-05/1922-05-10|1922年5月5日至10日|1922年5月5日至10日|5–10 May 1922
1926-05/1926-09|1926年5月至9月|1926年5月至9月|May–September 1926
193X|20世纪30年代|20世紀30年代|1930s
192X/194X|20世纪20至40年代|20世紀20至40年代|1920s–1940s
18XX|19世纪|19世紀|19th century
-02XX|公元前3世纪|公元前3世紀|3rd century BC
0618/0907|618—907年|618—907年|618–907
-0202|公元前203年|公元前203年|203 BC
-0201/0220|公元前202年—公元220年|公元前202年—公元220年|202 BC – AD 220
-0769/-0475|公元前770—前476年|公元前770—前476年|770–476 BC
1890~/1927~|约1890—1927年|約1890—1927年|c. 1890–1927
1985/..|1985年起|1985年起|from 1985
../1985|1985年及以前|1985年及以前|up to 1985
2001-21|2001年春|2001年春|spring 2001
"""


@pytest.mark.parametrize("line", WORDS.strip().splitlines())
def test_a_date_is_said_in_three_languages(line):
    edtf, *expected = line.split("|")
    assert [
        dating.describe(edtf, language) for language in ("zh-hans", "zh-hant", "en")
    ] == expected


def test_a_reading_is_described_and_an_unknown_one_says_so():
    assert dating.describe(dating.read("清光绪十四年"), "en") == "1888"
    assert dating.describe(dating.read("不详"), "zh-hant") == "年代不詳"
    assert dating.describe(None, "en") == "Date unknown"


def test_another_language_is_refused():
    with pytest.raises(ValueError, match="described in"):
        dating.describe("1888", "fr")
