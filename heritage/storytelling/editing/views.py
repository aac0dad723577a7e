"""What the admin's fields ask while an editor types."""

from collections.abc import Callable
from dataclasses import asdict

from django.http import HttpRequest, JsonResponse

from .understanding import Understanding, understand_date, understand_edtf

LONGEST = 400


def answer(understand: Callable[..., Understanding]) -> Callable[[HttpRequest], JsonResponse]:
    """Make a view of a reader: `?text=` (and `?beside=`) in, an `Understanding` as JSON out."""

    def view(request: HttpRequest) -> JsonResponse:
        text = request.GET.get("text", "")[:LONGEST]
        beside = request.GET.get("beside")
        understood = understand(text) if beside is None else understand(text, beside)
        return JsonResponse(asdict(understood))

    return view


read_date = answer(lambda text, beside="": understand_date(text))
read_edtf = answer(lambda text, beside="": understand_edtf(text))
