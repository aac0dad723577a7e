"""Codes a stranger can type: five random characters of Crockford's base 32 and a check digit."""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 6


def mint() -> str:
    """Return a new random code, its check digit last. (Replaced in full by the plaque room.)"""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
