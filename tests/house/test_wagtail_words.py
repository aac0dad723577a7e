"""An editor who reads Chinese meets no English in Wagtail's own screens."""

from pathlib import Path

import pytest
import wagtail

from . import files

SOURCE = Path(wagtail.__file__).parent
ROOMS = (
    "",
    "admin/",
    "images/",
    "documents/",
    "snippets/",
    "users/",
    "locales/",
    "contrib/simple_translation/",
)


def translated(messages, path: Path) -> dict[str, bool]:
    """Whether each message of a catalogue is translated, by its key."""
    if not path.exists():
        return {}
    entries = messages.read_po(path.read_text(encoding="utf-8"))
    return {entry.key: entry.is_complete for entry in entries if entry.id}


@pytest.mark.skipif(wagtail.VERSION >= (7, 5), reason="the words are those of the LTS version")
@pytest.mark.parametrize("language", ["zh_Hans", "zh_Hant"])
@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_what_wagtail_leaves_in_english_is_translated_here(messages, language, domain):
    file = f"{language}/LC_MESSAGES/{domain}.po"
    english, chinese = {}, translated(messages, files.ROOT / "heritage" / "wagtail_locale" / file)
    for room in ROOMS:
        english |= translated(messages, SOURCE / f"{room}locale/en/LC_MESSAGES/{domain}.po")
        own = translated(messages, SOURCE / f"{room}locale" / file)
        chinese |= {key: True for key, is_complete in own.items() if is_complete}

    assert not sorted(key for key in english if not chinese.get(key))
