"""Locales of a work that go live together: the rules, the schedule and the admin's page."""
