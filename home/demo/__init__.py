"""The demo city: Guangzhou, from the facts, texts and drawings in this folder.

`load` brings it in; a page that is there already is left alone.
"""
