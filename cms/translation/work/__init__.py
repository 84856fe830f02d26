"""Whose turn it is: assignments, comments, the inbox, and telling people about it."""
