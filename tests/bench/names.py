"""The servers that are compared."""

OURS, DOOR, V2, BARE, WSGI = "Trilog", "Trilog, front door", "Wagtail API v2", "bare view", "bare WSGI"
