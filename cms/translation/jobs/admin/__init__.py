"""Ordering jobs in the admin, and looking after them."""
