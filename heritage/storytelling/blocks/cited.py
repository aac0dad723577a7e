from wagtail.blocks import StructBlock, StructValue

from .cites import CitesBlock, numbers


class CitedValue(StructValue):
    """A block's value that knows which sources back it."""

    @property
    def source_numbers(self) -> list[int]:
        return numbers(self.get("cites", ""))


class CitedBlock(StructBlock):
    """A block that states facts, and says who says so."""

    cites = CitesBlock()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # One writes first and says where it comes from afterwards.
        self.child_blocks.move_to_end("cites")

    class Meta:
        value_class = CitedValue
