"""Histories of the partnerships that began in 1991, by id.

Dates the source document gives stand in the data file. Where another source gives another date, it is a statement
and not a milestone: the record follows the source document and names the difference.
"""

from collections.abc import Mapping

from cms.demo.library.history import Feast, History, Standing, Statement, Step
from cms.demo.texts import texts

_DORMANT_REMARK = texts(
    de="<p>Die offiziellen Kontakte der deutschen Seite ruhen; zur russischen Seite liegt kein Beschluss vor.</p>",
    en="<p>Official contacts of the German side are dormant; no decision of the Russian side is known.</p>",
    ru="<p>Официальные контакты немецкой стороны приостановлены; о решениях российской стороны сведений нет.</p>",
)

AGREEMENTS_OF_1991: Mapping[str, History] = {
    "kreis-pinneberg--zelenogradsk-district": History(
        steps=(
            Step(
                "renewed",
                "2018-09",
                texts(
                    de="Erneuerung des Vertrags, nachdem der Rayon um 2016 aufgehoben worden war.",
                    en="Agreement renewed after the district had been abolished around 2016.",
                    ru="Договор продлён после упразднения района около 2016 года.",
                ),
                "kreis-pinneberg.de",
            ),
        ),
        statements=(
            Statement("name", "Rayon Selenograd", "Quelldokument 004"),
            Statement("name", "Selenogradsk, früher Cranz", "kreis-pinneberg.de"),
        ),
        remarks=texts(
            de="<p>Das Quelldokument schreibt „Selenograd“; gemeint ist Selenogradsk im Gebiet Kaliningrad.</p>",
            en="<p>The source document says ‘Selenograd’; what is meant is Zelenogradsk in Kaliningrad Oblast.</p>",
            ru="<p>В исходном документе указан «Зеленоград»; имеется в виду Зеленоградск Калининградской области.</p>",
        ),
        sources=("kreis-pinneberg.de",),
    ),
    "rems-murr-kreis--dmitrov-district": History(
        standings={"rems-murr-kreis": Standing("dormant", "rems-murr-kreis.de", "2022")},
        remarks=_DORMANT_REMARK,
        sources=("rems-murr-kreis.de",),
    ),
    "osnabrueck--tver": History(
        steps=(
            Step(
                "intent",
                "1986-08-22",
                texts(
                    de="Rahmenvereinbarung zwischen Osnabrück und Kalinin, dem heutigen Twer.",
                    en="Framework agreement between Osnabrück and Kalinin, today’s Tver.",
                    ru="Рамочное соглашение между Оснабрюком и Калинином, нынешней Тверью.",
                ),
                "osnabrueck.de",
            ),
        ),
        standings={"osnabrueck": Standing("dormant", "osnabrueck.de")},
        remarks=_DORMANT_REMARK,
        sources=("osnabrueck.de",),
    ),
    "munster--michurinsk": History(
        steps=(
            Step("renewed", "2018", texts(de="Neuer Vertrag.", en="New agreement.", ru="Новый договор."), "munster.de"),
        ),
        standings={"munster": Standing("dormant", "munster.de", "2022-02")},
        remarks=_DORMANT_REMARK,
        sources=("munster.de",),
    ),
    "landkreis-landshut--novosibirsk-district": History(
        standings={"landkreis-landshut": Standing("dormant", "dpa, nach vorreiter-zeitung", "2023")},
        statements=(
            Statement("status", "März 2022: nicht auf Eis gelegt", "Auskunft des Landratsamts"),
            Statement("status", "ab 2023: offizielle Kontakte ruhen", "dpa, nach vorreiter-zeitung"),
        ),
        remarks=texts(
            de="<p>Zum Stand gibt es zwei Aussagen aus verschiedenen Jahren; maßgeblich ist hier die jüngere. Der Rayon Nowosibirsk ist nicht die Stadt Nowosibirsk.</p>",
            en="<p>There are two statements on the status from different years; the more recent one is followed here. Novosibirsk District is not the city of Novosibirsk.</p>",
            ru="<p>О положении дел есть два сообщения разных лет; здесь принято более позднее. Новосибирский район не следует путать с городом Новосибирском.</p>",
        ),
        sources=("landshut-nowosibirsk.de", "dpa, nach vorreiter-zeitung"),
    ),
    "luedenscheid--taganrog": History(
        standings={"luedenscheid": Standing("suspended", "luedenscheid.de", "2022-09-26", "Rat der Stadt Lüdenscheid")},
        steps=(
            Step(
                "suspended",
                "2022-09-26",
                texts(
                    de="Der Rat der Stadt Lüdenscheid setzt die Partnerschaft aus.",
                    en="The council of Lüdenscheid suspends the partnership.",
                    ru="Совет города Люденшайда временно прекращает партнёрство.",
                ),
                "luedenscheid.de",
            ),
        ),
        statements=(
            Statement("since", "Sommer 1991", "Quelldokument 004"),
            Statement("since", "20. Juni 1991", "luedenscheid.de"),
        ),
        remarks=texts(
            de="<p>Das Quelldokument nennt den Sommer 1991 und schreibt „Taganrod“; die Stadt Lüdenscheid nennt den 20. Juni 1991.</p>",
            en="<p>The source document gives the summer of 1991 and spells the name ‘Taganrod’; the town of Lüdenscheid gives 20 June 1991.</p>",
            ru="<p>В исходном документе указано лето 1991 года, а название города написано с ошибкой; по данным города Люденшайд, договор подписан 20 июня 1991 года.</p>",
        ),
        sources=("luedenscheid.de",),
    ),
    "kornwestheim--kimry": History(
        standings={"kornwestheim": Standing("dormant", "Stuttgarter Zeitung, August 2024")},
        remarks=texts(
            de="<p>Nach einem Zeitungsbericht vom August 2024 ruhte die Partnerschaft schon vor 2022.</p>",
            en="<p>According to a newspaper report of August 2024 the partnership was already dormant before 2022.</p>",
            ru="<p>По сообщению газеты от августа 2024 года, партнёрство не действовало ещё до 2022 года.</p>",
        ),
        sources=("Stuttgarter Zeitung, August 2024",),
    ),
    "fulda--sergiyev-posad": History(
        standings={"fulda": Standing("dormant", "Fuldaer Zeitung", "2022-21")},
        feasts=(Feast(30, "cancelled"),),
        remarks=texts(
            de="<p>Die Partnerschaft liegt auf Fuldaer Seite seit dem Frühjahr 2022 auf Eis; die verschobene Jubiläumsfeier wurde abgesagt.</p>",
            en="<p>On the Fulda side the partnership has been on ice since the spring of 2022; the postponed anniversary celebration was cancelled.</p>",
            ru="<p>Со стороны Фульды партнёрство заморожено с весны 2022 года; перенесённые юбилейные торжества отменены.</p>",
        ),
        sources=("Fuldaer Zeitung",),
    ),
    "witten--kursk": History(
        founding_place="witten",
        founding_wording=texts(
            de="Zweite Unterzeichnung des Vertrags in Witten.",
            en="Second signing of the agreement, in Witten.",
            ru="Вторая церемония подписания договора — в Виттене.",
        ),
        steps=(
            Step(
                "intent",
                "1990-08",
                texts(
                    de="Erste Unterzeichnung des Vertrags in Kursk.",
                    en="First signing of the agreement, in Kursk.",
                    ru="Первая церемония подписания договора — в Курске.",
                ),
                "Quelldokument 004",
                "kursk",
            ),
        ),
        statements=(
            Statement("since", "9. März 1991 (Vertrag August 1990 in Kursk, März 1991 in Witten)", "Quelldokument 004"),
        ),
    ),
    "wolfsburg--tolyatti": History(
        standings={"wolfsburg": Standing("active", "Internet, 2022", "2022")},
        statements=(
            Statement("since", "Sommer 1991", "Quelldokument 004"),
            Statement("since", "12. August 1991, Toljatti", "tgl.ru"),
        ),
        remarks=texts(
            de="<p>Die Partnerschaft wurde 2022 auf Wolfsburger Seite aufrechterhalten.</p>",
            en="<p>The partnership was maintained on the Wolfsburg side in 2022.</p>",
            ru="<p>В 2022 году Вольфсбург сохранил партнёрство.</p>",
        ),
        sources=("tgl.ru",),
    ),
}
