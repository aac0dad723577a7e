"""Tell EDTF that somebody typed from words that only look like it."""

import re

_EDTF = re.compile(
    r"(?=.*[X~%?/.])-?[0-9X]{4}[-0-9X~%?/.]{0,40}|(?:\.\.)?/-?[0-9X]{4}[-0-9X~%?]{0,8}"
    r"|[\[{](?=.*[,.])[-0-9X~%?,. ]{4,80}[\]}]|Y-?[0-9ES]{5,16}"
    r"|[?~%]?[0-9]{4}-[?~%]?[0-9]{2}[-0-9~?%]{0,8}",
    re.ASCII,
)


def looks_typed(text: str) -> bool:
    """Whether a text without blanks around it has a form of EDTF that no source would write.

    ``1920-24`` is rather a range than the winter of 1920; ``1888-21`` can only be a spring.
    """
    is_range = re.fullmatch(r"[0-9]{4}-[0-9]{2}", text) and text[5:] > text[2:4]
    return bool(_EDTF.fullmatch(text)) and not is_range
