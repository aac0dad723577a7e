"""What a page loads comes from this site; no template or script names another host."""

import re

from . import files

HOST = re.compile(
    r"""(?:src|srcset|action|poster|data)\s*=\s*["'](?:https?:)?//|@import|url\(\s*["']?(?:https?:)?//"""
)
LINKED = re.compile(r"""<link\b[^>]*href\s*=\s*["'](?:https?:)?//""")
SCRIPTED = re.compile(
    r"""(?:fetch|import|importScripts|sendBeacon|open)\s*\(\s*["'`](?:https?:)?//"""
)
INLINE = re.compile(
    r"<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|<script(?![^>]*\b(?:src|application/))"
)


def sinners(pattern: re.Pattern, paths) -> list[str]:
    return [
        f"{files.short(path)}:{number}"
        for path in paths
        for number, line in enumerate(files.lines_of(path), 1)
        if pattern.search(line)
    ]


def templates():
    return files.files_named("*.html", *files.PAGES)


def scripts_and_styles():
    return [
        path
        for kind in ("*.js", "*.mjs", "*.css")
        for path in files.files_named(kind, *files.PAGES)
    ]


def test_no_template_loads_from_another_host():
    assert not sinners(HOST, templates())
    assert not sinners(LINKED, templates())


def test_no_script_or_style_loads_from_another_host():
    assert not sinners(HOST, scripts_and_styles())
    assert not sinners(SCRIPTED, scripts_and_styles())


def test_no_public_template_needs_inline_script_or_style():
    public = [
        path for path in templates() if "admin" not in path.parts and "print" not in path.stem
    ]

    assert not sinners(INLINE, public)
