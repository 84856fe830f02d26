"""Endpoints and their deliveries in Wagtail's admin."""
