"""Trilog, a trilingual newsroom: the project package."""
