"""“You are here”: the codes of the plaques that lead to a page."""

from heritage.plaques.models import Plaque


def plaque_codes(page, desk) -> dict:
    """Aside: `plaque_codes`; a plaque's redirect ends in `#q-CODE`, which shows its line."""
    codes = Plaque.objects.of_page(page).in_service().order_by("code")
    return {"plaque_codes": list(codes.values_list("code", flat=True))}
