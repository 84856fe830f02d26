"""The body of an article."""

from cms.core.blocks import CommonBodyBlock


class ArticleBodyBlock(CommonBodyBlock):
    """Everything that a body may hold."""
