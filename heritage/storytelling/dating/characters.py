"""One spelling for each character, before anything is read."""

from __future__ import annotations

import re
import unicodedata

_TRADITIONAL = (
    "緒绪 豐丰 統统 順顺 曆历 歷历 暦历 厯历 慶庆 萬万 啟启 啓启 禎祯 國国 漢汉 晉晋 齊齐 陳陈 "
    "遼辽 後后 東东 詔诏 時时 紀纪 約约 "
    "間间 貞贞 觀观 開开 寶宝 寳宝 應应 顯显 儀仪 鳳凤 龍龙 調调 載载 聖圣 長长 壽寿 證证 歲岁 "
    "視视 雲云 廣广 興兴 會会 寧宁 甯宁 "
    "復复 無无 詳详 創创 於于 築筑 舊旧 華华 戰战 號号 葉叶 餘余 擴扩 遷迁 據据 傳传 說说 説说 "
    "紹绍 輔辅 佑祐 總总 "
    "樂乐 聰聪 號号 嶽岳 當当 遺遗 風风 縣县 館馆 業业 動动 階阶 終终 終终 邊边 魯鲁 衛卫 楚楚 "
    "趙赵 韓韩 閩闽 吳吴 "
    "義义 質质 瑞瑞 賜赐 獻献 隨隋 綏绥 陽阳 鴻鸿 節节 黃黄 竟竟 攝摄 憙熹 烏乌 冊册 璽玺 監监 "
    "禮礼 拱拱 嗣嗣 運运 "
    "祿禄 贊赞 壹一 貳二 叁三 參三 肆四 伍五 陸六 柒七 捌八 玖九 拾十 弌一 零〇 ○〇 Ο〇 О〇 〡一 "
    "念廿 "
    "徵征 癸癸 閏闰 臘腊 紂纣 個个 處处 舉举 爲为 為为 佔占 佛佛 點点 鴉鸦 爭争 辛辛 亥亥 導导 "
    "變变 體体 學学 區区 "
    "門门 樓楼 廟庙 廠厂 書书 園园 橋桥 蓋盖 麗丽 顧顾 內内 現现 從从 確确 認认 實实 證证 記记 "
    "載载 "
    "燬毁 毀毁 賢贤 賓宾 頭头 過过 遠远 還还 這这 們们 昇升 簡简 嘆叹 禦御 協协 "
)
_DASHES = "－—–―‐‑‒−─━〜～~﹣﹘ー"
_TABLE = str.maketrans(
    {pair[0]: pair[1] for pair in _TRADITIONAL.split()}
    | dict.fromkeys(_DASHES, "-")
    | {"【": "(", "〔": "(", "[": "(", "】": ")", "〕": ")", "]": ")", "﹙": "(", "﹚": ")"}
    | {
        "。": ";",
        "；": ";",
        "，": ",",
        "&": "、",
        ":": None,
        "：": None,
    }
    | dict.fromkeys("“”\"'‘’《》〈〉「」『』*", None)
)
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_BLANK = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")
_DOT_IN_NAME = re.compile(r"(?<![0-9])[·・•](?![0-9])")
_DOT = re.compile("[·・•]")
_DASH_RUN = re.compile(r"-{2,}")


def plain(text: str) -> str:
    """The text in half width and simplified characters, without blanks and quotation marks, each
    kind of dash as one ``-``."""
    text = unicodedata.normalize("NFKC", text.replace("○", "〇").translate(_TABLE)).translate(
        _TABLE
    )
    text = _DOT.sub("、", _DOT_IN_NAME.sub("", _BLANK.sub("", text)))
    return _DASH_RUN.sub("-", text)
