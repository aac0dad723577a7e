"""What a page's print shows of its plaques."""

from django.template import Context, Template

PRINTS = Template("{% load plaques %}{% plaque_prints codes %}")


def test_each_code_is_printed_as_a_symbol_with_its_characters_under_it():
    html = PRINTS.render(Context({"codes": ["7K3M9X", "ABCDEF"]}))

    assert html.count("<svg") == 2
    assert "<figcaption>7K3M9X</figcaption>" in html
    assert "style" not in html


def test_a_page_without_plaques_prints_nothing():
    assert not PRINTS.render(Context({"codes": []})).strip()


def test_what_is_no_code_is_never_drawn():
    html = Template("{% load plaques %}{% plaque_qr code %}").render(Context({"code": "<b>1234"}))

    assert html == ""
