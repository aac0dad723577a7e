"""The demo city: Guangzhou, from the facts in `facts/`, the texts in `texts/`, the drawings in `pictures/`.

`load` brings it in; a page that is there already is left alone.
"""
