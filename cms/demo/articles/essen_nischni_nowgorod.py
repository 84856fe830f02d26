"""Press release: 35 years Essen–Nizhny Novgorod."""

from datetime import date

from cms.demo.blocks import ChosenPartnership, Embed, Gallery, Heading, Paragraph, Picture, Quote
from cms.demo.texts import texts
from cms.demo.works import PressRelease

ARTICLE = PressRelease(
    slug=texts(
        de="essen-und-nischni-nowgorod-35-jahre",
        en="essen-and-nizhny-novgorod-35-years",
        ru="эссен-и-нижний-новгород-35-лет",
    ),
    kicker=texts(de="Jahrestag", en="Anniversary", ru="Юбилей"),
    title=texts(
        de="Ruhr und Wolga: Essen und Nischni Nowgorod seit 35 Jahren verbunden",
        en="Ruhr and Volga: Essen and Nizhny Novgorod linked for 35 years",
        ru="Рур и Волга: Эссен и Нижний Новгород дружат 35 лет",
    ),
    lead=texts(
        de="Am 9. September 1991 begann die Partnerschaft zwischen Essen und Nischni Nowgorod. Das Trilog-Städtenetz nimmt den Jahrestag zum Anlass, zwei Flussstädte vorzustellen, zwischen denen 2 452 Kilometer liegen.",
        en="On 9 September 1991 Essen and Nizhny Novgorod became partners. The Trilog Town Network marks the day with a portrait of two cities on rivers, 2,452 kilometres apart.",
        ru="9 сентября 1991 года началось партнёрство Эссена и Нижнего Новгорода. К этой дате Сеть городов «Трилог» рассказывает о двух городах на реках, между которыми 2452 километра.",
    ),
    date=date(2026, 9, 9),
    place="essen",
    picture="fluss",
    places=("essen", "nizhny-novgorod"),
    partnerships=("essen--nizhny-novgorod",),
    tags=("1991", "2026"),
    contacts=("geschaeftsstelle", "jugendaustausch"),
    related=("1991-das-jahr-der-vertraege", "partnerschaftsbibliothek-eroeffnet"),
    seo_description=texts(
        de="Seit dem 9. September 1991 verbindet Essen und Nischni Nowgorod eine Städtepartnerschaft.",
        en="Essen and Nizhny Novgorod have been partner cities since 9 September 1991.",
        ru="Эссен и Нижний Новгород — города-партнёры с 9 сентября 1991 года.",
    ),
    body=(
        Paragraph(
            texts(
                de="Essen liegt an der Ruhr, Nischni Nowgorod dort, wo die Oka in die Wolga mündet. Von 1932 bis 1990 trug die Stadt den Namen Gorki; kaum hatte sie ihren alten Namen zurück, da wurde im <a href='article:1991-das-jahr-der-vertraege'>Herbst 1991</a> die Partnerschaft mit Essen geschlossen.",
                en="Essen lies on the Ruhr, Nizhny Novgorod where the Oka flows into the Volga. From 1932 to 1990 the city was called Gorky; it had barely taken back its old name when the partnership with Essen was sealed in the <a href='article:1991-das-jahr-der-vertraege'>autumn of 1991</a>.",
                ru="Эссен стоит на Руре, Нижний Новгород — у слияния Оки и Волги. С 1932 по 1990 год город назывался Горьким; едва он вернул себе историческое имя, как <a href='article:1991-das-jahr-der-vertraege'>осенью 1991 года</a> был заключён договор с Эссеном.",
            )
        ),
        ChosenPartnership("essen--nizhny-novgorod"),
        Heading(texts(de="Zwei Städte am Wasser", en="Two cities by the water", ru="Два города у воды")),
        Paragraph(
            texts(
                de="Beide Städte erzählen ihre Geschichte gern vom Wasser aus, und so liegt es nahe, die Partnerschaft in Bildern von Flüssen zu zeigen. Unsere Bildstrecke verzichtet auf Ansichtskarten: Sie übersetzt Ufer, Brücken und Dächer in Formen und Farben.",
                en="Both cities like to tell their story from the water, so pictures of rivers seemed the natural choice. Our gallery does without postcard views: it turns banks, bridges and roofs into shapes and colours.",
                ru="Оба города любят рассказывать о себе от реки, поэтому и партнёрство мы показываем через образы воды. В нашей галерее нет открыточных видов: берега, мосты и крыши превратились в формы и цвета.",
            )
        ),
        Gallery(
            title=texts(de="Ufer, Brücken, Dächer", en="Banks, bridges, roofs", ru="Берега, мосты, крыши"),
            pictures=("wellen", "bruecke", "kuppeln", "foerdertuerme"),
        ),
        Quote(
            text=texts(
                de="Fünfunddreißig Jahre sind lang genug, dass aus Gastfamilien alte Bekannte geworden sind. Was daraus wird, entscheiden die beiden Städte; wir sorgen dafür, dass nichts verloren geht.",
                en="Thirty-five years is long enough for host families to become old friends. What comes next is for the two cities to decide; our part is to make sure that nothing is lost.",
                ru="Тридцать пять лет — срок, за который принимающие семьи становятся старыми знакомыми. Что будет дальше, решать двум городам; наше дело — чтобы ничего не было забыто.",
            ),
            speaker=texts(de="Ressort Jugendaustausch", en="Youth exchange desk", ru="Отдел молодёжных обменов"),
            function=texts(de="Trilog-Städtenetz", en="Trilog Town Network", ru="Сеть городов «Трилог»"),
            date="2026-09-09",
        ),
        Heading(texts(de="Woher wir das wissen", en="How we know", ru="Откуда мы это знаем"), level=3),
        Paragraph(
            texts(
                de="Das Gründungsdatum stammt aus einem der Quelldokumente der Bibliothek. Einen Beschluss darüber, ob die Partnerschaft derzeit gelebt wird oder ruht, kennen wir auf keiner der beiden Seiten; der Stand ist deshalb als „unbekannt“ verzeichnet.",
                en="The founding date comes from one of the library’s source documents. We know of no decision on either side as to whether the partnership is currently active or dormant; its status is therefore given as ‘unknown’.",
                ru="Дата основания взята из исходных документов библиотеки. О решениях сторон — продолжать сотрудничество или приостановить его — нам ничего не известно, поэтому статус обозначен как «неизвестен».",
            )
        ),
        Embed(
            url="https://www.youtube.com/watch?v=aqz-KE-bpKQ",
            title=texts(
                de="Platzhalter: freier Animationsfilm „Big Buck Bunny“",
                en="Placeholder: the open animated film ‘Big Buck Bunny’",
                ru="Для примера: свободный анимационный фильм «Big Buck Bunny»",
            ),
        ),
        Picture("horizont"),
    ),
)
