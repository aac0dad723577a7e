"""The words one sees in a cell that holds a number or a date."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_ZEROS = re.compile(r"0+")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def words_of(value: object, number_format: str = "") -> str:
    """Give a cell's value in words: 1961-03-04, 1961-03 where the format shows no day, 0012."""
    if isinstance(value, str):
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return _moment(value, number_format)
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return _number(value, number_format)


def _moment(value: datetime, number_format: str) -> str:
    shown = _QUOTED.sub("", number_format.split(";")[0]).lower()
    if value.time() != time(0):
        return value.isoformat(sep=" ", timespec="minutes")
    if "y" in shown and "d" not in shown:
        return value.strftime("%Y-%m") if "m" in shown else value.strftime("%Y")
    return value.date().isoformat()


def _number(value: int | float, number_format: str) -> str:
    if isinstance(value, float):
        # What a spreadsheet shows: fifteen digits, never 113.29071100000001.
        value = Decimal(f"{value:.15g}")
        if value == value.to_integral_value():
            value = int(value)
    if isinstance(value, int) and _ZEROS.fullmatch(number_format) and value >= 0:
        return str(value).zfill(len(number_format))
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
