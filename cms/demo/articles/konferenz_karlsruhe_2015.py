"""Report: XIII conference, Karlsruhe and Baden-Baden 2015; German and English only."""

from datetime import date

from cms.demo.blocks import FactBox, Heading, Paragraph, PartnershipList, Picture
from cms.demo.texts import texts
from cms.demo.works import ConferenceReport

ARTICLE = ConferenceReport(
    slug=texts(de="rueckblick-karlsruhe-und-baden-baden-2015", en="looking-back-karlsruhe-and-baden-baden-2015"),
    kicker=texts(de="XIII. Konferenz · Rückblick", en="13th conference · looking back"),
    title=texts(
        de="Karlsruhe und Baden-Baden 2015: eine Konferenz, zwei Gastgeberinnen",
        en="Karlsruhe and Baden-Baden 2015: one conference, two hosts",
    ),
    lead=texts(
        de="Zum ersten Mal in unserer Sammlung teilten sich zwei Städte eine Konferenz. Rund fünfhundert Gäste pendelten Ende Juni 2015 zwischen Fächerstadt und Kurort.",
        en="For the first time in our collection two cities shared one conference. Some five hundred guests commuted between the fan-shaped city and the spa town at the end of June 2015.",
    ),
    date=date(2026, 7, 1),
    place="karlsruhe",
    picture="faecher",
    places=("karlsruhe", "baden-baden"),
    conference="konferenz-2015",
    tags=("2015",),
    contacts=("geschaeftsstelle",),
    author="Trilog",
    body=(
        Paragraph(
            texts(
                de="Am Abend des 27. Juni 2015 begann es mit einem Empfang, vom 28. bis 30. Juni wurde gearbeitet. Karlsruhe, dessen Straßen vom Schloss ausgehen wie die Stäbe eines Fächers, und Baden-Baden am Rand des Schwarzwalds sind mit der Bahn rasch zu erreichen; aus zwei Tagungsorten wurde so ein gemeinsamer.",
                en="It started with a reception on the evening of 27 June 2015; work went on from 28 to 30 June. Karlsruhe, whose streets radiate from the palace like the ribs of a fan, and Baden-Baden on the edge of the Black Forest are a short train ride apart, so two venues became one.",
            )
        ),
        Picture("bruecke"),
        Heading(texts(de="Der Südwesten und seine Partner", en="The south-west and its partners")),
        Paragraph(
            texts(
                de="Baden-Württemberg ist in der Bibliothek mit zwei Partnerschaften aus dem Jahr 1991 vertreten: Der Rems-Murr-Kreis verband sich mit dem Rayon Dmitrow, Kornwestheim mit Kimry an der Wolga.",
                en="Baden-Württemberg appears in the library with two partnerships dating from 1991: the Rems-Murr District joined with Dmitrov District, Kornwestheim with Kimry on the Volga.",
            )
        ),
        PartnershipList(
            title=texts(de="Partnerschaften in Baden-Württemberg", en="Partnerships in Baden-Württemberg"),
            region="DE-BW",
        ),
        FactBox(
            title=texts(de="Steckbrief", en="At a glance"),
            text=texts(
                de="<ul><li>XIII. Deutsch-Russische Städtepartnerkonferenz</li><li>28. bis 30. Juni 2015, Empfang am 27. Juni</li><li>rund 500 Teilnehmende (Angabe im Netz)</li></ul>",
                en="<ul><li>13th German–Russian Twin Towns Conference</li><li>28 to 30 June 2015, reception on 27 June</li><li>some 500 participants (web source)</li></ul>",
            ),
        ),
    ),
)
