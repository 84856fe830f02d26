"""Press release that is still a draft."""

from datetime import date

from cms.demo.blocks import Heading, Paragraph
from cms.demo.texts import texts
from cms.demo.works import PressRelease

ARTICLE = PressRelease(
    slug=texts(de="arbeitsprogramm-2027"),
    kicker=texts(de="Entwurf"),
    title=texts(de="Arbeitsprogramm 2027: mehr Sprachen, mehr Archiv, mehr Jugend"),
    lead=texts(
        de="Der Vorstand berät im Dezember über das Arbeitsprogramm für 2027. Dieser Entwurf ist noch nicht abgestimmt und nicht zur Veröffentlichung bestimmt."
    ),
    date=date(2026, 12, 1),
    picture="wellen",
    tags=("2027",),
    contacts=("geschaeftsstelle",),
    visibility="draft",
    body=(
        Paragraph(
            texts(
                de="Drei Vorhaben stehen zur Wahl: eine vierte Sprache für die Partnerschaftsbibliothek, eine Sammlung zur Geschichte der Konferenzen und ein Treffen früherer Teilnehmerinnen und Teilnehmer der Jugendforen. Welche davon sich finanzieren lassen, ist offen."
            )
        ),
        Heading(texts(de="Noch zu klären")),
        Paragraph(
            texts(
                de="<ul><li>Kosten der Übersetzung</li><li>Ort und Zeitpunkt des Treffens</li><li>Zuständigkeit für das Archiv</li></ul>"
            )
        ),
    ),
)
