"""The page where people plan that languages of a work are published together."""
