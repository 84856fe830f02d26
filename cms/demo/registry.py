"""The one list of demo articles; the loader and the tests both read it."""

from cms.demo.articles import (
    arbeitsprogramm_2027,
    bremen_sucht,
    brief_an_die_jugendforen,
    dank_an_die_dolmetscher,
    essen_nischni_nowgorod,
    gruss_zum_jahrestag,
    jahr_der_vertraege,
    konferenz_dueren_2019,
    konferenz_kaluga_2021,
    konferenz_karlsruhe_2015,
    konferenz_krasnodar_2017,
    namen_und_schreibweisen,
    partnerschaftsbibliothek,
    pressemappe,
    stand_je_seite,
    umfrage_ortsvereine,
    vierzig_jahre_saarbruecken,
)
from cms.demo.works import DemoArticle

ARTICLES: tuple[DemoArticle, ...] = tuple(
    module.ARTICLE
    for module in (
        partnerschaftsbibliothek,
        jahr_der_vertraege,
        essen_nischni_nowgorod,
        bremen_sucht,
        namen_und_schreibweisen,
        stand_je_seite,
        umfrage_ortsvereine,
        pressemappe,
        vierzig_jahre_saarbruecken,
        arbeitsprogramm_2027,
        brief_an_die_jugendforen,
        gruss_zum_jahrestag,
        dank_an_die_dolmetscher,
        konferenz_kaluga_2021,
        konferenz_dueren_2019,
        konferenz_krasnodar_2017,
        konferenz_karlsruhe_2015,
    )
)
"""Articles in the order in which they are loaded: related and linked articles come first."""


def article(key: str) -> DemoArticle:
    """Return the article whose source slug is ``key``."""
    return next(article for article in ARTICLES if article.key == key)
