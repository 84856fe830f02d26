"""The body of home and section pages."""

from cms.core.blocks import CommonBodyBlock


class PageBodyBlock(CommonBodyBlock):
    """Everything that a body may hold."""
