"""Ask axe-core (npm, fetched at set-up) what is wrong with a page."""

from pathlib import Path

from playwright.sync_api import Page

SCRIPT = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe(page: Page, *, tags: list[str] = TAGS) -> list[str]:
    """Return a page's violations, one sentence each: rule, impact, the elements it names.

    The page must be of a context opened with `bypass_csp=True` (the `auditor` fixture): public
    pages allow no foreign script.
    """
    page.add_script_tag(path=str(SCRIPT))
    found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", tags)
    return [describe(violation) for violation in found["violations"]]


def describe(violation: dict) -> str:
    places = "; ".join(" ".join(map(str, node["target"])) for node in violation["nodes"][:5])
    return f"{violation['id']} ({violation['impact']}): {violation['help']} at {places}"
