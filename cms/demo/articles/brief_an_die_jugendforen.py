"""Solidarity letter to the young people of the youth forums; German and Russian only."""

from datetime import date

from cms.demo.blocks import Event, FactBox, Heading, Paragraph, Picture, Timeline
from cms.demo.signatories import signatories
from cms.demo.texts import texts
from cms.demo.works import SolidarityLetter

ARTICLE = SolidarityLetter(
    slug=texts(de="brief-an-die-jugendforen", ru="письмо-молодёжным-форумам"),
    kicker=texts(de="Brief der Verbundenheit", ru="Письмо солидарности"),
    title=texts(
        de="Schreibt uns, wo ihr heute seid: Brief an die Jugendforen",
        ru="Напишите, где вы сегодня: письмо участникам молодёжных форумов",
    ),
    lead=texts(
        de="Vier Jugendforen sind in der Bibliothek verzeichnet, von Krasnodar 2017 bis Moskau und Kaluga 2021. Wer damals siebzehn war, ist heute erwachsen. Ein Brief an die Teilnehmerinnen und Teilnehmer von einst.",
        ru="В библиотеке значатся четыре молодёжных форума: от Краснодара в 2017 году до Москвы и Калуги в 2021-м. Те, кому тогда было семнадцать, давно выросли. Письмо бывшим участникам.",
    ),
    date=date(2026, 8, 12),
    picture="drachen",
    places=("krasnodar", "hamburg", "kreis-dueren", "moscow", "kaluga"),
    tags=("2017", "2021"),
    contacts=("jugendaustausch",),
    addressees=texts(
        de="An alle, die an einem der vier Jugendforen teilgenommen haben",
        ru="Всем участникам четырёх молодёжных форумов",
    ),
    occasion=texts(de="Internationaler Tag der Jugend", ru="Международный день молодёжи"),
    translation_credit="Trilog",
    signatories=signatories(9),
    body=(
        Paragraph(
            texts(
                de="Wisst ihr noch, wie ihr am ersten Abend im Kreis gestanden habt und keiner anfangen wollte? Am letzten Abend wollte keiner aufhören. Dazwischen lagen lange Tage, viele Zettel an den Wänden und mindestens ein Spiel, dessen Regeln niemand ganz verstanden hat.",
                ru="Помните, как в первый вечер вы стояли в кругу и никто не решался начать? В последний вечер никто не хотел расходиться. Между ними были длинные дни, множество листков на стенах и как минимум одна игра, правил которой до конца не понял никто.",
            )
        ),
        Timeline(
            title=texts(de="Die vier Foren", ru="Четыре форума"),
            events=(
                Event(
                    "2017-06",
                    texts(de="Krasnodar", ru="Краснодар"),
                    texts(de="<p>im Rahmen der XIV. Konferenz</p>", ru="<p>в рамках XIV конференции</p>"),
                ),
                Event(
                    "2018-09-30",
                    texts(de="Hamburg", ru="Гамбург"),
                    texts(de="<p>vom 30. September bis zum 5. Oktober</p>", ru="<p>с 30 сентября по 5 октября</p>"),
                ),
                Event(
                    "2019-06",
                    texts(de="Kreis Düren", ru="Район Дюрен"),
                    texts(de="<p>im Rahmen der XV. Konferenz</p>", ru="<p>в рамках XV конференции</p>"),
                ),
                Event(
                    "2021-06-23",
                    texts(de="Moskau und Kaluga", ru="Москва и Калуга"),
                    texts(de="<p>vom 23. Juni bis zum 1. Juli</p>", ru="<p>с 23 июня по 1 июля</p>"),
                ),
            ),
        ),
        Heading(texts(de="Unsere Bitte", ru="Наша просьба")),
        Paragraph(
            texts(
                de="Schreibt uns, was geblieben ist: ein Beruf, eine Freundschaft, ein Wort in der anderen Sprache. Zwei Sätze genügen. Wir sammeln eure Antworten ohne Namen und zeigen sie, wenn ihr einverstanden seid, in der Bibliothek.",
                ru="Напишите, что осталось с вами: профессия, дружба, слово на чужом языке. Двух предложений достаточно. Мы собираем ответы без имён и, если вы не против, покажем их в библиотеке.",
            )
        ),
        Picture("mosaik"),
        Paragraph(
            texts(
                de="Und falls ihr inzwischen selbst junge Leute begleitet: Erzählt ihnen davon.",
                ru="А если вы теперь сами работаете с молодёжью, расскажите об этом ей.",
            )
        ),
        FactBox(
            title=texts(de="Zu den Unterschriften", ru="О подписях"),
            text=texts(
                de="<p>Auch dieser Brief ist Vorführmaterial: Die Unterschriften sind nach einer Regel erzeugt, und keine der genannten Stellen hat tatsächlich unterschrieben.</p>",
                ru="<p>Это письмо — тоже демонстрационный материал: подписи созданы по правилу, и ни одно из названных учреждений его на самом деле не подписывало.</p>",
            ),
        ),
    ),
)
