"""Editions: what readers and apps get, and the log of how it changed."""
