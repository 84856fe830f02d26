"""The home page, its sections, and everything else in the page tree that is no article."""
