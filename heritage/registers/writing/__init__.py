"""A plan into draft pages, and back: many at once, as Wagtail itself would have saved them."""
