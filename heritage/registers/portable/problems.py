from collections.abc import Iterable

from django.core.exceptions import ValidationError


class PackageError(ValueError):
    """Why a package is not made or not brought in, in words for the operator."""


def words_of(error: ValidationError) -> str:
    """All that a form would say, in one line, each with the name of its field."""
    if hasattr(error, "error_dict"):
        said = error.message_dict.items()
        return " ".join(f"{name}: {' '.join(messages)}" for name, messages in said)
    return " ".join(str(message) for message in error.messages)


def listed(names: Iterable[str], most: int = 8) -> str:
    """The first few names in one line, with how many more there are."""
    names = list(names)
    more = f" … (+{len(names) - most})" if len(names) > most else ""
    return ", ".join(names[:most]) + more
