"""Report: XVI conference, Kaluga 2021."""

from datetime import date

from cms.demo.blocks import Bibliography, FactBox, Heading, Paragraph, Picture, Quote, Table
from cms.demo.texts import texts
from cms.demo.works import ConferenceReport

ARTICLE = ConferenceReport(
    slug=texts(de="rueckblick-kaluga-2021", en="looking-back-kaluga-2021", ru="вспоминая-калугу-2021"),
    kicker=texts(
        de="XVI. Konferenz · Rückblick", en="16th conference · looking back", ru="XVI конференция · взгляд назад"
    ),
    title=texts(
        de="Kaluga 2021: Horizonte erweitern",
        en="Kaluga 2021: broadening horizons",
        ru="Калуга-2021: расширяя горизонты",
    ),
    lead=texts(
        de="Vom 28. bis 30. Juni 2021 war Kaluga Gastgeberin der XVI. Deutsch-Russischen Städtepartnerkonferenz. Es ist die bisher letzte in unserer Sammlung. Ein Rückblick auf Daten, Zahlen und einen Tag, den es nicht gibt.",
        en="From 28 to 30 June 2021 Kaluga hosted the 16th German–Russian Twin Towns Conference, so far the last one in our collection. A look back at dates, figures and a day that does not exist.",
        ru="С 28 по 30 июня 2021 года Калуга принимала XVI Германо-российскую конференцию городов-партнёров — пока последнюю в нашем собрании. Вспоминаем даты, цифры и один день, которого не бывает.",
    ),
    date=date(2026, 6, 28),
    place="kaluga",
    picture="planeten",
    places=("kaluga", "suhl"),
    partnerships=("suhl--kaluga",),
    conference="konferenz-2021",
    tags=("2021",),
    contacts=("geschaeftsstelle",),
    related=("brief-an-die-jugendforen",),
    author="Trilog",
    seo_description=texts(
        de="Rückblick auf die XVI. Deutsch-Russische Städtepartnerkonferenz vom 28. bis 30. Juni 2021 in Kaluga.",
        en="Looking back at the 16th German–Russian Twin Towns Conference, Kaluga, 28–30 June 2021.",
        ru="XVI Германо-российская конференция городов-партнёров прошла в Калуге 28–30 июня 2021 года.",
    ),
    body=(
        Paragraph(
            texts(
                de="„Kommunale und regionale Verbindungen stärken – Horizonte erweitern“: Unter diesem Motto kamen die Partnerstädte in Kaluga zusammen. Die Stadt an der Oka ist seit 1969 mit Suhl in Thüringen verbunden; das fünfzigjährige Bestehen dieser Partnerschaft war 2019 gefeiert worden.",
                en="‘Strengthening municipal and regional ties – broadening horizons’ was the motto under which the partner towns gathered in Kaluga. The city on the Oka has been linked with Suhl in Thuringia since 1969; the fiftieth anniversary of that partnership had been celebrated in 2019.",
                ru="«Укреплять муниципальные и региональные связи — расширять горизонты» — под таким девизом города-партнёры встретились в Калуге. Город на Оке с 1969 года дружит с Зулем в Тюрингии; пятидесятилетие этого партнёрства отметили в 2019 году.",
            )
        ),
        Heading(texts(de="Wie viele waren da?", en="How many came?", ru="Сколько было участников?")),
        Paragraph(
            texts(
                de="Auf diese Frage geben unsere Quellen drei Antworten. Sie schließen einander nicht aus: Die eine Zahl war geplant, die zweite nennt ein anderes Dokument, die dritte steht im Netz.",
                en="Our sources give three answers to this question. They do not rule each other out: one figure was planned, the second comes from another document, the third from the web.",
                ru="На этот вопрос наши источники дают три ответа. Они не исключают друг друга: одна цифра взята из плана, вторая — из другого документа, третья — из интернета.",
            )
        ),
        Table(
            caption=texts(
                de="Angaben zur Teilnehmerzahl", en="Figures for attendance", ru="Сведения о числе участников"
            ),
            rows=(
                (
                    texts(de="Zahl", en="Figure", ru="Число"),
                    texts(de="Art", en="Kind", ru="Характер"),
                    texts(de="Quelle", en="Source", ru="Источник"),
                ),
                (
                    "200",
                    texts(de="geplant", en="planned", ru="план"),
                    texts(de="Quelldokument 004", en="source document 004", ru="исходный документ 004"),
                ),
                (
                    "350–400",
                    texts(de="angegeben", en="stated", ru="указано"),
                    texts(de="Quelldokument 003", en="source document 003", ru="исходный документ 003"),
                ),
                (
                    texts(de="über 350", en="over 350", ru="более 350"),
                    texts(de="berichtet", en="reported", ru="по сообщениям"),
                    texts(de="Netz", en="web", ru="интернет"),
                ),
            ),
        ),
        FactBox(
            title=texts(de="Der 31. Juni", en="The 31st of June", ru="31 июня"),
            text=texts(
                de="<p>In einem der Dokumente endet die Konferenz am „31. Juni“. Diesen Tag kennt der Kalender nicht, und auch die Bibliothek nimmt ihn nicht an. Belegt ist der <b>30. Juni 2021</b>.</p>",
                en="<p>In one of the documents the conference ends on ‘31 June’. The calendar knows no such day, and the library refuses it, too. The documented date is <b>30 June 2021</b>.</p>",
                ru="<p>В одном из документов конференция заканчивается «31 июня». Такого дня в календаре нет, и библиотека его тоже не примет. Подтверждённая дата — <b>30 июня 2021 года</b>.</p>",
            ),
        ),
        Picture("horizont"),
        Heading(texts(de="Das vierte Jugendforum", en="The fourth youth forum", ru="Четвёртый молодёжный форум")),
        Paragraph(
            texts(
                de="Schon am 23. Juni hatte in Moskau das vierte Jugendforum begonnen. Es führte die Jugendlichen weiter nach Kaluga und dauerte bis zum 1. Juli; für einige Tage waren damit zwei Generationen in derselben Stadt.",
                en="The fourth youth forum had already opened in Moscow on 23 June. It took the young people on to Kaluga and lasted until 1 July, so that for a few days two generations were in the same city.",
                ru="Ещё 23 июня в Москве начался четвёртый молодёжный форум. Затем его участники переехали в Калугу, где форум продолжался до 1 июля; на несколько дней в одном городе сошлись два поколения.",
            )
        ),
        Quote(
            text=texts(
                de="Konferenzen enden mit einer Erklärung. Das Beste steht meist nicht darin: die Telefonnummer auf einer Serviette.",
                en="Conferences end with a declaration. The best part is usually not in it: the phone number on a napkin.",
                ru="Конференции заканчиваются декларацией. Но самого ценного в ней обычно нет — номера телефона на салфетке.",
            ),
            speaker=texts(de="Arbeitskreis Archiv", en="Archive working group", ru="Рабочая группа «Архив»"),
            function=texts(de="Trilog-Städtenetz", en="Trilog Town Network", ru="Сеть городов «Трилог»"),
            extract=True,
        ),
        Bibliography(
            kind="archive",
            title="Quelldokumente 003 und 004 zur Geschichte der Partnerschaften",
        ),
    ),
)
