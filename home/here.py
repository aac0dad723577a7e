"""“You are here”: the codes of the plaques that lead to a page, or to a part of it."""

from heritage.plaques.models import Plaque


def plaque_codes(page, desk) -> dict:
    """Aside: `plaque_codes` of the page; `plaque_parts`, codes by key of a panel, stop or spot.

    A plaque's redirect ends in `#q-CODE` or in `#panel-KEY`, which shows its line. The page's own
    list holds the codes of its parts too: a part may be gone.
    """
    plaques = Plaque.objects.of_page(page).in_service().order_by("code")
    codes, parts = [], {}
    for code, part in plaques.values_list("code", "part_key"):
        codes.append(code)
        if part:
            parts.setdefault(part, []).append(code)
    return {"plaque_codes": codes, "plaque_parts": parts}
