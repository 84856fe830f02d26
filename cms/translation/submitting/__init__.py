"""The dialog in which editors give a work to translators."""
