"""Translations as files that translators' own programs read and write."""
