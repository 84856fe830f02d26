"""Wagtail's own API (version 3), for programs that edit: off unless switched on, and without its leaks."""
