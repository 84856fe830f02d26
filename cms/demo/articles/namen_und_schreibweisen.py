"""Press release: names that are easily confused."""

from datetime import date

from cms.demo.blocks import Bibliography, FactBox, Heading, Paragraph, Picture, Table
from cms.demo.texts import texts
from cms.demo.works import PressRelease

ARTICLE = PressRelease(
    slug=texts(
        de="selenogradsk-ist-nicht-selenograd", en="zelenogradsk-is-not-zelenograd", ru="зеленоградск-не-зеленоград"
    ),
    kicker=texts(de="Namen und Schreibweisen", en="Names and spellings", ru="Названия и написания"),
    title=texts(
        de="Selenogradsk ist nicht Selenograd: ein Wegweiser durch verwechselbare Namen",
        en="Zelenogradsk is not Zelenograd: a guide to names that are easily confused",
        ru="Зеленоградск — не Зеленоград: путеводитель по похожим названиям",
    ),
    lead=texts(
        de="Ein Buchstabe zu wenig, und aus einem Badeort an der Ostsee wird ein Stadtteil von Moskau. Die Partnerschaftsbibliothek findet jeden Ort unter allen seinen Namen – und sagt, welcher gemeint ist.",
        en="Drop two letters and a seaside town on the Baltic turns into a district of Moscow. The partnership library finds every place under all of its names – and says which one is meant.",
        ru="Стоит потерять две буквы, и приморский город на Балтике превращается в округ Москвы. Библиотека партнёрств находит каждый город по всем его названиям — и поясняет, какой из них имеется в виду.",
    ),
    date=date(2026, 7, 6),
    picture="kacheln",
    places=("zelenogradsk-district", "kaliningrad", "munster", "taganrog", "zheleznogorsk", "chemnitz", "tver"),
    partnerships=("kreis-pinneberg--zelenogradsk-district", "berlin-lichtenberg--kaliningrad"),
    tags=("2026",),
    contacts=("sprachdienst",),
    related=("partnerschaftsbibliothek-eroeffnet",),
    seo_description=texts(
        de="Selenogradsk oder Selenograd, Munster oder Münster: wie die Partnerschaftsbibliothek mit früheren Namen und Tippfehlern umgeht.",
        en="Zelenogradsk or Zelenograd, Munster or Münster: how the partnership library deals with former names and misspellings.",
        ru="Зеленоградск или Зеленоград, Мунстер или Мюнстер: как библиотека партнёрств работает с прежними названиями и опечатками.",
    ),
    body=(
        Paragraph(
            texts(
                de="In einem der Dokumente, aus denen die Bibliothek entstanden ist, hat der Kreis Pinneberg einen Partner namens „Rayon Selenograd“. Gemeint ist der Rayon Selenogradsk im Gebiet Kaliningrad, dessen Hauptort früher Cranz hieß. Selenograd dagegen gehört zu Moskau. Wer nach dem falschen Namen sucht, landet in der Bibliothek trotzdem am richtigen Ort; der Eintrag vermerkt, dass es sich um eine Falschschreibung handelt.",
                en="In one of the documents on which the library is based, the District of Pinneberg has a partner called ‘Selenograd District’. What is meant is Zelenogradsk District in Kaliningrad Oblast, whose main town used to be called Cranz. Zelenograd, on the other hand, is part of Moscow. Anyone who searches for the wrong name still arrives at the right place; the entry notes that the spelling is mistaken.",
                ru="В одном из документов, на которых основана библиотека, партнёром района Пиннеберг назван «район Зеленоград». Речь, однако, идёт о Зеленоградском районе Калининградской области, главный город которого раньше назывался Кранц. Зеленоград же — часть Москвы. Кто ищет по ошибочному названию, всё равно попадёт куда нужно: в записи отмечено, что это неверное написание.",
            )
        ),
        Picture("mosaik"),
        Heading(texts(de="Frühere Namen", en="Former names", ru="Прежние названия")),
        Table(
            caption=texts(
                de="Orte mit früheren Namen (Auswahl)",
                en="Places with former names (selection)",
                ru="Города, менявшие название (выборочно)",
            ),
            rows=(
                (
                    texts(de="Heute", en="Today", ru="Сегодня"),
                    texts(de="Früher", en="Formerly", ru="Прежде"),
                    texts(de="Zeitraum", en="Period", ru="Период"),
                ),
                (
                    texts(de="Chemnitz", en="Chemnitz", ru="Хемниц"),
                    texts(de="Karl-Marx-Stadt", en="Karl-Marx-Stadt", ru="Карл-Маркс-Штадт"),
                    "1953–1990",
                ),
                (
                    texts(de="Jekaterinburg", en="Yekaterinburg", ru="Екатеринбург"),
                    texts(de="Swerdlowsk", en="Sverdlovsk", ru="Свердловск"),
                    "1924–1991",
                ),
                (
                    texts(de="Nischni Nowgorod", en="Nizhny Novgorod", ru="Нижний Новгород"),
                    texts(de="Gorki", en="Gorky", ru="Горький"),
                    "1932–1990",
                ),
                (
                    texts(de="Sankt Petersburg", en="Saint Petersburg", ru="Санкт-Петербург"),
                    texts(de="Leningrad", en="Leningrad", ru="Ленинград"),
                    "1924–1991",
                ),
                (
                    texts(de="Sergijew Possad", en="Sergiyev Posad", ru="Сергиев Посад"),
                    texts(de="Sagorsk", en="Zagorsk", ru="Загорск"),
                    "1930–1991",
                ),
                (texts(de="Twer", en="Tver", ru="Тверь"), texts(de="Kalinin", en="Kalinin", ru="Калинин"), "1931–1990"),
                (
                    texts(de="Wolgograd", en="Volgograd", ru="Волгоград"),
                    texts(de="Stalingrad", en="Stalingrad", ru="Сталинград"),
                    "1925–1961",
                ),
            ),
            header_row=True,
            header_column=True,
        ),
        Heading(texts(de="Leicht zu verwechseln", en="Easily confused", ru="Легко спутать")),
        Paragraph(
            texts(
                de="<p><b>Munster</b> liegt in der Lüneburger Heide und schreibt sich ohne Umlaut; Münster in Westfalen ist eine andere Stadt. <b>Schelesnogorsk</b>, die Partnerstadt von Spremberg, liegt im Gebiet Kursk und nicht in der Region Krasnojarsk. <b>Kaliningrad</b> hieß bis 1946 Königsberg; auch die Stadt Koroljow bei Moskau trug einmal den Namen Kaliningrad.</p><p>Für die Suche macht es keinen Unterschied, ob jemand „Mytischtschi“, „Mytischi“ oder «Мытищи» eingibt.</p>",
                en="<p><b>Munster</b> lies on the Lüneburg Heath and has no umlaut; Münster in Westphalia is a different city. <b>Zheleznogorsk</b>, Spremberg’s partner, is in Kursk Oblast, not in Krasnoyarsk Krai. <b>Kaliningrad</b> was Königsberg until 1946; the town of Korolyov near Moscow was once called Kaliningrad, too.</p><p>For the search it makes no difference whether someone types ‘Mytishchi’, ‘Mytischi’ or «Мытищи».</p>",
                ru="<p><b>Мунстер</b> находится на Люнебургской пустоши и пишется без умлаута; Мюнстер в Вестфалии — другой город. <b>Железногорск</b>, партнёр Шпремберга, расположен в Курской области, а не в Красноярском крае. <b>Калининград</b> до 1946 года назывался Кёнигсбергом; имя Калининград носил когда-то и подмосковный Королёв.</p><p>Для поиска нет разницы, введёт ли читатель «Мытищи», „Mytischtschi“ или „Mytischi“.</p>",
            )
        ),
        FactBox(
            title=texts(de="Vier Arten von Namen", en="Four kinds of names", ru="Четыре вида названий"),
            text=texts(
                de="<p>Die Bibliothek unterscheidet frühere Namen, fremdsprachige Namen, Umschriften und Falschschreibungen wie „Taganrod“. Alle werden gefunden, aber nur der heutige Name wird angezeigt.</p>",
                en="<p>The library distinguishes former names, foreign-language names, transliterations and misspellings such as ‘Taganrod’. All of them are found, but only today’s name is displayed.</p>",
                ru="<p>Библиотека различает прежние названия, иноязычные названия, варианты транслитерации и ошибочные написания вроде „Taganrod“. Поиск находит их все, но показывает только нынешнее имя.</p>",
            ),
        ),
        Bibliography(
            kind="online",
            title="Internetauftritt des Kreises Pinneberg: Angaben zur Partnerschaft mit Selenogradsk",
            publication="kreis-pinneberg.de",
            url="https://www.kreis-pinneberg.de/",
        ),
        Bibliography(
            kind="online",
            title="GeoNames: geografische Datenbank (CC BY 4.0)",
            publication="GeoNames",
            url="https://www.geonames.org/",
        ),
    ),
)
