"""How articles become editions."""

from .article import ArticleEditionType

__all__ = ["ArticleEditionType"]
