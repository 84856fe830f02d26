"""Jobs: operations for many works at once."""
