"""The partnership library: municipalities, partnerships, conferences, organisations, contacts."""
