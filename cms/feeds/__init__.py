"""Editions in the formats that readers, calendars and search engines subscribe to."""
