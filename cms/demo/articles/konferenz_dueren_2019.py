"""Report: XV conference, District of Düren 2019."""

from datetime import date

from cms.demo.blocks import ChosenPartnership, Event, FactBox, Gallery, Heading, Paragraph, Timeline
from cms.demo.texts import texts
from cms.demo.works import ConferenceReport

ARTICLE = ConferenceReport(
    slug=texts(de="rueckblick-kreis-dueren-2019", en="looking-back-dueren-2019", ru="вспоминая-дюрен-2019"),
    kicker=texts(
        de="XV. Konferenz · Rückblick", en="15th conference · looking back", ru="XV конференция · взгляд назад"
    ),
    title=texts(
        de="Kreis Düren 2019: sieben Arbeitsgruppen, mehr als siebenhundert Gäste",
        en="District of Düren 2019: seven working groups, more than seven hundred guests",
        ru="Район Дюрен, 2019 год: семь рабочих групп и более семисот гостей",
    ),
    lead=texts(
        de="Die XV. Städtepartnerkonferenz im Kreis Düren war nach Angaben der Veranstalter die größte, von der wir eine Zahl kennen. Warum ein Landkreis Gastgeber sein konnte – und wann die Konferenz eigentlich anfing.",
        en="According to its organisers, the 15th Twin Towns Conference in the District of Düren was the largest for which we know a figure. Why a rural district could be the host – and when the conference actually began.",
        ru="По данным организаторов, XV конференция городов-партнёров в районе Дюрен стала самой многолюдной из тех, о которых нам известны цифры. Почему её принимал сельский район и когда она, собственно, началась.",
    ),
    date=date(2026, 6, 25),
    place="kreis-dueren",
    picture="gruppen",
    places=("kreis-dueren", "mytishchi"),
    partnerships=("kreis-dueren--mytishchi",),
    conference="konferenz-2019",
    tags=("2019",),
    contacts=("geschaeftsstelle",),
    author="Trilog",
    related=("rueckblick-kaluga-2021",),
    seo_description=texts(
        de="Rückblick auf die XV. Deutsch-Russische Städtepartnerkonferenz im Juni 2019 im Kreis Düren.",
        en="Looking back at the 15th German–Russian Twin Towns Conference, District of Düren, June 2019.",
        ru="XV Германо-российская конференция городов-партнёров прошла в районе Дюрен в июне 2019 года.",
    ),
    body=(
        Paragraph(
            texts(
                de="Städtepartnerkonferenzen finden nicht nur in Städten statt. Der Kreis Düren ist seit April 2011 mit Mytischtschi bei Moskau verbunden; unterzeichnet wurde der Vertrag am 13. April 2011 im Berliner Schloss Bellevue. Acht Jahre später lud der Kreis die Partner aus beiden Ländern zu sich ein.",
                en="Twin towns conferences are not held in towns alone. The District of Düren has been linked with Mytishchi near Moscow since April 2011; the agreement was signed on 13 April 2011 at Bellevue Palace in Berlin. Eight years later the district invited the partners from both countries.",
                ru="Конференции городов-партнёров проходят не только в городах. Район Дюрен с апреля 2011 года дружит с подмосковными Мытищами; договор был подписан 13 апреля 2011 года в берлинском дворце Бельвю. Восемь лет спустя район пригласил к себе партнёров из обеих стран.",
            )
        ),
        ChosenPartnership("kreis-dueren--mytishchi"),
        Heading(texts(de="Drei Tage oder vier?", en="Three days or four?", ru="Три дня или четыре?")),
        Paragraph(
            texts(
                de="In unserem Quelldokument dauert die Konferenz vom 25. bis 27. Juni 2019, auf der Seite der Veranstalter vom 25. bis 28. Juni. Vermutlich ist einmal das Programm gemeint und einmal der ganze Aufenthalt; sicher wissen wir es nicht. Die Bibliothek führt deshalb beide Angaben.",
                en="In our source document the conference lasts from 25 to 27 June 2019, on the organisers’ website from 25 to 28 June. Perhaps one refers to the programme and the other to the whole stay; we do not know for certain. The library therefore lists both.",
                ru="В исходном документе конференция длится с 25 по 27 июня 2019 года, на сайте организаторов — с 25 по 28 июня. Возможно, в одном случае речь о программе, а в другом — о пребывании в целом; наверняка мы этого не знаем. Поэтому в библиотеке указаны обе версии.",
            )
        ),
        FactBox(
            title=texts(de="In Zahlen", en="In figures", ru="В цифрах"),
            text=texts(
                de="<p><b>mehr als 700</b> Teilnehmende nach Angaben der Veranstalter<br/><b>7</b> Arbeitsgruppen<br/><b>1</b> Jugendforum, das dritte seiner Art</p>",
                en="<p><b>more than 700</b> participants according to the organisers<br/><b>7</b> working groups<br/><b>1</b> youth forum, the third of its kind</p>",
                ru="<p><b>более 700</b> участников по данным организаторов<br/><b>7</b> рабочих групп<br/><b>1</b> молодёжный форум, третий по счёту</p>",
            ),
        ),
        Gallery(
            title=texts(de="Felder, Wege, Stücke", en="Fields, paths, pieces", ru="Поля, пути, фрагменты"),
            pictures=("felder", "boegen", "mosaik"),
        ),
        Timeline(
            title=texts(de="Der Weg nach Düren", en="The road to Düren", ru="Путь в Дюрен"),
            events=(
                Event(
                    "2011-04-13",
                    texts(de="Vertrag mit Mytischtschi", en="Agreement with Mytishchi", ru="Договор с Мытищами"),
                    texts(
                        de="<p>Unterschrift im Schloss Bellevue</p>",
                        en="<p>signed at Bellevue Palace</p>",
                        ru="<p>подписан во дворце Бельвю</p>",
                    ),
                ),
                Event(
                    "2017-06-28",
                    texts(
                        de="XIV. Konferenz in Krasnodar",
                        en="14th conference in Krasnodar",
                        ru="XIV конференция в Краснодаре",
                    ),
                ),
                Event(
                    "2019-06-25",
                    texts(
                        de="XV. Konferenz im Kreis Düren",
                        en="15th conference in the District of Düren",
                        ru="XV конференция в районе Дюрен",
                    ),
                ),
            ),
        ),
        Paragraph(
            texts(
                de="Wer eines der sieben Gruppenprotokolle aufbewahrt hat, kann helfen, die Lücken zu schließen: Die Titel der Arbeitsgruppen fehlen uns noch.",
                en="Anyone who has kept the minutes of one of the seven groups can help to fill the gaps: we still lack the titles of the working groups.",
                ru="Если у кого-то сохранился протокол одной из семи групп, он поможет восполнить пробелы: названий рабочих групп у нас пока нет.",
            )
        ),
    ),
)
