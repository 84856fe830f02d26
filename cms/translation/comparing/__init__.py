"""Showing what changed between two texts of a source."""
