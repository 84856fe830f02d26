"""Conferences and youth forums: the facts of the data file with texts in three languages."""

from __future__ import annotations

from dataclasses import dataclass, field

from cms.demo.texts import Texts, texts

SERIES = {
    "staedtepartnerkonferenz": texts(
        de="Deutsch-Russische Städtepartnerkonferenz",
        en="German–Russian Twin Towns Conference",
        ru="Германо-российская конференция городов-партнёров",
    ),
    "jugendforum": texts(
        de="Deutsch-Russisches Jugendforum",
        en="German–Russian Youth Forum",
        ru="Германо-российский молодёжный форум",
    ),
}
"""Code and name of each series."""


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many came, according to one source."""

    minimum: int
    maximum: int | None = None
    kind: str = "reported"
    source: str = ""


@dataclass(frozen=True, slots=True)
class DemoConference:
    """One conference or youth forum. Dates are EDTF level 1, as the source document has them.

    ``note`` says what other sources add or contradict.
    """

    slug: str
    number: str
    title: Texts
    start: str
    end: str = ""
    places: tuple[str, ...] = ()
    series: str = "staedtepartnerkonferenz"
    motto: Texts = field(default_factory=Texts)
    note: Texts = field(default_factory=Texts)
    attendance: tuple[Turnout, ...] = ()
    sub_events: tuple[str, ...] = ()
    predecessor: str | None = None


def _conference(roman: str, ordinal: str) -> Texts:
    return texts(
        de=f"{roman}. Deutsch-Russische Städtepartnerkonferenz",
        en=f"{ordinal} German–Russian Twin Towns Conference",
        ru=f"{roman} Германо-российская конференция городов-партнёров",
    )


def _forum(number: int, ordinal: str) -> Texts:
    return texts(
        de=f"{number}. Deutsch-Russisches Jugendforum",
        en=f"{ordinal} German–Russian Youth Forum",
        ru=f"{number}-й Германо-российский молодёжный форум",
    )


YOUTH_FORUMS = (
    DemoConference(
        slug="jugendforum-2017",
        number="1",
        series="jugendforum",
        title=_forum(1, "1st"),
        start="2017-06",
        places=("krasnodar",),
        note=texts(
            de="Im Netz wird der 26. bis 30. Juni 2017 genannt.",
            en="Web sources give 26 to 30 June 2017.",
            ru="В интернете указано: 26–30 июня 2017 года.",
        ),
    ),
    DemoConference(
        slug="jugendforum-2018",
        number="2",
        series="jugendforum",
        title=_forum(2, "2nd"),
        start="2018-09-30",
        end="2018-10-05",
        places=("hamburg",),
        predecessor="jugendforum-2017",
    ),
    DemoConference(
        slug="jugendforum-2019",
        number="3",
        series="jugendforum",
        title=_forum(3, "3rd"),
        start="2019-06",
        places=("kreis-dueren",),
        predecessor="jugendforum-2018",
    ),
    DemoConference(
        slug="jugendforum-2021",
        number="4",
        series="jugendforum",
        title=_forum(4, "4th"),
        start="2021-06-23",
        end="2021-07-01",
        places=("moscow", "kaluga"),
        predecessor="jugendforum-2019",
    ),
)

CONFERENCES = (
    DemoConference(
        slug="konferenz-1987",
        number="",
        title=texts(
            de="Konferenz der Partnerstädte, Saarbrücken 1987",
            en="Conference of partner towns, Saarbrücken 1987",
            ru="Конференция городов-партнёров, Саарбрюккен, 1987 год",
        ),
        start="1987",
        note=texts(
            de="Gilt als erste Konferenz; ihre Nummer in der Reihe ist nicht gesichert.",
            en="Regarded as the first conference; its number in the series is uncertain.",
            ru="Считается первой конференцией; её номер в ряду точно не известен.",
        ),
    ),
    DemoConference(
        slug="konferenz-2005",
        number="VIII?",
        title=_conference("VIII", "8th"),
        start="2005",
        places=("yekaterinburg",),
        note=texts(
            de="Die Nummer ist aus der Zählung der folgenden Konferenzen erschlossen.",
            en="The number has been inferred from the conferences that followed.",
            ru="Номер установлен по счёту последующих конференций.",
        ),
    ),
    DemoConference(
        slug="konferenz-2007",
        number="IX",
        title=_conference("IX", "9th"),
        start="2007",
        places=("hamburg",),
        predecessor="konferenz-2005",
        note=texts(
            de="Im Netz wird der 15. bis 16. Juni 2007 genannt.",
            en="Web sources give 15 to 16 June 2007.",
            ru="В интернете указано: 15–16 июня 2007 года.",
        ),
    ),
    DemoConference(
        slug="konferenz-2009",
        number="X",
        title=_conference("X", "10th"),
        start="2009",
        places=("volgograd",),
        predecessor="konferenz-2007",
        attendance=(Turnout(250, source="Internet: 250+"),),
        note=texts(
            de="Im Netz wird der 23. bis 26. Juni 2009 genannt.",
            en="Web sources give 23 to 26 June 2009.",
            ru="В интернете указано: 23–26 июня 2009 года.",
        ),
    ),
    DemoConference(
        slug="konferenz-2011",
        number="XI",
        title=_conference("XI", "11th"),
        start="2011",
        places=("rothenburg",),
        predecessor="konferenz-2009",
        attendance=(Turnout(400, source="Internet: ca. 400"),),
        note=texts(
            de="Im Netz wird der 13. bis 15. April 2011 genannt.",
            en="Web sources give 13 to 15 April 2011.",
            ru="В интернете указано: 13–15 апреля 2011 года.",
        ),
    ),
    DemoConference(
        slug="konferenz-2013",
        number="XII",
        title=_conference("XII", "12th"),
        start="2013",
        places=("ulyanovsk",),
        predecessor="konferenz-2011",
        attendance=(Turnout(400, source="Internet: 400+"),),
        note=texts(
            de="Im Netz wird der 8. bis 11. Juni 2013 genannt.",
            en="Web sources give 8 to 11 June 2013.",
            ru="В интернете указано: 8–11 июня 2013 года.",
        ),
    ),
    DemoConference(
        slug="konferenz-2015",
        number="XIII",
        title=_conference("XIII", "13th"),
        start="2015",
        places=("karlsruhe", "baden-baden"),
        predecessor="konferenz-2013",
        attendance=(Turnout(500, source="Internet: ca. 500"),),
        note=texts(
            de="Im Netz wird der 28. bis 30. Juni 2015 genannt, mit einem Empfang am 27. Juni.",
            en="Web sources give 28 to 30 June 2015, with a reception on 27 June.",
            ru="В интернете указано: 28–30 июня 2015 года, приём — 27 июня.",
        ),
    ),
    DemoConference(
        slug="konferenz-2017",
        number="XIV",
        title=_conference("XIV", "14th"),
        start="2017-06-28",
        end="2017-06-30",
        places=("krasnodar",),
        predecessor="konferenz-2015",
        sub_events=("jugendforum-2017",),
        motto=texts(
            de="Kontakte knüpfen – Projekte anstoßen – Vertrauen stärken: Impulse für die deutsch-russischen Beziehungen",
            en="Making contacts – launching projects – building trust: impulses for German–Russian relations",
            ru="Завязывать контакты — начинать проекты — укреплять доверие: импульсы для германо-российских отношений",
        ),
    ),
    DemoConference(
        slug="konferenz-2019",
        number="XV",
        title=_conference("XV", "15th"),
        start="2019-06-25",
        end="2019-06-27",
        places=("kreis-dueren",),
        predecessor="konferenz-2017",
        sub_events=("jugendforum-2019",),
        attendance=(Turnout(700, source="Internet (Veranstalter): 700+"),),
        note=texts(
            de="Auf der Internetseite der Veranstalter dauert die Konferenz vom 25. bis 28. Juni; dort sind sieben Arbeitsgruppen genannt.",
            en="On the organisers’ website the conference lasts from 25 to 28 June; seven working groups are mentioned there.",
            ru="На сайте организаторов указаны даты 25–28 июня и семь рабочих групп.",
        ),
    ),
    DemoConference(
        slug="konferenz-2021",
        number="XVI",
        title=_conference("XVI", "16th"),
        start="2021-06-28",
        end="2021-06-30",
        places=("kaluga",),
        predecessor="konferenz-2019",
        sub_events=("jugendforum-2021",),
        motto=texts(
            de="Kommunale und regionale Verbindungen stärken – Horizonte erweitern",
            en="Strengthening municipal and regional ties – broadening horizons",
            ru="Укреплять муниципальные и региональные связи — расширять горизонты",
        ),
        attendance=(
            Turnout(200, kind="expected", source="Quelldokument 004"),
            Turnout(350, 400, source="Quelldokument 003"),
            Turnout(350, source="Internet: 350+"),
        ),
        note=texts(
            de="Quelldokument 004 nennt als letzten Tag auch den „31. Juni“, den es nicht gibt.",
            en="Source document 004 also gives ‘31 June’, a day that does not exist, as the last day.",
            ru="В исходном документе 004 последним днём назван также не существующий в календаре день — «31 июня».",
        ),
    ),
)
