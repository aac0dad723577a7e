"""Read message catalogues (.po) and write them as programs load them (.mo), without gettext.

    messages.py FOLDER             compiles what is newer
    messages.py --missing FOLDER   lists what is not translated

Django compiles catalogues with GNU gettext's msgfmt, which a fresh machine does not have. Both
formats are fixed since the nineties, so the hundred lines here stand in for a dependency. Fuzzy and
empty entries are left out, as msgfmt does.
"""

import ast
import struct
import sys
from dataclasses import dataclass, field
from pathlib import Path

MAGIC = 0x950412DE
CONTEXT_MARK, PLURAL_MARK = "\x04", "\0"


@dataclass
class Entry:
    """One message: its id (with plural), context, translations by plural form, and flags."""

    id: str = ""
    plural: str | None = None
    context: str | None = None
    strings: dict[int, str] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)

    @property
    def key(self) -> str:
        key = self.id if self.plural is None else self.id + PLURAL_MARK + self.plural
        return key if self.context is None else self.context + CONTEXT_MARK + key

    @property
    def value(self) -> str:
        return PLURAL_MARK.join(self.strings[number] for number in sorted(self.strings))

    @property
    def is_complete(self) -> bool:
        return "fuzzy" not in self.flags and bool(self.strings) and all(self.strings.values())


def read_po(text: str) -> list[Entry]:
    """Read a catalogue's live entries, header (with the empty id) included; `#~` ones are gone."""
    entries: list[Entry] = []
    entry, slot = Entry(), ""
    for line in map(str.strip, text.splitlines()):
        starts_anew = slot.startswith("msgstr") and not line.startswith(("msgstr", '"'))
        if starts_anew:
            entries.append(entry)
            entry, slot = Entry(), ""
        if line.startswith("#,"):
            entry.flags |= {flag.strip() for flag in line[2:].split(",")}
        elif line.startswith("msg"):
            slot, _, quoted = line.partition(" ")
            add(entry, slot, ast.literal_eval(quoted))
        elif line.startswith('"'):
            add(entry, slot, ast.literal_eval(line))
    return [*entries, entry] if slot.startswith("msgstr") else entries


def add(entry: Entry, slot: str, words: str) -> None:
    """Add words to the part of an entry that a keyword names."""
    if slot == "msgid":
        entry.id += words
    elif slot == "msgid_plural":
        entry.plural = (entry.plural or "") + words
    elif slot == "msgctxt":
        entry.context = (entry.context or "") + words
    else:
        number = int(slot[7:-1]) if slot.startswith("msgstr[") else 0
        entry.strings[number] = entry.strings.get(number, "") + words


def mo_bytes(entries: list[Entry]) -> bytes:
    """Lay entries out as a .mo file: sorted keys, two tables of lengths and offsets, the words."""
    pairs = sorted((e.key.encode(), e.value.encode()) for e in entries if e.is_complete)
    count = len(pairs)
    tables, words = [], b""
    offset = 28 + count * 16
    for side in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<II", len(pair[side]), offset + len(words)))
            words += pair[side] + b"\0"
    head = struct.pack("<7I", MAGIC, 0, count, 28, 28 + count * 8, 0, 28 + count * 16)
    return head + b"".join(tables) + words


def compile_folder(folder: Path) -> list[Path]:
    """Compile each catalogue under a folder whose .mo is older or missing; return those written."""
    written = []
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        target.write_bytes(mo_bytes(read_po(source.read_text(encoding="utf-8"))))
        written.append(target)
    return written


def missing(folder: Path) -> list[str]:
    """The messages of each catalogue that are not translated, or only guessed (fuzzy)."""
    return [
        f"{source.parent.parent.name}: {entry.id}"
        for source in sorted(folder.glob("*/LC_MESSAGES/*.po"))
        for entry in read_po(source.read_text(encoding="utf-8"))
        if entry.id and not entry.is_complete
    ]


if __name__ == "__main__":
    if sys.argv[1] == "--missing":
        for line in (lines := missing(Path(sys.argv[2]))):
            print("to translate:", line)
        sys.exit(bool(lines))
    for compiled in compile_folder(Path(sys.argv[1])):
        print(compiled)
