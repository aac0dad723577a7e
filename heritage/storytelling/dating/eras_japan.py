"""Era names of Japan from 1596: shape as in ``eras_early``, characters as ``plain`` gives them.

Left out are names that a Chinese dynasty used (元和, 天和, 天保, 宝暦 …) and those that are also
parts of Chinese words (文化, 明和, 天明 …): they would be guesses. Facts, compiled for this
project.
"""

JAPAN = "日本"
FIRST_GREGORIAN = 1873  # the calendar changed on the first day of Meiji 6
ERAS = {
    JAPAN: (
        "庆长:1596:20 寛永:1624:21 正保:1644:5 庆安:1648:5 承応:1652:4 万治:1658:4 "
        "寛文:1661:13 延宝:1673:9 贞享:1684:5 元禄:1688:17 宝永:1704:8 正徳:1711:6 享保:1716:21 "
        "寛保:1741:4 延享:1744:5 寛延:1748:4 安永:1772:10 寛政:1789:13 享和:1801:4 "
        "文政:1818:13 弘化:1844:5 嘉永:1848:7 安政:1854:7 万延:1860:2 文久:1861:4 庆応:1865:4 "
        "明治:1868:45 大正:1912:15 昭和:1926:64 平成:1989:31 令和:2019:99"
    ),
}
# 江戸 and 江户 are one; a bare 平安 or 奈良 is a word or a town.
PERIODS = {
    "奈良时代": (710, 794), "平安时代": (794, 1185), "镰仓时代": (1185, 1333),
    "鎌仓时代": (1185, 1333), "鎌倉时代": (1185, 1333), "室町时代": (1336, 1573),
    "安土桃山": (1573, 1603), "桃山时代": (1573, 1603), "江户": (1603, 1868), "江戸": (1603, 1868),
}  # fmt: skip
