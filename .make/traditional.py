"""Write the Traditional catalogues anew from the Simplified ones.

    traditional.py FOLDER

Every message of zh_Hans is turned by OpenCC (Hong Kong forms, as the pages are) and put into
zh_Hant, except those that somebody marked there with a comment “# by hand”.
"""

import re
import sys
from pathlib import Path

import opencc
from messages import Entry, read_po

BY_HAND = "# by hand"
# OpenCC's Hong Kong table follows the school list; the house writes the forms on the right.
HOUSE_FORMS = str.maketrans({"羣": "群", "峯": "峰", "裏": "裡"})
# Words, not characters, that differ; in this order.
HOUSE_WORDS = {
    "帳號": "帳戶",
    "文件": "檔案",
    "公佈檔案": "公佈文件",
    "文檔": "文件",
    "最多隻": "最多只",
    "寫明瞭": "寫明了",
    "鏈接": "連結",
    "搜索": "搜尋",
    "登錄": "登入",
    "默認": "預設",
    "緩存": "快取",
}
STRING = re.compile(r'^msgstr(?:\[\d+\])? (?:".*"\n?)+', re.M)


def to_traditional(words: str, table: opencc.OpenCC) -> str:
    turned = table.convert(words).translate(HOUSE_FORMS)
    for ours, theirs in HOUSE_WORDS.items():
        turned = turned.replace(ours, theirs)
    return turned


def quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def turned_block(block: str, source: dict[str, Entry], table: opencc.OpenCC) -> str:
    """One message of the Traditional catalogue, with the words of the Simplified one turned."""
    [entry] = read_po(block)
    original = source.get(entry.key)
    if not entry.id or BY_HAND in block or original is None or not original.is_complete:
        return block
    lines = [line for line in block.splitlines() if not line.startswith(("#| ", "#, fuzzy"))]
    kept = STRING.sub("", "\n".join(lines) + "\n").rstrip("\n")
    strings = [to_traditional(original.strings[n], table) for n in sorted(original.strings)]
    if entry.plural is None:
        return f"{kept}\nmsgstr {quoted(strings[0])}"
    return "\n".join([kept, *(f"msgstr[{n}] {quoted(s)}" for n, s in enumerate(strings))])


def without_dates(text: str) -> str:
    """A catalogue without the header lines that change at every run and collide in merges."""
    return re.sub(r'^"(?:POT-Creation-Date|Report-Msgid-Bugs-To):.*\n', "", text, flags=re.M)


def refresh(folder: Path) -> None:
    """Refresh zh_Hant's catalogue under a folder from zh_Hans's."""
    simplified = folder / "zh_Hans" / "LC_MESSAGES" / "django.po"
    traditional = folder / "zh_Hant" / "LC_MESSAGES" / "django.po"
    table = opencc.OpenCC("s2hk")
    source = {entry.key: entry for entry in read_po(simplified.read_text(encoding="utf-8"))}
    simplified.write_text(without_dates(simplified.read_text(encoding="utf-8")), encoding="utf-8")
    blocks = without_dates(traditional.read_text(encoding="utf-8")).strip().split("\n\n")
    turned = [turned_block(block, source, table) for block in blocks]
    traditional.write_text("\n\n".join(turned) + "\n", encoding="utf-8")
    print(f"{traditional}: {len(turned) - 1} messages")


if __name__ == "__main__":
    refresh(Path(sys.argv[1]))
