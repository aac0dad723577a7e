"""Bringing registers in from the admin: a file, its columns, a check, the drafts, and back."""
