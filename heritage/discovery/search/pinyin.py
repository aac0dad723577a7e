"""Names as they are spelled: syllables and initials of Chinese, and Latin read as syllables.

Spelled tokens carry a mark that no word begins with, so that `men` in English does not find every
door (门) of a page's text.
"""

from functools import cache, lru_cache

from .words import is_han

SYLLABLE_MARK = "zqp"
INITIALS_MARK = "zqi"
LONGEST_SPELLING = 48
# Read otherwise in Guangzhou's place names than in the standard language.
LOCAL_READINGS = {"涌": "chong", "滘": "jiao", "塱": "lang", "氹": "dang", "埗": "bu", "乸": "na"}
_TABLE = """
    a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can
    cang cao ce cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chuai chuan
    chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de dei deng di dian
    diao die ding diu dong dou du duan dui dun duo e ei en er fa fan fang fei fen feng fo fou fu ga
    gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang
    hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin
    jing jiong jiu ju juan jue jun ka kai kan kang kao ke ken keng kong kou ku kua kuai kuan kuang
    kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu long lou lu
    luan lun luo lv lve ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu
    na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nuo nv
    nve o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang
    qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru ruan rui
    run ruo sa sai san sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou
    shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao
    te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu
    xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo
    yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhen
    zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun
    zuo
"""
SYLLABLES = frozenset(_TABLE.split())
_BEGINNINGS = frozenset(s[:n] for s in SYLLABLES for n in range(1, len(s) + 1))
_LONGEST = 6
_INITIALS = frozenset("abcdefghjklmnopqrstwxyz")


@lru_cache(maxsize=1024)  # a name, its address and its other names say much the same
def spell(run: str) -> tuple[str, ...]:
    """The syllables of a run of Chinese in the standard reading, without tones."""
    from pypinyin import lazy_pinyin  # a third of a second to load: only where names are spelled

    syllables = lazy_pinyin(run, errors="ignore")
    return tuple(s for s in syllables if s.isascii() and s.isalpha())


def spelled_tokens(run: str) -> list[str]:
    """The marked tokens of a name: its syllables (and as said locally), then its initials."""
    readings = [list(spell(run))]
    local = {i: LOCAL_READINGS[char] for i, char in enumerate(run) if char in LOCAL_READINGS}
    if local and len(readings[0]) == len(run):
        readings.append([local.get(i, said) for i, said in enumerate(readings[0])])
    found: list[str] = []
    for syllables in readings:
        found += [SYLLABLE_MARK + syllable for syllable in syllables]
        if syllables:
            found.append(INITIALS_MARK + "".join(s[0] for s in syllables))
    return found


@cache
def _ways(word: str, partial: bool) -> tuple[tuple[str, ...], ...]:
    """Up to four ways to read a Latin word as syllables, the last of them unfinished if partial."""
    if not word:
        return ((),)
    ways: list[tuple[str, ...]] = []
    if partial and word in _BEGINNINGS and word not in SYLLABLES:
        ways.append((word,))
    for size in range(min(_LONGEST, len(word)), 0, -1):
        if word[:size] in SYLLABLES:
            ways += [(word[:size], *rest) for rest in _ways(word[size:], partial)]
        if len(ways) >= 4:
            break
    return tuple(ways[:4])


def readings(word: str, *, partial: bool = False) -> list[list[str]]:
    """The ways a Latin word splits into syllables, marked; none for a word that does not."""
    if is_han(word) or not word.isascii() or len(word) > LONGEST_SPELLING:
        return []
    return [[SYLLABLE_MARK + syllable for syllable in way] for way in _ways(word, partial)]


def as_initials(word: str) -> str:
    """A Latin word as the initials of a name, marked; empty for one that cannot be."""
    if 2 <= len(word) <= 12 and set(word) <= _INITIALS:
        return INITIALS_MARK + word
    return ""
