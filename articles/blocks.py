"""The body of an article."""

from cms.core.blocks import CommonBodyBlock
from partnerships.blocks import PartnershipBlock, PartnershipListBlock


class ArticleBodyBlock(CommonBodyBlock):
    """The common blocks, and partnerships."""

    partnership = PartnershipBlock()
    partnership_list = PartnershipListBlock()
