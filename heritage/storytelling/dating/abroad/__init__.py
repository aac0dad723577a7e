"""Dates in the words of other languages, said in Chinese, so that one grammar reads them all.

``in_chinese("early 19th century")`` is ``19世纪初``; ``Qing dynasty (Qianlong reign)`` is
``清时期(清乾隆年间)``. English above all; the usual words of French, Portuguese, Spanish,
German and Italian lists. Every word must be understood: one that is not makes the whole text None.
"""

from .saying import in_chinese

__all__ = ["in_chinese"]
