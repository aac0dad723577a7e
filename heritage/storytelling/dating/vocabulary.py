"""The words around a date, each with what it does to the reading."""

from __future__ import annotations

from .dynasties import ALIASES, MEMBERS, PERIODS
from .eras import BY_NAME

_WORDS = {
    "approx": "约 大约 大概 约为 约在 约于 约莫 左右 前后 上下 大致 约略 c. ca. circa",
    "doubt": (
        "可能 疑 疑为 疑似 似 或为 或许 也许 相传 据传 传 待核 待核实 待核查 待查证 待查 待证 "
        "待确认 待考证 待考 存疑 有争议 诸说不一 说法不一 各说不一 众说不一 众说纷纭 未经核实 "
        "未核实 未证实 推测 估计 应为 疑问 ?"
    ),
    "other_view": "一说 又说 另说 一作 又作 另一说 或说 有说 也有说",
    "unknown": "不详 未详 不明 无考 失考 不可考 未知 不知 年代不详 佚",
    "before": "以前 之前 前",
    "after": "以后 之后 后",
    "since": "起 始 以来 开始 至今 -今 至现在 -现在 至当代 迄今 延续至今 及以后 以降",
    "not_after": "不晚于 不迟于 至迟 最迟 至晚 最晚",
    "earlier": "早于",
    "later": "晚于 迟于",
    "not_before": "不早于 至早 最早",
    "dash": "- 至 到 迄 直至 直到 延至",
    "list": "、 / 和 与 及 暨 以及",
    "choice": "或 或者",
    "bc": "公元前 西元前 纪元前 BC B.C.",
    "ad": "公元 西元 公历 AD A.D. 公元后",
    "lunar": "农历 阴历 旧历 夏历 古历",
    "found": (
        "始建 创建 初建 始创 创办 创立 创馆 创设 肇建 始筑 始修 开基 始建年代 始建时间 始凿 始设 "
        "始立"
    ),
    "event": (
        "建 修 筑 立 建于 修建 建造 兴建 建成 落成 竣工 完工 完成 动工 开工 奠基 重建 重修 扩建 "
        "改建 修葺 修缮 增建 迁建 复建 续建 加建 拆建 营建 建筑 建设 成立 开业 开馆 开幕 启用 迁 "
        "迁至 正式 设立 于 在 为 由 系 是 的 其 年代 时间 建造年代 建筑年代 初次 首次 当 筹建 "
        "开凿 铸造 铸 刻 绘 立碑 开办 开设 通车 始于 始自 起于 自 建有 遗存 所建 所 均 主要 并 又 "
        "亦 也"
    ),
    "against": "距今 周年 余年 多年 年历史 年的历史 仿 风格 样式 几年 数年 若干年",
    "suffix": (
        "年间 时期 时代 代 朝 时 间 之际 年 期 期间 之间 之时 帝 王朝 一代 两代 三代 两朝 年号 "
        "政府 政权 盛世 岁次 岁"
    ),
    "era_year": "载",
    "emperor": (
        "太祖 太宗 高祖 高宗 中宗 睿宗 玄宗 肃宗 代宗 德宗 顺宗 宪宗 穆宗 敬宗 文宗 武宗 宣宗 "
        "懿宗 僖宗 昭宗 哀帝 真宗 仁宗 英宗 神宗 哲宗 徽宗 钦宗 孝宗 光宗 宁宗 理宗 度宗 恭宗 "
        "端宗 世祖 成宗 世宗 圣祖 熹宗 思宗 惠帝 成祖 景帝 宪宗 武帝 昭帝 宣帝 元帝 成帝 平帝 "
        "光武帝 明帝 章帝 和帝 安帝 顺帝 桓帝 灵帝 献帝 文帝 炀帝 恭帝 孝武帝 圣宗 兴宗 道宗 世宗 "
        "章宗 惠宗 女皇 皇帝 中主 后主 刘䶮 刘晟 刘鋹"
    ),
    "leap": "闰",
    "season_spring": "春 春季 春天",
    "season_summer": "夏季 夏天",
    "season_autumn": "秋 秋季 秋天",
    "season_winter": "冬 冬季 冬天",
    "century_word": "世纪",
    "decade_word": "年代",
    "month_word": "月 月份",
    "day_word": "日 号",
    "xun_early": "上旬",
    "xun_middle": "中旬",
    "xun_late": "下旬",
}

_PARTS = {
    "初": "初 初年 初期 初叶 伊始", "前期": "早期 前期 早年 前叶 早中叶", "中": "中 中期 中叶 中年",
    "后期": "后期 晚期 晚年", "末": "末 末年 末期 末叶 尾 底 季年",
    "中后期": "中后期 中晚期 中末期 中末叶", "前中期": "早中期 前中期 初中期",
    "上半": "上半叶 前半叶 上半期 前半期 上半 前半 上半年",
    "下半": "下半叶 后半叶 下半期 后半期 下半 后半 下半年",
}  # fmt: skip


def _part(kind: str, word: str, part: str) -> tuple[tuple[str, object], ...]:
    return ((kind, word), ("part", part))


# Words that stand for two tokens.
COMPOUND = {
    "晚清": _part("dynasty", "清", "后期"), "民初": _part("dynasty", "民国", "初"),
    "晚唐": _part("dynasty", "唐", "后期"),
    "晚明": _part("dynasty", "明", "后期"), "年初": _part("suffix", "年", "初"),
    "年末": _part("suffix", "年", "末"),
    "年底": _part("suffix", "年", "末"), "年中": _part("suffix", "年", "中"),
    "月初": _part("month_word", "月", "初"),
    "月底": _part("month_word", "月", "末"), "月末": _part("month_word", "月", "末"),
    "月中": _part("month_word", "月", "中"),
    "月中旬": (("month_word", "月"), ("xun_middle", "中旬")),
    "腊月": (("number", "腊"), ("month_word", "月")),
    "冬月": (("number", "冬"), ("month_word", "月")),
}  # fmt: skip

CENTURIES = {"上世纪": 20, "上个世纪": 20, "本世纪": 21, "上上世纪": 19}


def _compile() -> dict[str, tuple[tuple[str, object], ...]]:
    words: dict[str, tuple[tuple[str, object], ...]] = {}
    for kind, line in _WORDS.items():
        words |= {word: ((kind, word),) for word in line.split()}
    for part, line in _PARTS.items():
        words |= dict.fromkeys(line.split(), (("part", part),))
    words |= {name: (("dynasty", name),) for name in [*PERIODS, *MEMBERS] if name != "新"}
    words |= {alias: (("dynasty", name),) for alias, name in ALIASES.items()}
    words |= {name: (("era", name),) for name in BY_NAME}
    words |= {word: (("century", value),) for word, value in CENTURIES.items()}
    return words | COMPOUND


WORDS = _compile()
LONGEST = max(map(len, WORDS))
