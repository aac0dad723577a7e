"""Historical dates as Chinese sources write them.

``read(text)`` gives a ``Reading``: the words, an EDTF string and the days that bound it.
``read_edtf`` does the same for EDTF an editor typed, and ``describe`` says in people's words what
an EDTF string means. Pure Python; nothing here raises on a source's text.
"""

from .day import Day
from .describe import describe
from .reading import Reading, read, read_edtf
from .unknown import says_unknown

__all__ = ["Day", "Reading", "describe", "read", "read_edtf", "says_unknown"]
