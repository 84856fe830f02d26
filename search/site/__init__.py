"""The page on which readers search."""
