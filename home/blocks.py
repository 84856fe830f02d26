"""The body of home and section pages."""

from cms.core.blocks import CommonBodyBlock
from partnerships.blocks import PartnershipBlock, PartnershipListBlock


class PageBodyBlock(CommonBodyBlock):
    """The common blocks, and partnerships."""

    partnership = PartnershipBlock()
    partnership_list = PartnershipListBlock()
