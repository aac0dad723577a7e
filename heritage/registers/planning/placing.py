"""Find the neighbourhood below which each row belongs."""

from .kinds import NEIGHBOURHOOD
from .neighbourhoods import Neighbourhoods, Place, UnplacedError
from .reasons import Reason
from .rows import ReadRow


class Placer:
    """Gives rows their parents; what is doubtful becomes a reason of the row."""

    def __init__(self, places: Neighbourhoods, into_id: int | None, headers: dict[str, str]):
        self._places, self._into_id, self._headers = places, into_id, headers

    def put(self, row: ReadRow) -> None:
        """Find the page below which a row belongs."""
        entry = row.entry
        if entry.kind == NEIGHBOURHOOD:
            entry.parent_id = self._places.home.pk if self._places.home else None
            return
        words = row.place_words or row.division_code
        key = "neighbourhood" if row.place_words or not row.division_code else "division_code"
        if not words:
            entry.parent_id = self._into_id
            if entry.parent_id is None:
                self._say(row, "no_neighbourhood", key)
            return
        try:
            place = self._places.find(words)
        except UnplacedError as error:
            place = self._proposed(row, error, key, words)
        if place:
            entry.parent_id = place.id
            self._measure(row, place)

    def _proposed(self, row: ReadRow, error: UnplacedError, key: str, words: str) -> Place | None:
        """The only neighbourhood it may be, said; or why there is none."""
        place, why = None, "place_alike"
        try:
            if error.code.startswith("unknown"):
                place = self._places.alike(words)
            if not place and row.place_words and row.division_code:
                place, why = self._places.find(row.division_code), "place_by_code"
        except UnplacedError as other:
            error = other if other.code.startswith("unsure") else error
        if place:
            self._say(row, why, key, words, near=f"{place.title} ({place.slug})")
        else:
            self._say(row, error.code, key, words, **error.params)
        return place

    def _measure(self, row: ReadRow, place: Place) -> None:
        """Point out a point that is kilometres away from where its row belongs."""
        metres = place.metres_off(row.point) if row.point else 0
        if metres:
            key = "lat" if "lat" in self._headers else "point"
            said = row.entry.values["point_entered"]
            km = f"{metres / 1000:.1f}"
            self._say(row, "far_from_place", key, said, km=km, place=place.title)

    def _say(self, row: ReadRow, code: str, key: str, value: str = "", /, **params) -> None:
        row.reasons.append(Reason(code, key, self._headers.get(key, ""), value, params))
