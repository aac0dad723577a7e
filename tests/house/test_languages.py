"""Every string of the interface is translated, and the catalogues compile without gettext."""

import gettext
import io
import shutil
import subprocess

import pytest

from . import files, strings

CATALOGUES = sorted((files.ROOT / "heritage" / "locale").glob("*/LC_MESSAGES/django.po"))
SAMPLE = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#. for translators
#: here.py:1
msgid "a \"quoted\" "
"word\n"
msgstr "一个“词”\n"

msgctxt "street"
msgid "stop"
msgid_plural "stops"
msgstr[0] "一站"
msgstr[1] "几站"

#, fuzzy
msgid "unsure"
msgstr "不确定"

msgid "empty"
msgstr ""

#~ msgid "gone"
#~ msgstr "没了"
"""


def catalogue(compiled: bytes) -> dict:
    return gettext.GNUTranslations(io.BytesIO(compiled))._catalog


def test_a_compiled_catalogue_says_what_its_source_says(messages):
    compiled = gettext.GNUTranslations(io.BytesIO(messages.mo_bytes(messages.read_po(SAMPLE))))

    assert compiled.gettext('a "quoted" word\n') == "一个“词”\n"
    assert compiled.npgettext("street", "stop", "stops", 2) == "几站"
    assert compiled.gettext("unsure") == "unsure"
    assert compiled.gettext("empty") == "empty"
    assert compiled.gettext("gone") == "gone"


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="GNU gettext is not installed")
@pytest.mark.parametrize("source", [SAMPLE, *[p.read_text(encoding="utf-8") for p in CATALOGUES]])
def test_the_compiler_agrees_with_gettext(messages, source, tmp_path):
    (tmp_path / "a.po").write_text(source, encoding="utf-8")
    subprocess.run(["msgfmt", "-o", "a.mo", "a.po"], cwd=tmp_path, check=True)

    theirs = catalogue((tmp_path / "a.mo").read_bytes())
    ours = catalogue(messages.mo_bytes(messages.read_po(source)))

    assert ours == theirs


def test_strings_are_found_whatever_gettext_is_called():
    source = "from django.utils.translation import pgettext_lazy as p, gettext as _\n"
    source += "_('one' ' two'); p('where', 'three')"

    assert set(strings.in_python(source)) == {(None, "one two"), ("where", "three")}


def test_strings_are_found_in_templates():
    source = (
        '{% load i18n %}{% translate "it\'s" %}{% translate "a" context "b" %}'
        "{% blocktranslate count n=n %}{{ n }} stop{% plural %}{{ n }} stops{% endblocktranslate %}"
    )

    assert set(strings.in_template(source, "x.html")) == {
        (None, "it's"),
        ("b", "a"),
        (None, "%(n)s stop"),
    }


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_a_catalogue_is_complete(messages, path):
    entries = messages.read_po(path.read_text(encoding="utf-8"))
    known = {(entry.context, entry.id) for entry in entries if entry.is_complete}

    missing = sorted(f"{c or ''}|{words}" for c, words in strings.of_the_project() - known)

    assert not missing, "make messages, then translate"


def test_all_chinese_catalogues_are_there():
    if not CATALOGUES:
        pytest.skip("no catalogue yet")
    assert {path.parent.parent.name for path in CATALOGUES} == {"zh_Hans", "zh_Hant"}
