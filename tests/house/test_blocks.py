"""Every block of a story has a template, a description and a preview, so one can choose it."""

import pytest
from django.template.loader import get_template
from django.urls import reverse
from wagtail.blocks import ListBlock

from heritage.storytelling.blocks import STORY_BLOCKS


@pytest.mark.parametrize(("key", "block"), STORY_BLOCKS, ids=[key for key, _ in STORY_BLOCKS])
def test_a_block_has_its_template_description_and_preview(key, block):
    assert block.meta.template == f"blocks/{template_name(block)}.html"
    assert get_template(block.meta.template)
    assert block.get_description()
    assert block.is_previewable
    assert block.meta.icon != "placeholder"


@pytest.mark.parametrize(("key", "block"), STORY_BLOCKS, ids=[key for key, _ in STORY_BLOCKS])
def test_a_block_key_is_short_for_it_is_data(key, block):
    assert key.replace("_", "").isalpha() and key.islower() and len(key) <= 16


def template_name(block) -> str:
    """QuoteBlock → quote: the template is named after the class."""
    name = type(block).__name__.removesuffix("Block")
    return "".join(f"_{c.lower()}" if c.isupper() and i else c.lower() for i, c in enumerate(name))


def test_a_list_inside_a_block_is_bounded():
    for key, block in STORY_BLOCKS:
        children = getattr(block, "child_blocks", {}).values()
        for child in children:
            if isinstance(child, ListBlock):
                assert child.meta.min_num, f"{key}: {child.name} may be empty"


@pytest.mark.parametrize(("key", "block"), STORY_BLOCKS, ids=[key for key, _ in STORY_BLOCKS])
def test_a_block_shows_its_preview_in_the_block_picker(admin, key, block):
    address = reverse("wagtailadmin_block_preview")
    answer = admin.get(address, {"id": block.definition_prefix})
    assert answer.status_code == 200
    assert 'class="prose"' in answer.text
