"""Keeping what engines know in step with the log of changes."""
