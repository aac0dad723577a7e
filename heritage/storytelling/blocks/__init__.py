"""The blocks a story is made of. Their keys are data: short, and for ever."""

from .before_after import BeforeAfterBlock
from .factoid import FactoidBlock
from .gallery import GalleryBlock
from .heading import HeadingBlock
from .map import MapBlock, register_map_drawer
from .pages import RelatedPagesBlock
from .picture import PictureBlock
from .quote import QuoteBlock
from .recording import AudioBlock, VideoBlock
from .text import TextBlock
from .timeline import TimelineBlock

STORY_BLOCKS = [
    ("text", TextBlock()),
    ("heading", HeadingBlock(max_length=120)),
    ("picture", PictureBlock()),
    ("gallery", GalleryBlock()),
    ("quote", QuoteBlock()),
    ("factoid", FactoidBlock()),
    ("before_after", BeforeAfterBlock()),
    ("timeline", TimelineBlock()),
    ("audio", AudioBlock()),
    ("video", VideoBlock()),
    ("pages", RelatedPagesBlock()),
    ("map", MapBlock()),
]

__all__ = ["STORY_BLOCKS", "register_map_drawer"]
