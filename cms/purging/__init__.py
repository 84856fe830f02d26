"""Tells caches in front of the site what has become stale."""
