"""Histories of the partnerships that did not begin in 1991, by id.

Dates the source document gives stand in the data file. Where another source gives another date, it is a statement
and not a milestone: the record follows the source document and names the difference.
"""

from collections.abc import Mapping

from cms.demo.library.history import Feast, History, Standing, Statement, Step
from cms.demo.texts import texts

OTHER_AGREEMENTS: Mapping[str, History] = {
    "kreis-dueren--mytishchi": History(
        founding_wording=texts(
            de="Unterzeichnung des Partnerschaftsvertrags im Schloss Bellevue in Berlin.",
            en="Partnership agreement signed at Bellevue Palace in Berlin.",
            ru="Договор о партнёрстве подписан в берлинском дворце Бельвю.",
        ),
        statements=(
            Statement("since", "April 2011", "Quelldokument 004"),
            Statement("since", "13. April 2011, Schloss Bellevue", "staedtepartnerkonferenz-kreis-dueren2019.de"),
        ),
        remarks=texts(
            de="<p>Ein Landkreis und ein Stadtkreis bei Moskau: Der Kreis Düren war 2019 Gastgeber der XV. Städtepartnerkonferenz.</p>",
            en="<p>A rural district and an urban okrug near Moscow: the District of Düren hosted the 15th Twin Towns Conference in 2019.</p>",
            ru="<p>Сельский район и подмосковный городской округ: в 2019 году район Дюрен принимал XV конференцию городов-партнёров.</p>",
        ),
        sources=("staedtepartnerkonferenz-kreis-dueren2019.de",),
    ),
    "aachen--kostroma": History(
        founding="friendship",
        founding_wording=texts(
            de="Abschluss eines Freundschaftsabkommens.",
            en="Conclusion of a friendship agreement.",
            ru="Заключено соглашение о дружбе.",
        ),
        steps=(
            Step(
                "signed",
                "2005-06-09",
                texts(
                    de="Aus der Freundschaft wird eine förmliche Städtepartnerschaft.",
                    en="The friendship becomes a formal town partnership.",
                    ru="Дружеские связи оформлены как официальное побратимство.",
                ),
                "aachen-kostroma.de",
            ),
        ),
        standings={"aachen": Standing("dormant", "top-aachen.de", "2022-03-30", "Rat der Stadt Aachen")},
        statements=(
            Statement(
                "since",
                "26. September 2001 (Freundschaftsabkommen), 9. Juni 2005 (Partnerschaft)",
                "aachen-kostroma.de",
            ),
            Statement("since", "„offizielle Partnerschaft seit 2001“", "russlandpartner.de"),
        ),
        remarks=texts(
            de="<p>Die Quellen unterscheiden das Freundschaftsabkommen von 2001 und die förmliche Partnerschaft von 2005. Auf der Aachener Seite ruhen die offiziellen Kontakte seit dem Ratsbeschluss vom 30. März 2022.</p>",
            en="<p>Sources distinguish the friendship agreement of 2001 from the formal partnership of 2005. On the Aachen side official contacts have been dormant since the council decision of 30 March 2022.</p>",
            ru="<p>Источники различают соглашение о дружбе 2001 года и официальное партнёрство 2005 года. Со стороны Ахена официальные контакты приостановлены решением совета от 30 марта 2022 года.</p>",
        ),
        sources=("aachen-kostroma.de", "top-aachen.de", "russlandpartner.de"),
    ),
    "berlin-lichtenberg--kaliningrad": History(
        steps=(
            Step(
                "intent",
                "2000-05-13",
                texts(de="Gemeinsame Erklärung.", en="Joint declaration.", ru="Совместное заявление."),
                "Preußische Allgemeine, 18. Mai 2018",
            ),
            Step(
                "renewed",
                "2018",
                texts(de="Neue Vereinbarung.", en="New agreement.", ru="Новое соглашение."),
                "Preußische Allgemeine, 18. Mai 2018",
            ),
        ),
        statements=(
            Statement("since", "26. April 2001", "Quelldokument 004"),
            Statement("since", "25. April 2001", "Preußische Allgemeine, 18. Mai 2018"),
        ),
        remarks=texts(
            de="<p>Die beiden Quellen zum Beginn der Partnerschaft liegen einen Tag auseinander. Mit 523 Kilometern ist es die kürzeste Entfernung in der Bibliothek.</p>",
            en="<p>The two sources for the beginning of the partnership differ by one day. At 523 kilometres the distance is the shortest in the library.</p>",
            ru="<p>Два источника о начале партнёрства расходятся на один день. Расстояние в 523 километра — самое короткое в библиотеке.</p>",
        ),
        sources=("Preußische Allgemeine, 18. Mai 2018",),
    ),
    "dresden--saint-petersburg": History(
        steps=(
            Step(
                "reaffirmed",
                "1989-03-10",
                texts(
                    de="Bekräftigung der Partnerschaft.",
                    en="Partnership reaffirmed.",
                    ru="Партнёрство подтверждено.",
                ),
                "spzeitung.ru",
            ),
            Step(
                "renewed",
                "1995-02",
                texts(de="Erneuerung des Vertrags.", en="Agreement renewed.", ru="Договор продлён."),
                "spzeitung.ru",
            ),
            Step(
                "reaffirmed",
                "2022-03-03",
                texts(
                    de="Der Stadtrat beschließt, die Partnerschaft aufrechtzuerhalten.",
                    en="The city council resolves to maintain the partnership.",
                    ru="Городской совет принимает решение сохранить партнёрство.",
                ),
                "dresden.de",
                "dresden",
            ),
        ),
        standings={"dresden": Standing("active", "dresden.de", "2022-03-03", "Stadtrat der Landeshauptstadt Dresden")},
        statements=(
            Statement("other", "Bekräftigung im März 1989", "Quelldokument 004"),
            Statement("other", "Bekräftigung am 10. März 1989", "spzeitung.ru"),
        ),
        remarks=texts(
            de="<p>Die älteste Partnerschaft der Bibliothek: Als sie begann, hieß Sankt Petersburg Leningrad.</p>",
            en="<p>The oldest partnership in the library: when it began, Saint Petersburg was called Leningrad.</p>",
            ru="<p>Самое давнее партнёрство в библиотеке: когда оно началось, Санкт-Петербург назывался Ленинградом.</p>",
        ),
        sources=("spzeitung.ru", "dresden.de"),
    ),
    "herne--belgorod": History(
        steps=(
            Step(
                "renewed",
                "2019",
                texts(
                    de="Befristete Vereinbarung für die Jahre 2019 bis 2021.",
                    en="Fixed-term agreement for the years 2019 to 2021.",
                    ru="Срочное соглашение на 2019–2021 годы.",
                ),
            ),
        ),
        standings={"herne": Standing("dormant", "halloherne.de", "2022-03-15", "Rat der Stadt Herne, 53 Ja-Stimmen")},
        statements=(
            Statement("since", "1990 (30-jähriges Bestehen 2020)", "Quelldokument 004"),
            Statement("since", "Vertrag vom 19. Februar 1990", "Internet"),
        ),
        feasts=(Feast(30, "postponed"),),
        remarks=texts(
            de="<p>Die Feier zum dreißigjährigen Bestehen im Jahr 2020 wurde verschoben.</p>",
            en="<p>The celebration of the thirtieth anniversary in 2020 was postponed.</p>",
            ru="<p>Празднование тридцатилетия в 2020 году было перенесено.</p>",
        ),
        sources=("halloherne.de",),
    ),
    "suhl--kaluga": History(
        standings={"suhl": Standing("active", "Ratsbeschluss vom 2. März 2022", "2022-03-02", "Stadtrat Suhl")},
        feasts=(Feast(50, "held", "2019"),),
        remarks=texts(
            de="<p>2019 wurde das fünfzigjährige Bestehen gefeiert, 2021 war Kaluga Gastgeberin der XVI. Städtepartnerkonferenz.</p>",
            en="<p>The fiftieth anniversary was celebrated in 2019; in 2021 Kaluga hosted the 16th Twin Towns Conference.</p>",
            ru="<p>В 2019 году отметили пятидесятилетие партнёрства, а в 2021 году Калуга принимала XVI конференцию городов-партнёров.</p>",
        ),
    ),
    "chemnitz--volgograd": History(
        statements=(
            Statement("since", "ohne Datum, als bestehende Partnerschaft genannt", "Quelldokument 002"),
            Statement("since", "1988", "presse-augsburg.de (dts)"),
        ),
        remarks=texts(
            de="<p>Das Quelldokument nennt kein Datum; eine Meldung gibt das Jahr 1988 an.</p>",
            en="<p>The source document gives no date; a news item gives the year 1988.</p>",
            ru="<p>В исходном документе даты нет; в одном из сообщений назван 1988 год.</p>",
        ),
        sources=("presse-augsburg.de (dts)",),
    ),
    "duesseldorf--moscow": History(
        statements=(
            Statement("since", "ohne Datum, als bestehende Partnerschaft genannt", "Quelldokument 002"),
            Statement("since", "1992", "Allgemeinwissen, zu prüfen"),
        ),
        remarks=texts(
            de="<p>Der Beginn der Partnerschaft ist noch zu belegen.</p>",
            en="<p>The beginning of the partnership has yet to be documented.</p>",
            ru="<p>Начало партнёрства ещё предстоит подтвердить документами.</p>",
        ),
    ),
    "spremberg--zheleznogorsk": History(
        founding_wording=texts(
            de="Unterzeichnung des Vertrags, berichtet am 29. April 2016.",
            en="Agreement signed, reported on 29 April 2016.",
            ru="Подписание договора (сообщение от 29 апреля 2016 года).",
        ),
        remarks=texts(
            de="<p>Die jüngste Partnerschaft der Bibliothek. Schelesnogorsk liegt im Gebiet Kursk und ist nicht mit der Stadt gleichen Namens in der Region Krasnojarsk zu verwechseln.</p>",
            en="<p>The youngest partnership in the library. This Zheleznogorsk is in Kursk Oblast and should not be confused with its namesake in Krasnoyarsk Krai.</p>",
            ru="<p>Самое молодое партнёрство в библиотеке. Этот Железногорск находится в Курской области; не следует путать его с одноимённым городом в Красноярском крае.</p>",
        ),
        sources=("stadt-spremberg.de", "LR, 29. April 2016"),
    ),
}
