"""Dates in the words of other languages."""

import pytest

from heritage.storytelling import dating

READ = {
    "c. 1890": "1890~",
    "c1890": "1890~",
    "~1890": "1890~",
    "circa 1890s": "189X~",
    "early 19th century": "1800~/1819~",
    "mid-19th century": "1830~/1869~",
    "mid to late nineteenth century": "1830~/1899~",
    "late 18th–early 19th centuries": "1760~/1819~",
    "first half of the 19th century": "1800/1849",
    "C17-C18": "16XX/17XX",
    "2nd century BC": "-01XX",
    "early 1900s": "1900~/1919~",  # of the century; of the decade it is within that
    "1930s-40s": "193X/194X",
    "late Qing": "1840~/1911~",
    "Ming dynasty": "1368/1644",
    "Ming": "1368/1644",
    "late Ming – early Qing": "1573~/1722~",
    "Qing dynasty (Qianlong reign)": "1736/1795",
    "the reign of the Qianlong Emperor": "1736/1795",
    "14th year of the reign of Guangxu (1888)": "1888",
    "the 23rd year of Emperor Kangxi’s reign": "1684",
    "Minguo 3": "1914",
    "Late Qing Dynasty to Early Republic of China": "1840~/1927~",
    "1850–60": "1850/1860",
    "c. 1850–60": "1850~/1860~",
    "between 1850 and 1860": "1850/1860",
    "from 1850": "1850/..",
    "before 1500": "../1500",
    "before 1888-03": "../1888-03",
    "no later than 1900": "../1900",
    "pre-1900": "../1900",
    "after 1911": "1911/..",
    "1911–present": "1911/..",
    "12 March 1911": "1911-03-12",
    "March 12, 1911": "1911-03-12",
    "12-Mar-1911": "1911-03-12",
    "March 1911": "1911-03",
    "5–10 May 1922": "1922-05-05/1922-05-10",
    "28 March 1914 – 1916": "1914-03-28/1916",
    "25/03/1911": "1911-03-25",
    "1987/02/24 00:00:00+00": "1987-02-24",
    "1985-04-12T23:20:30Z": "1985-04-12",
    "built 1888; rebuilt 1905": "1888",
    "rebuilt 1905; built 1888": "1888",
    "possibly 1888": "1888?",
    "1888 or 1890": "1888?/1890?",
    "221–206 BC": "-0220/-0205",
    "AD 618–907": "0618/0907",
    "XIXe siècle": "18XX",
    "4e quart 19e siècle": "1875/1899",
    "début du XXe siècle": "1900~/1919~",
    "vers 1890": "1890~",
    "années 1930": "193X",
    "1er mars 1911": "1911-03-01",
    "século XIX": "18XX",
    "1.ª metade do século XX": "1900/1949",
    "séculos XVIII-XIX": "17XX/18XX",
    "12 de março de 1911": "1911-03-12",
    "principios del siglo XX": "1900~/1919~",
    "2. Hälfte 19. Jh.": "1850/1899",
    "明治20年": "1887",
    "明治20年3月12日": "1887-03-12",
    "安政3年5月": "1856",  # its months were the moon's
    "昭和初期": "1926~/1935~",
    "江戸時代": "1603/1868",
}
LEFT = [
    "12/03/1911",  # March or December
    "late 1900s",  # of the decade or the century
    "1888 rebuilt 1905",
    "Ming Qianlong",
    "Jin dynasty",  # 晋 or 金
    "People's Republic of China",
    "Grade II",
    "built by John Smith in 1888",
    "first built in the Ming dynasty and rebuilt in 1905",
    "May",
    "circa",
    "années 30",
    "18888",
    "文化3年",
    "天保12年",
]
EDTF = ["1888-21", "{1667..1668}", "[1667,1668]", "Y-17000", "../1900", "1900/..",
        "1888?", "18XX", "1984-06?"]  # fmt: skip


@pytest.mark.parametrize(("words", "edtf"), READ.items())
def test_words_of_other_languages_are_read(words, edtf):
    reading = dating.read(words)
    assert reading.edtf == edtf
    assert reading.words == words


@pytest.mark.parametrize("words", LEFT)
def test_what_may_mean_two_things_stays_words(words):
    assert not dating.read(words).known


@pytest.mark.parametrize("text", EDTF)
def test_edtf_passes_through(text):
    assert dating.read(text).edtf == text


def test_a_range_of_years_is_not_a_season():
    assert dating.read("1920-24").edtf == "1920/1924"


def test_a_lunar_year_of_japan_may_end_in_the_next():
    assert dating.read("安政3年").latest == dating.Day(1857, 2, 20)
    assert dating.read("昭和3年").latest == dating.Day(1928, 12, 31)


def test_no_era_of_japan_is_also_a_chinese_one():
    from heritage.storytelling.dating import eras_early, eras_japan, eras_late

    def names(table):
        return {entry.split(":")[0] for line in table.values() for entry in line.split()}

    assert not names(eras_japan.ERAS) & names(eras_early.ERAS | eras_late.ERAS)
