"""Press release under embargo: forty years since the first conference."""

from datetime import date

from cms.demo.blocks import CallToAction, Event, Heading, Paragraph, Picture, Timeline
from cms.demo.texts import texts
from cms.demo.works import PressRelease

ARTICLE = PressRelease(
    slug=texts(
        de="vierzig-jahre-nach-saarbruecken", en="forty-years-after-saarbruecken", ru="сорок-лет-после-саарбрюккена"
    ),
    kicker=texts(de="Themenjahr 2027", en="Theme year 2027", ru="Тематический 2027 год"),
    title=texts(
        de="Vierzig Jahre nach Saarbrücken: Städtenetz kündigt Themenjahr zur Konferenzgeschichte an",
        en="Forty years after Saarbrücken: network announces a theme year on conference history",
        ru="Сорок лет после Саарбрюккена: 2027 год посвятят истории конференций",
    ),
    lead=texts(
        de="1987 trafen sich Partnerstädte in Saarbrücken zu einer ersten gemeinsamen Konferenz. Vierzig Jahre später sammelt das Trilog-Städtenetz, was von den Begegnungen geblieben ist: Programme, Fotografien, Erinnerungen.",
        en="In 1987 partner towns met in Saarbrücken for their first joint conference. Forty years on, the Trilog Town Network is collecting what remains of these meetings: programmes, photographs, memories.",
        ru="В 1987 году города-партнёры впервые собрались на общую конференцию в Саарбрюккене. Сорок лет спустя Сеть городов «Трилог» собирает всё, что осталось от этих встреч: программы, фотографии, воспоминания.",
    ),
    date=date(2026, 12, 15),
    picture="strahlen",
    tags=("1987", "2027"),
    contacts=("geschaeftsstelle",),
    visibility="embargoed",
    embargo_days=30,
    body=(
        Paragraph(
            texts(
                de="Über die erste Konferenz ist wenig überliefert; auch ihre Nummer in der späteren Zählung ist nicht gesichert. Das Themenjahr soll das ändern. Archive, Vereine und Verwaltungen sind eingeladen, Unterlagen zu sichten und Kopien zur Verfügung zu stellen.",
                en="Little is known about the first conference; even its number in the later count is uncertain. The theme year is meant to change that. Archives, associations and administrations are invited to go through their papers and share copies.",
                ru="О первой конференции известно немного; неясен даже её номер в позднейшем счёте. Тематический год должен это исправить. Архивы, объединения и администрации приглашаются просмотреть свои документы и предоставить копии.",
            )
        ),
        Timeline(
            title=texts(de="Belegte Konferenzen", en="Conferences on record", ru="Подтверждённые конференции"),
            events=(
                Event("1987", texts(de="Saarbrücken", en="Saarbrücken", ru="Саарбрюккен")),
                Event("2005", texts(de="Jekaterinburg", en="Yekaterinburg", ru="Екатеринбург")),
                Event("2007", texts(de="Hamburg", en="Hamburg", ru="Гамбург")),
                Event("2009", texts(de="Wolgograd", en="Volgograd", ru="Волгоград")),
                Event(
                    "2011",
                    texts(de="Rothenburg ob der Tauber", en="Rothenburg ob der Tauber", ru="Ротенбург-об-дер-Таубер"),
                ),
                Event("2013", texts(de="Uljanowsk", en="Ulyanovsk", ru="Ульяновск")),
                Event(
                    "2015",
                    texts(de="Karlsruhe und Baden-Baden", en="Karlsruhe and Baden-Baden", ru="Карлсруэ и Баден-Баден"),
                ),
                Event("2017", texts(de="Krasnodar", en="Krasnodar", ru="Краснодар")),
                Event("2019", texts(de="Kreis Düren", en="District of Düren", ru="Район Дюрен")),
                Event("2021", texts(de="Kaluga", en="Kaluga", ru="Калуга")),
            ),
        ),
        Picture("archiv"),
        Heading(
            texts(de="Gesucht: die Jahre dazwischen", en="Wanted: the years in between", ru="Ищем: годы между ними")
        ),
        Paragraph(
            texts(
                de="Zwischen 1987 und 2005 klafft in unserer Sammlung eine Lücke von achtzehn Jahren. Wenn die Konferenz von Jekaterinburg tatsächlich die achte war, müssen in diese Zeit mehrere Treffen fallen, von denen wir weder Ort noch Datum kennen.",
                en="Between 1987 and 2005 our collection has a gap of eighteen years. If the Yekaterinburg conference really was the eighth, several meetings must fall into this period whose places and dates are unknown to us.",
                ru="Между 1987 и 2005 годами в нашем собрании пробел длиной в восемнадцать лет. Если встреча в Екатеринбурге действительно была восьмой, то на это время приходится несколько конференций, о которых мы не знаем ни места, ни даты.",
            )
        ),
        CallToAction(
            text=texts(
                de="Sie haben ein Programmheft aus den neunziger Jahren? Eine Kopie genügt uns.",
                en="Do you have a conference programme from the 1990s? A copy will do.",
                ru="У вас сохранилась программа девяностых годов? Нам достаточно копии.",
            ),
            label=texts(de="Fundstück melden", en="Report a find", ru="Сообщить о находке"),
            url="https://example.org/trilog/archiv",
        ),
    ),
)
