"""The archive's own forms, which look at what is in a file."""
