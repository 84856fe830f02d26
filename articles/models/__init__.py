"""Articles and what belongs to them."""

from .article_page import ArticlePage, ArticleTag
from .article_rows import (
    ArticleContact,
    ArticleDocument,
    ArticlePartnership,
    ArticlePlace,
    ContactPurpose,
    RelatedArticle,
)
from .conference_report import ConferenceReportPage
from .correction import Correction
from .index_page import ArticleIndexPage
from .press_release import PressReleasePage
from .signatory import Capacity, Signatory, SignatoryVisibility
from .solidarity_letter import SigningState, SolidarityLetterPage

__all__ = [
    "ArticleContact",
    "ArticleDocument",
    "ArticleIndexPage",
    "ArticlePage",
    "ArticlePartnership",
    "ArticlePlace",
    "ArticleTag",
    "Capacity",
    "ConferenceReportPage",
    "ContactPurpose",
    "Correction",
    "PressReleasePage",
    "RelatedArticle",
    "Signatory",
    "SignatoryVisibility",
    "SigningState",
    "SolidarityLetterPage",
]
