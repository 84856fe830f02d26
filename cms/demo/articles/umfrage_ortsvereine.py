"""Press release that exists in German only."""

from datetime import date

from cms.demo.blocks import Heading, Paragraph, Picture
from cms.demo.texts import texts
from cms.demo.works import PressRelease

ARTICLE = PressRelease(
    slug=texts(de="umfrage-unter-den-ortsvereinen"),
    kicker=texts(de="In eigener Sache"),
    title=texts(de="Was braucht ihr? Umfrage unter den Ortsvereinen beginnt"),
    lead=texts(
        de="Welche Hilfen wünschen sich die Partnerschaftsvereine vor Ort: Vorlagen, Übersetzungen, Ansprechstellen? Das Trilog-Städtenetz fragt nach. Die Umfrage richtet sich an deutsche Vereine und wird deshalb nur auf Deutsch veröffentlicht."
    ),
    date=date(2026, 10, 26),
    picture="treppen",
    tags=("2026",),
    contacts=("geschaeftsstelle",),
    body=(
        Paragraph(
            texts(
                de="Der Fragebogen hat zwölf Fragen und lässt sich in einer Viertelstunde beantworten. Er fragt nicht nach Personen, sondern nach Aufgaben: Wer übersetzt? Wer hält die Chronik? Woran scheitert ein Besuch?"
            )
        ),
        Heading(texts(de="So geht es weiter")),
        Paragraph(
            texts(
                de="Antworten sind bis zum 31. Januar möglich. Die Ergebnisse fassen wir ohne Ortsnamen zusammen und veröffentlichen sie im Frühjahr. Rückfragen beantwortet die Geschäftsstelle, z. B. zu Vereinen, die zwei Partnerschaften zugleich betreuen."
            )
        ),
        Picture("haende"),
    ),
)
