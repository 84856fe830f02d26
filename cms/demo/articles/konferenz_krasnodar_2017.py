"""Report: XIV conference, Krasnodar 2017."""

from datetime import date

from cms.demo.blocks import Bibliography, Heading, Paragraph, Picture, Quote, Table
from cms.demo.texts import texts
from cms.demo.works import ConferenceReport

ARTICLE = ConferenceReport(
    slug=texts(de="rueckblick-krasnodar-2017", en="looking-back-krasnodar-2017", ru="вспоминая-краснодар-2017"),
    kicker=texts(
        de="XIV. Konferenz · Rückblick", en="14th conference · looking back", ru="XIV конференция · взгляд назад"
    ),
    title=texts(
        de="Krasnodar 2017: Kontakte, Projekte, Vertrauen",
        en="Krasnodar 2017: contacts, projects, trust",
        ru="Краснодар-2017: контакты, проекты, доверие",
    ),
    lead=texts(
        de="Drei Verben bildeten das Motto der XIV. Konferenz: knüpfen, anstoßen, stärken. Neun Jahre danach fragen wir, was ein Motto über eine Konferenz verrät.",
        en="Three verbs made up the motto of the 14th conference: to make, to launch, to build. Nine years later we ask what a motto tells us about a conference.",
        ru="Три глагола составили девиз XIV конференции: завязывать, начинать, укреплять. Девять лет спустя мы задаёмся вопросом, что девиз говорит о конференции.",
    ),
    date=date(2026, 6, 30),
    place="krasnodar",
    picture="felder",
    places=("krasnodar",),
    conference="konferenz-2017",
    tags=("2017",),
    contacts=("jugendaustausch",),
    author="Trilog",
    related=("rueckblick-kreis-dueren-2019",),
    seo_description=texts(
        de="Rückblick auf die XIV. Deutsch-Russische Städtepartnerkonferenz vom 28. bis 30. Juni 2017 in Krasnodar.",
        en="Looking back at the 14th German–Russian Twin Towns Conference, Krasnodar, 28–30 June 2017.",
        ru="XIV Германо-российская конференция городов-партнёров прошла в Краснодаре 28–30 июня 2017 года.",
    ),
    body=(
        Paragraph(
            texts(
                de="Das vollständige Motto lautete „Kontakte knüpfen – Projekte anstoßen – Vertrauen stärken: Impulse für die deutsch-russischen Beziehungen“. Die Reihenfolge ist klug gewählt. Vertrauen steht am Ende, weil es sich nicht beschließen lässt; es wächst aus Kontakten, die halten, und aus Projekten, die fertig werden.",
                en="In full the motto read ‘Making contacts – launching projects – building trust: impulses for German–Russian relations’. The order is well chosen. Trust comes last because it cannot be decreed; it grows out of contacts that last and projects that get finished.",
                ru="Полностью девиз звучал так: «Завязывать контакты — начинать проекты — укреплять доверие: импульсы для германо-российских отношений». Порядок выбран мудро. Доверие стоит последним, потому что его нельзя утвердить решением: оно вырастает из прочных контактов и доведённых до конца проектов.",
            )
        ),
        Picture("haende"),
        Heading(
            texts(de="Zwei Veranstaltungen, eine Woche", en="Two events, one week", ru="Два события за одну неделю")
        ),
        Paragraph(
            texts(
                de="Die Konferenz tagte vom 28. bis 30. Juni 2017. Schon zwei Tage zuvor hatte das erste Jugendforum begonnen, das nach Angaben im Netz vom 26. bis 30. Juni dauerte. Damit hatten die Jungen einen Vorsprung von zwei Tagen.",
                en="The conference met from 28 to 30 June 2017. The first youth forum had begun two days before; according to web sources it lasted from 26 to 30 June. So the young had a head start of two days.",
                ru="Конференция заседала с 28 по 30 июня 2017 года. Двумя днями раньше открылся первый молодёжный форум: по сведениям из интернета, он шёл с 26 по 30 июня. Так что у молодёжи была фора в два дня.",
            )
        ),
        Table(
            caption=texts(
                de="Der Ablauf nach den Quellen",
                en="The course of events according to the sources",
                ru="Ход событий по источникам",
            ),
            rows=(
                (
                    texts(de="Beginn", en="Start", ru="Начало"),
                    texts(de="Ende", en="End", ru="Окончание"),
                    texts(de="Veranstaltung", en="Event", ru="Событие"),
                ),
                (
                    texts(de="26. Juni", en="26 June", ru="26 июня"),
                    texts(de="30. Juni", en="30 June", ru="30 июня"),
                    texts(de="1. Jugendforum", en="1st youth forum", ru="1-й молодёжный форум"),
                ),
                (
                    texts(de="28. Juni", en="28 June", ru="28 июня"),
                    texts(de="30. Juni", en="30 June", ru="30 июня"),
                    texts(de="XIV. Konferenz", en="14th conference", ru="XIV конференция"),
                ),
            ),
        ),
        Quote(
            text=texts(
                de="Ein gutes Motto ist eine Arbeitsanweisung. Dieses hier könnte man sich über den Schreibtisch hängen.",
                en="A good motto is a work instruction. This one could hang above any desk.",
                ru="Хороший девиз — это рабочая инструкция. Такой можно повесить над письменным столом.",
            ),
            speaker=texts(de="Arbeitskreis Archiv", en="Archive working group", ru="Рабочая группа «Архив»"),
            function=texts(de="Trilog-Städtenetz", en="Trilog Town Network", ru="Сеть городов «Трилог»"),
        ),
        Bibliography(
            kind="archive",
            title="Quelldokument 004 zur Geschichte der Partnerschaften",
        ),
    ),
)
