"""Press release: the status is kept per side. Its Russian translation is incomplete."""

from datetime import date

from cms.demo.blocks import Bibliography, FactBox, Heading, Paragraph, Picture, Quote, Table
from cms.demo.texts import texts
from cms.demo.works import PressRelease

_DORMANT = texts(de="ruht", en="dormant", ru="приостановлено")
_KEPT = texts(de="fortgeführt", en="continued", ru="продолжается")
_SUSPENDED = texts(de="ausgesetzt", en="suspended", ru="прервано")

ARTICLE = PressRelease(
    slug=texts(de="der-stand-je-seite", en="where-each-side-stands", ru="позиция-каждой-стороны"),
    kicker=texts(de="Aus der Bibliothek", en="From the library", ru="Из библиотеки"),
    title=texts(
        de="Ruht, gilt, unbekannt: Wie die Bibliothek den Stand einer Partnerschaft verzeichnet",
        en="Dormant, continued, unknown: how the library records where a partnership stands",
        ru="Приостановлено, действует, неизвестно: как библиотека отмечает положение дел",
    ),
    lead=texts(
        de="Zu einer Partnerschaft gehören zwei Seiten, und jede entscheidet für sich. Die Bibliothek hält deshalb fest, was welche Seite wann beschlossen hat – soweit es eine Quelle dafür gibt.",
        en="A partnership has two sides, and each decides for itself. That is why the library records which side decided what and when – as far as there is a source.",
        ru="В партнёрстве две стороны, и каждая решает сама. Поэтому библиотека указывает, какая сторона, что и когда решила, — если на это есть источник.",
    ),
    date=date(2026, 8, 17),
    picture="fenster",
    places=("aachen", "herne", "luedenscheid", "dresden", "suhl"),
    partnerships=(
        "aachen--kostroma",
        "herne--belgorod",
        "luedenscheid--taganrog",
        "dresden--saint-petersburg",
        "suhl--kaluga",
    ),
    tags=("2022", "2026"),
    contacts=("geschaeftsstelle",),
    related=("partnerschaftsbibliothek-eroeffnet", "selenogradsk-ist-nicht-selenograd"),
    states={"ru": "partial"},
    seo_description=texts(
        de="Warum die Partnerschaftsbibliothek den Stand einer Partnerschaft für jede Seite einzeln und mit Quelle verzeichnet.",
        en="Why the partnership library records the position of each side of a partnership separately and with its source.",
        ru="Почему библиотека партнёрств указывает положение каждой стороны отдельно и со ссылкой на источник.",
    ),
    body=(
        Paragraph(
            texts(
                de="Im Laufe des Jahres 2022 haben sich mehrere deutsche Räte und Kreistage mit ihren Partnerschaften in Russland befasst. Die Beschlüsse fielen verschieden aus: Einige Kommunen lassen die offiziellen Kontakte ruhen, andere führen sie fort, eine hat die Partnerschaft förmlich ausgesetzt. In der Bibliothek steht zu zwölf der 22 Partnerschaften ein Stand der deutschen Seite. Zur russischen Seite liegt uns in keinem Fall ein Beschluss vor; dort heißt es „unbekannt“.",
                en="In the course of 2022 several German councils discussed their partnerships in Russia. Their decisions differed: some municipalities let official contacts rest, others continue them, and one has formally suspended its partnership. For twelve of the 22 partnerships the library gives a status of the German side. No decision of the Russian side is known to us in any case; its status is ‘unknown’.",
                ru="В течение 2022 года ряд немецких советов обсуждал свои партнёрства с российскими городами. Решения оказались разными: одни муниципалитеты приостановили официальные контакты, другие их продолжают, один формально прервал партнёрство на время. Для двенадцати из 22 партнёрств в библиотеке указано положение немецкой стороны. О решениях российской стороны сведений у нас нет ни в одном случае, поэтому там стоит «неизвестно».",
            )
        ),
        Table(
            caption=texts(
                de="Beschlüsse deutscher Räte mit bekanntem Datum",
                en="Decisions of German councils whose date is known",
                ru="Решения немецких советов с известной датой",
            ),
            rows=(
                (
                    texts(de="Kommune", en="Municipality", ru="Муниципалитет"),
                    texts(de="Datum", en="Date", ru="Дата"),
                    texts(de="Stand", en="Status", ru="Положение"),
                    texts(de="Quelle", en="Source", ru="Источник"),
                ),
                (
                    texts(de="Suhl", en="Suhl", ru="Зуль"),
                    texts(de="2. März 2022", en="2 March 2022", ru="2 марта 2022 года"),
                    _KEPT,
                    "–",
                ),
                (
                    texts(de="Dresden", en="Dresden", ru="Дрезден"),
                    texts(de="3. März 2022", en="3 March 2022", ru="3 марта 2022 года"),
                    _KEPT,
                    "dresden.de",
                ),
                (
                    texts(de="Herne", en="Herne", ru="Херне"),
                    texts(de="15. März 2022", en="15 March 2022", ru="15 марта 2022 года"),
                    _DORMANT,
                    "halloherne.de",
                ),
                (
                    texts(de="Aachen", en="Aachen", ru="Ахен"),
                    texts(de="30. März 2022", en="30 March 2022", ru="30 марта 2022 года"),
                    _DORMANT,
                    "top-aachen.de",
                ),
                (
                    texts(de="Lüdenscheid", en="Lüdenscheid", ru="Люденшайд"),
                    texts(de="26. September 2022", en="26 September 2022", ru="26 сентября 2022 года"),
                    _SUSPENDED,
                    "luedenscheid.de",
                ),
            ),
        ),
        Heading(texts(de="Wenn sich Angaben widersprechen", en="When statements conflict")),
        Paragraph(
            texts(
                de="Für den Landkreis Landshut kennen wir zwei Aussagen: Im März 2022 hieß es, die Partnerschaft werde nicht auf Eis gelegt; ab 2023 ist von ruhenden offiziellen Kontakten die Rede. Beide stehen im Eintrag, jede mit ihrer Quelle und ihrem Datum. Als Stand gilt die jüngere.",
                en="For the District of Landshut two statements are known to us: in March 2022 it was said that the partnership would not be put on ice; from 2023 official contacts are described as dormant. The entry gives both, each with its source and its date. The later one counts as the status.",
            )
        ),
        Quote(
            text=texts(
                de="„Ruht“ heißt nicht „beendet“, und „unbekannt“ heißt nicht „nein“. Auf diese Unterschiede kommt es an.",
                en="‘Dormant’ does not mean ‘ended’, and ‘unknown’ does not mean ‘no’. These differences matter.",
            ),
            speaker=texts(de="Redaktion der Bibliothek", en="Library editors"),
            function=texts(de="Trilog-Städtenetz", en="Trilog Town Network", ru="Сеть городов «Трилог»"),
        ),
        FactBox(
            title=texts(de="Die fünf Stufen", en="The five states", ru="Пять вариантов"),
            text=texts(
                de="<p><b>aktiv</b>, <b>ruhend</b>, <b>ausgesetzt</b>, <b>beendet</b>, <b>unbekannt</b> – für jede Seite einzeln, mit Datum, beschließendem Gremium und Quelle.</p>",
                en="<p><b>active</b>, <b>dormant</b>, <b>suspended</b>, <b>ended</b>, <b>unknown</b> – for each side separately, with date, deciding body and source.</p>",
                ru="<p><b>действует</b>, <b>приостановлено</b>, <b>прервано</b>, <b>завершено</b>, <b>неизвестно</b> — отдельно для каждой стороны, с датой, принявшим решение органом и источником.</p>",
            ),
        ),
        Picture("treppen"),
        Bibliography(
            kind="article",
            title="Bericht über die Partnerschaft mit Kimry",
            publication="Stuttgarter Zeitung",
            date="2024-08",
        ),
    ),
)
