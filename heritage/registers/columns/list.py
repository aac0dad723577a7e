"""All columns, in the order in which an export has them."""

from . import places, protection, story

COLUMNS = (
    *story.IDENTITY,
    *story.NAMES,
    *places.WHERE,
    *protection.PROTECTION,
    *places.KINDS_OF_PLACE,
    *(column for column in story.TELLING if column.key.startswith("date")),
    *places.POINTS,
    *places.NEIGHBOURHOODS,
    *places.WALLS,
    *places.PEOPLE,
    *places.TRAILS,
    *(column for column in story.TELLING if not column.key.startswith("date")),
    *story.SOURCES,
)
BY_KEY = {column.key: column for column in COLUMNS}
