"""Where one neighbourhood ends and the next begins, for pages and for what lies in collections.

docs/decisions/0010-boundaries.md tells the rules and why Wagtail's own classes are taught them.
"""
