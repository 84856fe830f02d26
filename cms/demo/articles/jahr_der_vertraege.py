"""Press release: the agreements of 1991 turn 35."""

from datetime import date

from cms.demo.blocks import Event, FactBox, Heading, Paragraph, PartnershipList, Quote, Timeline
from cms.demo.texts import texts
from cms.demo.works import Correction, PressRelease

ARTICLE = PressRelease(
    slug=texts(de="1991-das-jahr-der-vertraege", en="1991-the-year-of-agreements", ru="1991-год-договоров"),
    kicker=texts(de="Jahrestage 2026", en="Anniversaries 2026", ru="Юбилеи 2026 года"),
    title=texts(
        de="1991, das Jahr der Verträge: Zwölf Partnerschaften werden 35",
        en="1991, the year of agreements: twelve partnerships turn 35",
        ru="1991-й — год договоров: двенадцати партнёрствам исполняется 35 лет",
    ),
    lead=texts(
        de="Kein Jahr hat in der Partnerschaftsbibliothek so viele Einträge wie 1991. Zwischen Januar und Oktober verbanden sich zwölf deutsche Kommunen mit einer Partnerin in Russland. Ein Rückblick in zwölf Stationen.",
        en="No year has as many entries in the partnership library as 1991. Between January and October twelve German municipalities found a partner in Russia. A look back in twelve steps.",
        ru="Ни один год не представлен в библиотеке партнёрств так широко, как 1991-й. С января по октябрь сразу двенадцать немецких муниципалитетов обрели партнёра в России. Вспоминаем, как это было.",
    ),
    date=date(2026, 5, 11),
    place="osnabrueck",
    picture="daecher",
    places=("osnabrueck", "tver", "fulda", "sergiyev-posad", "munster", "michurinsk"),
    partnerships=("osnabrueck--tver", "fulda--sergiyev-posad", "munster--michurinsk", "witten--kursk"),
    tags=("1991", "2026"),
    contacts=("geschaeftsstelle",),
    documents=("jahrestage-2026",),
    related=("partnerschaftsbibliothek-eroeffnet",),
    corrections=(
        Correction(
            date(2026, 5, 13),
            texts(
                de="In einer früheren Fassung war für Lüdenscheid und Taganrog nur der Sommer 1991 genannt. Die Stadt Lüdenscheid nennt den 20. Juni 1991.",
                en="An earlier version gave only the summer of 1991 for Lüdenscheid and Taganrog. The town of Lüdenscheid states 20 June 1991.",
                ru="В первоначальной версии для Люденшайда и Таганрога было указано лишь лето 1991 года. По данным города Люденшайд, договор подписан 20 июня 1991 года.",
            ),
        ),
    ),
    seo_description=texts(
        de="Zwölf deutsch-russische Städtepartnerschaften gehen auf das Jahr 1991 zurück. Die Stationen von Januar bis Oktober.",
        en="Twelve German–Russian town partnerships date back to 1991. The milestones from January to October.",
        ru="Двенадцать германо-российских партнёрств ведут отсчёт с 1991 года. Хроника с января по октябрь.",
    ),
    body=(
        Paragraph(
            texts(
                de="Am Anfang stand ein Landkreis: Am 16. Januar 1991 begann die Verbindung zwischen Landshut und dem Rayon Nowosibirsk, mit mehr als 4 700 Kilometern Luftlinie zugleich die weiteste der ganzen Sammlung. Im Oktober folgten kurz nacheinander der Kreis Pinneberg, Kornwestheim und Munster. Dazwischen liegen acht weitere Verträge, darunter der eines Berliner Bezirks.",
                en="It began with a rural district: on 16 January 1991 Landshut and Novosibirsk District joined hands across more than 4,700 kilometres, still the longest distance in the whole collection. October brought the District of Pinneberg, Kornwestheim and Munster in quick succession. In between came eight more towns and districts, among them a Berlin borough.",
                ru="Первым был сельский район: 16 января 1991 года началось партнёрство Ландсхута и Новосибирского района, разделённых более чем 4700 километрами, — это самое большое расстояние во всём собрании. В октябре один за другим последовали район Пиннеберг, Корнвестхайм и Мунстер. Между ними — ещё восемь городов и районов, в том числе один из округов Берлина.",
            )
        ),
        Timeline(
            title=texts(de="Zwölf Stationen", en="Twelve milestones", ru="Двенадцать вех"),
            events=(
                Event(
                    "1991-01-16",
                    texts(
                        de="Landkreis Landshut – Rayon Nowosibirsk",
                        en="District of Landshut – Novosibirsk District",
                        ru="Район Ландсхут — Новосибирский район",
                    ),
                ),
                Event(
                    "1991-03-09",
                    texts(de="Witten – Kursk", en="Witten – Kursk", ru="Виттен — Курск"),
                    texts(
                        de="<p>Der Vertrag war im August 1990 in Kursk unterzeichnet worden; in Witten folgte die zweite Unterschrift.</p>",
                        en="<p>The agreement had been signed in Kursk in August 1990; Witten was the place of the second signature.</p>",
                        ru="<p>В августе 1990 года договор подписали в Курске, в марте состоялась вторая церемония — в Виттене.</p>",
                    ),
                ),
                Event(
                    "1991-05-11",
                    texts(de="Osnabrück – Twer", en="Osnabrück – Tver", ru="Оснабрюк — Тверь"),
                    texts(
                        de="<p>Eine Rahmenvereinbarung gab es schon seit dem 22. August 1986, als Twer noch Kalinin hieß.</p>",
                        en="<p>A framework agreement had existed since 22 August 1986, when Tver was still called Kalinin.</p>",
                        ru="<p>Рамочное соглашение действовало ещё с 22 августа 1986 года, когда Тверь носила имя Калинин.</p>",
                    ),
                ),
                Event(
                    "1991-05-19",
                    texts(de="Fulda – Sergijew Possad", en="Fulda – Sergiyev Posad", ru="Фульда — Сергиев Посад"),
                ),
                Event(
                    "1991-06-03",
                    texts(
                        de="Berlin-Neukölln – Puschkin und Pawlowsk",
                        en="Berlin-Neukölln – Pushkin and Pavlovsk",
                        ru="Берлин-Нойкёльн — Пушкин и Павловск",
                    ),
                ),
                Event(
                    "1991-06-20",
                    texts(de="Lüdenscheid – Taganrog", en="Lüdenscheid – Taganrog", ru="Люденшайд — Таганрог"),
                ),
                Event(
                    "1991-07-06",
                    texts(
                        de="Rems-Murr-Kreis – Rayon Dmitrow",
                        en="Rems-Murr District – Dmitrov District",
                        ru="Район Ремс-Мур — Дмитровский район",
                    ),
                ),
                Event(
                    "1991-22",
                    texts(de="Wolfsburg – Toljatti", en="Wolfsburg – Tolyatti", ru="Вольфсбург — Тольятти"),
                    texts(
                        de="<p>Die Überlieferung nennt nur den Sommer; aus Toljatti ist der 12. August 1991 als Tag der Unterschrift bekannt.</p>",
                        en="<p>Our source document only says summer; reports from Tolyatti give 12 August 1991 as the day of signing.</p>",
                        ru="<p>В исходном документе названо лишь лето; по сведениям из Тольятти, договор подписан 12 августа 1991 года.</p>",
                    ),
                ),
                Event(
                    "1991-09-09",
                    texts(de="Essen – Nischni Nowgorod", en="Essen – Nizhny Novgorod", ru="Эссен — Нижний Новгород"),
                ),
                Event(
                    "1991-10-14",
                    texts(
                        de="Kreis Pinneberg – Rayon Selenogradsk",
                        en="District of Pinneberg – Zelenogradsk District",
                        ru="Район Пиннеберг — Зеленоградский район",
                    ),
                ),
                Event(
                    "1991-10-19", texts(de="Kornwestheim – Kimry", en="Kornwestheim – Kimry", ru="Корнвестхайм — Кимры")
                ),
                Event(
                    "1991-10-20",
                    texts(de="Munster – Mitschurinsk", en="Munster – Michurinsk", ru="Мунстер — Мичуринск"),
                ),
            ),
        ),
        Heading(texts(de="Gefeiert wird unterschiedlich", en="Different ways to remember", ru="Отмечают по-разному")),
        Paragraph(
            texts(
                de="Nicht jeder Jahrestag ist ein Festtag. Mehrere deutsche Räte und Kreistage haben 2022 beschlossen, die offiziellen Kontakte ruhen zu lassen; andere haben ihre Partnerschaft ausdrücklich bestätigt. Von vielen Kommunen ist kein Beschluss bekannt. Die Bibliothek hält den Stand für jede Seite einzeln und mit Quelle fest und bewertet ihn nicht.",
                en="Not every anniversary is a celebration. In 2022 several German councils decided to let official contacts rest; others expressly confirmed their partnership. For many municipalities no decision is known. The library records the position of each side separately, with its source, and passes no judgement.",
                ru="Не каждая круглая дата становится праздником. В 2022 году ряд немецких советов решил приостановить официальные контакты, другие, напротив, прямо подтвердили своё партнёрство. О решениях многих муниципалитетов сведений нет. Библиотека фиксирует положение каждой стороны отдельно, со ссылкой на источник, и не даёт оценок.",
            )
        ),
        Quote(
            text=texts(
                de="Ein Vertrag von 1991 ist auch ein Dokument seiner Zeit. Wer ihn liest, versteht besser, was Menschen damals voneinander wissen wollten.",
                en="An agreement from 1991 is also a document of its time. Reading it, one understands better what people then wanted to learn about each other.",
                ru="Договор 1991 года — ещё и документ своей эпохи. Читая его, лучше понимаешь, что люди тогда хотели узнать друг о друге.",
            ),
            speaker=texts(de="Arbeitskreis Archiv", en="Archive working group", ru="Рабочая группа «Архив»"),
            function=texts(de="Trilog-Städtenetz", en="Trilog Town Network", ru="Сеть городов «Трилог»"),
            extract=True,
        ),
        FactBox(
            title=texts(
                de="Wenn nur der Sommer bekannt ist",
                en="When only the summer is known",
                ru="Когда известно только лето",
            ),
            text=texts(
                de="<p>Zwei der zwölf Partnerschaften sind in unserem Quelldokument nur mit „Sommer 1991“ datiert. Solche Angaben werden nicht auf einen Tag gerundet: Ein Jahrestag ohne Tag steht im Kalender als Jahreszeit.</p>",
                en="<p>Two of the twelve partnerships are dated only ‘summer 1991’ in our source document. Such dates are never rounded to a day: an anniversary without a day appears in the calendar as a season.</p>",
                ru="<p>Два партнёрства из двенадцати датированы в исходном документе просто «летом 1991 года». Такие сведения не округляются до дня: юбилей без точной даты остаётся в календаре временем года.</p>",
            ),
        ),
        PartnershipList(
            title=texts(de="Jahrestage 2026", en="Anniversaries in 2026", ru="Юбилеи 2026 года"),
            anniversary_year=2026,
        ),
    ),
)
