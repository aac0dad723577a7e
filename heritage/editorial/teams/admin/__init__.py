"""“People” in the admin: who is here, in which role, and how that changes."""
