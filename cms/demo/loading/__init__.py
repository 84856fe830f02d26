"""Turns the demo content into rows: sources first, then their translations through wagtail-localize's segments."""
