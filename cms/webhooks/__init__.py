"""Tells other systems what has changed: signed requests, retried, with a log of every attempt."""
