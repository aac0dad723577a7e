"""An editor is told in the editor's own language."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import translation

from heritage.archive.intake import picture_admit

from . import samples


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh-hans", "请缩小到 6000 万像素以内再上传，例如 8900 × 6600。"),
        ("zh-hant", "請縮小到 6000 萬像素以內再上傳，例如 8900 × 6600。"),
        ("en", "Send it with at most 60 million pixels, for example 8900 × 6600."),
    ],
)
def test_a_wall_too_large_is_refused_in_the_editors_language(language, sentence):
    wall = ContentFile(samples.png_of_size(20000, 10000), name="wall.png")

    with translation.override(language), pytest.raises(ValidationError) as refused:
        picture_admit(wall)

    with translation.override(language):
        assert sentence in refused.value.messages[0]
