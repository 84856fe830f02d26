"""Press release: the partnership library opens."""

from datetime import date

from cms.demo.blocks import CallToAction, Documents, FactBox, Heading, Paragraph, Picture, Quote, Table
from cms.demo.texts import texts
from cms.demo.works import PressRelease

ARTICLE = PressRelease(
    slug=texts(
        de="partnerschaftsbibliothek-eroeffnet", en="partnership-library-opens", ru="открыта-библиотека-партнёрств"
    ),
    kicker=texts(de="Neues Angebot", en="New service", ru="Новый проект"),
    title=texts(
        de="Zweiundzwanzig Partnerschaften, drei Sprachen: die Bibliothek ist eröffnet",
        en="Twenty-two partnerships in three languages: the library is open",
        ru="Двадцать два партнёрства на трёх языках: библиотека открыта",
    ),
    lead=texts(
        de="Wer wissen will, seit wann zwei Kommunen verbunden sind, wo der Vertrag unterschrieben wurde und wie der Stand heute ist, findet die Antwort ab sofort an einem Ort. Das Trilog-Städtenetz stellt seine Partnerschaftsbibliothek auf Deutsch, Englisch und Russisch bereit.",
        en="How long have two towns been linked, where was the agreement signed, and where do things stand today? The Trilog Town Network now answers such questions in one place: its partnership library is available in German, English and Russian.",
        ru="С какого года дружат два города, где подписан договор и каково положение дел сегодня? Ответы теперь собраны в одном месте: Сеть городов «Трилог» открыла библиотеку партнёрств на немецком, английском и русском языках.",
    ),
    date=date(2026, 3, 9),
    place="witten",
    picture="boegen",
    places=("witten", "kursk", "dresden", "saint-petersburg", "spremberg", "zheleznogorsk"),
    partnerships=("witten--kursk", "dresden--saint-petersburg", "spremberg--zheleznogorsk"),
    tags=("2026",),
    contacts=("geschaeftsstelle",),
    documents=("partnerschaften",),
    seo_description=texts(
        de="Die Partnerschaftsbibliothek des Trilog-Städtenetzes verzeichnet 52 Kommunen und 22 Partnerschaften auf Deutsch, Englisch und Russisch.",
        en="The Trilog Town Network’s partnership library lists 52 municipalities and 22 partnerships in German, English and Russian.",
        ru="Библиотека Сети городов «Трилог» содержит сведения о 52 муниципалитетах и 22 партнёрствах на немецком, английском и русском языках.",
    ),
    body=(
        Paragraph(
            texts(
                de="Die Bibliothek verzeichnet zum Start 52 Kommunen in Deutschland und Russland und 22 Partnerschaften zwischen ihnen. Die älteste verbindet seit 1961 Dresden mit dem damaligen Leningrad, dem heutigen Sankt Petersburg; die jüngste wurde im April 2016 zwischen Spremberg und Schelesnogorsk im Gebiet Kursk vereinbart. Dass der Eröffnungstag auf den 9. März fällt, ist kein Zufall: An diesem Tag wurde 1991 in Witten der Vertrag mit Kursk unterzeichnet.",
                en="The library starts with 52 municipalities in Germany and Russia and the 22 partnerships between them. The oldest has linked Dresden with what was then Leningrad, now Saint Petersburg, since 1961; the youngest was agreed in April 2016 between Spremberg and Zheleznogorsk in Kursk Oblast. The opening date, 9 March, was chosen with care: on that day in 1991 the agreement with Kursk was signed in Witten.",
                ru="На старте в библиотеке 52 муниципалитета Германии и России и 22 партнёрства между ними. Самое давнее с 1961 года связывает Дрезден с тогдашним Ленинградом, нынешним Санкт-Петербургом; о самом молодом в апреле 2016 года договорились Шпремберг и Железногорск Курской области. День открытия, 9 марта, выбран не случайно: именно в этот день в 1991 году в Виттене был подписан договор с Курском.",
            )
        ),
        Heading(
            texts(de="Ein Eintrag, drei Sprachen", en="One entry, three languages", ru="Одна запись на трёх языках")
        ),
        Paragraph(
            texts(
                de="<p>Jede Partnerschaft hat eine eigene Seite. Sie zeigt,</p><ul><li>welche Kommunen beteiligt sind und wie sie in den drei Sprachen heißen,</li><li>welche Stationen belegt sind – vom ersten Kontakt bis zur Erneuerung des Vertrags,</li><li>wie der Stand auf jeder Seite ist und wer das beschlossen hat,</li><li>worin sich die Quellen widersprechen.</li></ul><p>Daten und Zahlen sind in allen Sprachen dieselben. Übersetzt wird nur, was sich übersetzen lässt: Namen, Bezeichnungen und erläuternde Sätze.</p>",
                en="<p>Every partnership has a page of its own. It shows</p><ul><li>which municipalities take part and what they are called in the three languages,</li><li>which milestones are documented, from the first contact to the renewal of an agreement,</li><li>where each side stands and who took that decision,</li><li>where the sources disagree.</li></ul><p>Dates and figures are the same in every language. Only what can be translated is translated: names, terms and explanatory sentences.</p>",
                ru="<p>У каждого партнёрства есть своя страница. На ней указано,</p><ul><li>какие муниципалитеты участвуют и как они называются на трёх языках;</li><li>какие вехи подтверждены документами — от первого контакта до продления договора;</li><li>какова позиция каждой из сторон и кто принял решение;</li><li>в чём источники расходятся между собой.</li></ul><p>Даты и цифры во всех языках одинаковы. Переводится только то, что поддаётся переводу: названия, термины и пояснения.</p>",
            )
        ),
        Picture("mosaik"),
        Table(
            caption=texts(
                de="Partnerschaften nach Ländern der deutschen Seite",
                en="Partnerships by federal state of the German side",
                ru="Партнёрства по землям немецкой стороны",
            ),
            rows=(
                (texts(de="Land", en="State", ru="Земля"), texts(de="Anzahl", en="Number", ru="Количество")),
                (texts(de="Nordrhein-Westfalen", en="North Rhine-Westphalia", ru="Северный Рейн-Вестфалия"), "7"),
                (texts(de="Niedersachsen", en="Lower Saxony", ru="Нижняя Саксония"), "3"),
                (texts(de="Baden-Württemberg", en="Baden-Württemberg", ru="Баден-Вюртемберг"), "2"),
                (texts(de="Berlin", en="Berlin", ru="Берлин"), "2"),
                (texts(de="Sachsen", en="Saxony", ru="Саксония"), "2"),
                (
                    texts(de="sechs weitere Länder", en="six other states", ru="ещё шесть земель"),
                    texts(de="je 1", en="1 each", ru="по 1"),
                ),
            ),
            header_row=True,
            header_column=True,
        ),
        Quote(
            text=texts(
                de="Eine Jahreszahl ohne Quelle ist eine Behauptung. Wir schreiben deshalb zu jedem Datum dazu, woher wir es haben – und wenn zwei Quellen sich widersprechen, stehen beide da.",
                en="A year without a source is merely a claim. That is why we say for every date where we found it – and if two sources contradict each other, we print both.",
                ru="Дата без источника — всего лишь утверждение. Поэтому у каждой даты мы указываем, откуда она взята, а если два источника противоречат друг другу, приводим оба.",
            ),
            speaker=texts(de="Geschäftsstelle", en="Secretariat", ru="Секретариат"),
            function=texts(de="Trilog-Städtenetz", en="Trilog Town Network", ru="Сеть городов «Трилог»"),
            date="2026-03",
        ),
        FactBox(
            title=texts(de="Kurz und nah, lang und weit", en="Near and far", ru="Ближе и дальше"),
            text=texts(
                de="<p>Zwischen Berlin-Lichtenberg und Kaliningrad liegen <b>523 km</b> Luftlinie, zwischen Landshut und dem Rayon Nowosibirsk <b>4 717 km</b>. Berechnet wurde die Entfernung zwischen den Ortsmittelpunkten oder den Sitzen der Verwaltung.</p>",
                en="<p>Berlin-Lichtenberg and Kaliningrad are <b>523 km</b> apart as the crow flies, Landshut and Novosibirsk District <b>4,717 km</b>. Distances were calculated between town centres or administrative seats.</p>",
                ru="<p>От Берлина-Лихтенберга до Калининграда <b>523 км</b> по прямой, от Ландсхута до Новосибирского района — <b>4717 км</b>. Расстояние рассчитано между центрами городов или административными центрами.</p>",
            ),
        ),
        Documents(
            title=texts(de="Zum Herunterladen", en="Download", ru="Файлы для скачивания"),
            documents=("partnerschaften",),
        ),
        CallToAction(
            text=texts(
                de="Fehlt ein Vertrag, stimmt ein Datum nicht, schreibt sich Ihr Ort anders? Wir freuen uns über jeden Hinweis mit Quelle.",
                en="Is an agreement missing, a date wrong, your town misspelt? Every correction is welcome, especially with a source.",
                ru="Не хватает договора, неверна дата, ошибка в названии вашего города? Будем благодарны за любое уточнение со ссылкой на источник.",
            ),
            label=texts(de="Hinweis senden", en="Send a correction", ru="Сообщить об ошибке"),
            url="https://example.org/trilog/hinweis",
        ),
    ),
)
