"""Press release: Bremen is looking for a partner. Its source changed after translation."""

from datetime import date

from cms.demo.blocks import CallToAction, FactBox, Heading, Paragraph, Picture
from cms.demo.texts import texts
from cms.demo.works import PressRelease, Revision

ARTICLE = PressRelease(
    slug=texts(de="bremen-sucht-eine-partnerstadt", en="bremen-is-looking-for-a-partner", ru="бремен-ищет-партнёра"),
    kicker=texts(de="Partnersuche", en="Looking for a partner", ru="Поиск партнёра"),
    title=texts(
        de="Bremen sucht eine Partnerstadt",
        en="Bremen is looking for a partner city",
        ru="Бремен ищет город-партнёр",
    ),
    lead=texts(
        de="In der Partnerschaftsbibliothek gibt es nicht nur Paare. Bremen ist als Stadt verzeichnet, die noch eine Partnerin sucht. Wie eine solche Suche abläuft und was eine gute Anfrage ausmacht.",
        en="Not everyone in the partnership library is already part of a pair. Bremen is listed as a city in search of a partner. What such a search looks like, and what makes a good enquiry.",
        ru="В библиотеке партнёрств есть не только пары. Бремен значится в ней как город, который ещё ищет партнёра. Как устроен такой поиск и каким должно быть хорошее обращение.",
    ),
    date=date(2026, 6, 15),
    place="bremen",
    picture="hafen",
    places=("bremen",),
    tags=("2026",),
    contacts=("partnersuche",),
    states={"ru": "outdated"},
    revision=Revision(
        block=2,
        text=texts(
            de="Hilfreich ist ein kurzer Brief: Wer sind wir, was wollen wir gemeinsam tun, wer steht als Ansprechstelle bereit? Zwei Seiten genügen. Anfragen nehmen wir auf Deutsch, Englisch und Russisch entgegen; eine Frist gibt es nicht mehr.",
            en="A short letter helps: who are we, what would we like to do together, and which office will answer questions? Two pages are enough. Enquiries may be written in German, English or Russian; there is no longer a deadline.",
        ),
    ),
    seo_description=texts(
        de="Bremen ist in der Partnerschaftsbibliothek als Stadt verzeichnet, die eine Partnerin sucht. So läuft eine Partnersuche ab.",
        en="Bremen is listed in the partnership library as a city looking for a partner. How such a search works.",
        ru="Бремен значится в библиотеке партнёрств как город, который ищет партнёра. Как проходит такой поиск.",
    ),
    body=(
        Paragraph(
            texts(
                de="Städtepartnerschaften beginnen selten mit einem Vertrag. Am Anfang stehen meist Chöre, Schulen, Sportvereine oder Menschen, die sich aus dem Beruf kennen. Erst wenn daraus etwas Dauerhaftes wird, befassen sich Rat und Verwaltung damit.",
                en="Town twinning rarely starts with an agreement. More often it starts with choirs, schools, sports clubs or people who know each other from work. Only when something lasting grows from this do councils and administrations take it up.",
                ru="Побратимство редко начинается с договора. Сначала знакомятся хоры, школы, спортивные клубы или коллеги по профессии. И лишь когда из этого вырастает нечто прочное, за дело берутся совет и администрация.",
            )
        ),
        Heading(
            texts(
                de="Was eine gute Anfrage ausmacht",
                en="What makes a good enquiry",
                ru="Каким должно быть хорошее обращение",
            )
        ),
        Paragraph(
            texts(
                de="Hilfreich ist ein kurzer Brief: Wer sind wir, was wollen wir gemeinsam tun, wer steht als Ansprechstelle bereit? Zwei Seiten genügen. Anfragen sammeln wir bis zum 30. September.",
                en="A short letter helps: who are we, what would we like to do together, and which office will answer questions? Two pages are enough. Enquiries are collected until 30 September.",
                ru="Достаточно короткого письма: кто мы, что хотели бы делать вместе и какое подразделение ответит на вопросы? Двух страниц хватит. Обращения принимаются до 30 сентября.",
            )
        ),
        FactBox(
            title=texts(de="Vier Fragen vorab", en="Four questions to start with", ru="Четыре вопроса для начала"),
            text=texts(
                de="<ol><li>Welche Gruppen wollen sich begegnen?</li><li>Welche Themen verbinden beide Orte?</li><li>In welcher Sprache wird man sich verständigen?</li><li>Wer kümmert sich, wenn die erste Begeisterung nachlässt?</li></ol>",
                en="<ol><li>Which groups want to meet?</li><li>Which topics do both places share?</li><li>Which language will be used?</li><li>Who will carry on once the first enthusiasm fades?</li></ol>",
                ru="<ol><li>Кто хочет познакомиться друг с другом?</li><li>Какие темы объединяют оба города?</li><li>На каком языке будет идти общение?</li><li>Кто продолжит работу, когда первый восторг утихнет?</li></ol>",
            ),
        ),
        Picture("wellen"),
        CallToAction(
            text=texts(
                de="Sie vertreten eine Kommune und möchten Bremen kennenlernen? Die Anlaufstelle leitet Ihre Anfrage weiter.",
                en="Do you represent a municipality that would like to get to know Bremen? The contact point will pass on your enquiry.",
                ru="Вы представляете муниципалитет и хотели бы познакомиться с Бременом? Контактный пункт передаст ваше обращение.",
            ),
            label=texts(de="Anfrage schreiben", en="Write an enquiry", ru="Написать обращение"),
            url="https://example.org/trilog/partnersuche",
        ),
    ),
)
