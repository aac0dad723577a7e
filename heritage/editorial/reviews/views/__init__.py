"""The reviews in the admin: an inbox, a story's review, its withdrawal."""
