"""Codes a stranger can type: five random characters of Crockford's base 32 and a check character.

The thirty-two symbols are the elements of the field GF(32). A code is valid where the sum of its
characters, each multiplied by a weight of its own, is a constant. All weights are different and
none is zero, so that every wrong character and every swap of two characters, neighbours or not,
changes the sum. Unlike Crockford's own check modulo 37 it needs no symbol beyond the thirty-two.
"""

import secrets
import unicodedata

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 6
LONGEST_READ = 64
# No plaque should read like one of these, in letters or in what Chinese readers hear in numbers.
UNFIT = ("FVCK", "SH1T", "C0CK", "D1CK", "CVNT", "WANK", "TWAT", "P1SS", "ARSE", "NAZ1", "KKK")
UNFIT_NUMBERS = ("250", "748")

_VALUES = {symbol: value for value, symbol in enumerate(ALPHABET)}
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
_DASHES = {"Pd", "Zs", "Zl", "Zp", "Cf", "Cc"}  # dashes, spaces, invisible characters
_POLYNOMIAL = 0b100101  # x⁵ + x² + 1, primitive over GF(2)


def _double(value: int) -> int:
    """Multiply by x in GF(32)."""
    value <<= 1
    return value ^ _POLYNOMIAL if value & 0b100000 else value


def _powers(count: int) -> list[int]:
    """1, x, x², …: `count` different elements of the field."""
    powers = [1]
    while len(powers) < count:
        powers.append(_double(powers[-1]))
    return powers


def _times(a: int, b: int) -> int:
    """Multiply in GF(32)."""
    product = 0
    while b:
        if b & 1:
            product ^= a
        a, b = _double(a), b >> 1
    return product


# The sum of a valid code, chosen so that the example in every manual, 7K3M9X, is valid.
_SUM = 14
# What a character adds to the sum: _SHARES[place][character]. The check character weighs 1.
_SHARES = [
    {symbol: _times(weight, value) for symbol, value in _VALUES.items()}
    for weight in reversed(_powers(CODE_LENGTH))
]


def check_character(body: str) -> str:
    """Return the sixth character of a code, from its first five (normalised)."""
    total = _SUM
    for shares, symbol in zip(_SHARES, body, strict=False):
        total ^= shares[symbol]
    return ALPHABET[total]


def is_well_formed(code: str) -> bool:
    """Whether a normalised text has the length and the symbols of a code, right or wrong."""
    return len(code) == CODE_LENGTH and all(symbol in _VALUES for symbol in code)


def is_valid(code: str) -> bool:
    """Whether a normalised text is a code whose check character agrees."""
    return is_well_formed(code) and check_character(code[:-1]) == code[-1]


def normalise(text: str) -> str:
    """Read what people type as Crockford says: any case, hyphens and spaces, O for 0, I or L for 1.

    Full-width characters are read as plain ones. What is not in the alphabet stays, so that the
    result may be no code at all; it is never longer than LONGEST_READ characters.
    """
    plain = unicodedata.normalize("NFKC", text[:LONGEST_READ]).upper()[:LONGEST_READ]
    kept = (sign for sign in plain if unicodedata.category(sign) not in _DASHES)
    return "".join(kept).translate(_LOOKALIKES)


def mint() -> str:
    """Return a new random code, fit to be read aloud."""
    while True:
        body = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH - 1))
        code = body + check_character(body)
        if is_fit(code):
            return code


def is_fit(code: str) -> bool:
    """Whether a code spells nothing that one would not want on a wall."""
    return not any(word in code for word in (*UNFIT, *UNFIT_NUMBERS))


def suggestions(text: str) -> list[str]:
    """Valid codes that a normalised text may have been meant for, nearest slips first, sorted.

    One character wrong, two neighbours swapped, one missing or one too many: at most a few dozen.
    None for a text further off than that.
    """
    found: list[str] = []
    if len(text) == CODE_LENGTH:
        found = [*_swaps(text), *_replaced(text)]
    elif len(text) == CODE_LENGTH - 1:
        found = _replaced_at_gaps(text)
    elif len(text) == CODE_LENGTH + 1:
        found = [text[:place] + text[place + 1 :] for place in range(len(text))]
    return [code for code in dict.fromkeys(found) if code != text and is_valid(code)]


def _swaps(text: str) -> list[str]:
    return [
        text[:place] + text[place + 1] + text[place] + text[place + 2 :]
        for place in range(len(text) - 1)
    ]


def _replaced(text: str) -> list[str]:
    return [
        text[:place] + symbol + text[place + 1 :]
        for place in range(len(text))
        for symbol in ALPHABET
    ]


def _replaced_at_gaps(text: str) -> list[str]:
    return [
        text[:place] + symbol + text[place:]
        for place in range(len(text) + 1)
        for symbol in ALPHABET
    ]
