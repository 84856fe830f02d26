"""One search over all editions."""
