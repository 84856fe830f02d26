"""The error that says why no search server can be started here."""


class SearchServersUnavailableError(Exception):
    """There is no JDK, no Maven, no archive. The message tells what to do."""
