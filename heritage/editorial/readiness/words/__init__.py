"""Words that the site does not want, or wants looked at, wherever a page says them."""
