"""Texts on municipalities: introductions, and what a municipality in search of a partner wishes for."""

from collections.abc import Mapping

from cms.demo.texts import Texts, texts

INTRODUCTIONS: Mapping[str, Texts] = {
    "aachen": texts(
        de="<p>Aachen liegt im äußersten Westen Deutschlands, an der Grenze zu Belgien und den Niederlanden.</p>",
        en="<p>Aachen lies in the far west of Germany, on the border with Belgium and the Netherlands.</p>",
        ru="<p>Ахен расположен на крайнем западе Германии, у границы с Бельгией и Нидерландами.</p>",
    ),
    "berlin-lichtenberg": texts(
        de="<p>Lichtenberg ist ein Bezirk im Osten Berlins. Bezirke können eigene Partnerschaften schließen.</p>",
        en="<p>Lichtenberg is a borough in the east of Berlin. Boroughs may form partnerships of their own.</p>",
        ru="<p>Лихтенберг — округ на востоке Берлина. Берлинские округа могут заключать партнёрства самостоятельно.</p>",
    ),
    "bremen": texts(
        de="<p>Bremen liegt an der Weser und bildet gemeinsam mit Bremerhaven ein eigenes Land. In der Bibliothek ist Bremen als Stadt verzeichnet, die eine Partnerin sucht.</p>",
        en="<p>Bremen lies on the Weser and, together with Bremerhaven, forms a federal state of its own. The library lists it as a city looking for a partner.</p>",
        ru="<p>Бремен стоит на Везере и вместе с Бремерхафеном образует отдельную федеральную землю. В библиотеке он значится как город, который ищет партнёра.</p>",
    ),
    "chemnitz": texts(
        de="<p>Chemnitz in Sachsen hieß von 1953 bis 1990 Karl-Marx-Stadt.</p>",
        en="<p>Chemnitz in Saxony was called Karl-Marx-Stadt from 1953 to 1990.</p>",
        ru="<p>Хемниц в Саксонии с 1953 по 1990 год назывался Карл-Маркс-Штадт.</p>",
    ),
    "dresden": texts(
        de="<p>Dresden, die Hauptstadt Sachsens, liegt an der Elbe. Die Partnerschaft mit Sankt Petersburg aus dem Jahr 1961 ist die älteste der Bibliothek.</p>",
        en="<p>Dresden, the capital of Saxony, lies on the Elbe. Its partnership with Saint Petersburg, dating from 1961, is the oldest in the library.</p>",
        ru="<p>Дрезден, столица Саксонии, стоит на Эльбе. Его партнёрство с Санкт-Петербургом, начавшееся в 1961 году, — самое давнее в библиотеке.</p>",
    ),
    "essen": texts(
        de="<p>Essen liegt im Ruhrgebiet, zwischen Ruhr und Emscher.</p>",
        en="<p>Essen lies in the Ruhr area, between the rivers Ruhr and Emscher.</p>",
        ru="<p>Эссен расположен в Рурской области, между реками Рур и Эмшер.</p>",
    ),
    "hamburg": texts(
        de="<p>Hamburg, Hafenstadt an der Elbe, war 2007 Gastgeberin der IX. Städtepartnerkonferenz und 2018 des zweiten Jugendforums.</p>",
        en="<p>Hamburg, a port on the Elbe, hosted the 9th Twin Towns Conference in 2007 and the second youth forum in 2018.</p>",
        ru="<p>Гамбург — портовый город на Эльбе. В 2007 году здесь прошла IX конференция городов-партнёров, в 2018 году — второй молодёжный форум.</p>",
    ),
    "kaliningrad": texts(
        de="<p>Kaliningrad, bis 1946 Königsberg, liegt nahe der Ostsee zwischen Polen und Litauen. Keine Partnerstadt in Russland ist ihrer deutschen Seite näher als diese.</p>",
        en="<p>Kaliningrad, until 1946 Königsberg, lies near the Baltic Sea between Poland and Lithuania. No partner in Russia is closer to its German side.</p>",
        ru="<p>Калининград, до 1946 года Кёнигсберг, расположен близ Балтийского моря между Польшей и Литвой. Ни один российский партнёр не находится так близко к своей немецкой стороне.</p>",
    ),
    "kaluga": texts(
        de="<p>Kaluga liegt an der Oka, südwestlich von Moskau. 2021 fand hier die XVI. Städtepartnerkonferenz statt.</p>",
        en="<p>Kaluga lies on the Oka, south-west of Moscow. It was the venue of the 16th Twin Towns Conference in 2021.</p>",
        ru="<p>Калуга стоит на Оке к юго-западу от Москвы. В 2021 году здесь прошла XVI конференция городов-партнёров.</p>",
    ),
    "kreis-dueren": texts(
        de="<p>Der Kreis Düren liegt zwischen Aachen und Köln. 2019 war er Gastgeber der XV. Städtepartnerkonferenz.</p>",
        en="<p>The District of Düren lies between Aachen and Cologne. In 2019 it hosted the 15th Twin Towns Conference.</p>",
        ru="<p>Район Дюрен расположен между Ахеном и Кёльном. В 2019 году он принимал XV конференцию городов-партнёров.</p>",
    ),
    "moscow": texts(
        de="<p>Moskau ist die Hauptstadt Russlands und eine Stadt föderaler Bedeutung. Das vierte Jugendforum begann 2021 hier.</p>",
        en="<p>Moscow is the capital of Russia and a federal city. The fourth youth forum opened here in 2021.</p>",
        ru="<p>Москва — столица России и город федерального значения. Здесь в 2021 году открылся четвёртый молодёжный форум.</p>",
    ),
    "munster": texts(
        de="<p>Munster liegt in der Lüneburger Heide und ist nicht mit Münster in Westfalen zu verwechseln.</p>",
        en="<p>Munster lies on the Lüneburg Heath and should not be confused with Münster in Westphalia.</p>",
        ru="<p>Мунстер находится на Люнебургской пустоши; не следует путать его с Мюнстером в Вестфалии.</p>",
    ),
    "nizhny-novgorod": texts(
        de="<p>Nischni Nowgorod liegt an der Mündung der Oka in die Wolga. Von 1932 bis 1990 hieß die Stadt Gorki.</p>",
        en="<p>Nizhny Novgorod lies where the Oka flows into the Volga. From 1932 to 1990 the city was called Gorky.</p>",
        ru="<p>Нижний Новгород стоит у слияния Оки и Волги. С 1932 по 1990 год город назывался Горьким.</p>",
    ),
    "osnabrueck": texts(
        de="<p>Osnabrück in Niedersachsen ist als einer der Orte des Westfälischen Friedens von 1648 bekannt.</p>",
        en="<p>Osnabrück in Lower Saxony is known as one of the places where the Peace of Westphalia was concluded in 1648.</p>",
        ru="<p>Оснабрюк в Нижней Саксонии известен как один из городов, где в 1648 году был заключён Вестфальский мир.</p>",
    ),
    "saint-petersburg": texts(
        de="<p>Sankt Petersburg liegt an der Newa und ist eine Stadt föderaler Bedeutung. Von 1924 bis 1991 hieß sie Leningrad.</p>",
        en="<p>Saint Petersburg lies on the Neva and is a federal city. From 1924 to 1991 it was called Leningrad.</p>",
        ru="<p>Санкт-Петербург стоит на Неве и является городом федерального значения. С 1924 по 1991 год он назывался Ленинградом.</p>",
    ),
    "suhl": texts(
        de="<p>Suhl liegt am Südhang des Thüringer Waldes. Seit 1969 ist die Stadt mit Kaluga verbunden.</p>",
        en="<p>Suhl lies on the southern slope of the Thuringian Forest. It has been linked with Kaluga since 1969.</p>",
        ru="<p>Зуль расположен на южном склоне Тюрингенского Леса. С 1969 года город дружит с Калугой.</p>",
    ),
    "tver": texts(
        de="<p>Twer liegt am Oberlauf der Wolga. Von 1931 bis 1990 trug die Stadt den Namen Kalinin.</p>",
        en="<p>Tver lies on the upper Volga. From 1931 to 1990 the city was called Kalinin.</p>",
        ru="<p>Тверь стоит в верхнем течении Волги. С 1931 по 1990 год она носила имя Калинин.</p>",
    ),
    "volgograd": texts(
        de="<p>Wolgograd zieht sich am Ufer der unteren Wolga entlang. Von 1925 bis 1961 hieß die Stadt Stalingrad. 2009 fand hier die X. Städtepartnerkonferenz statt.</p>",
        en="<p>Volgograd stretches along the bank of the lower Volga. From 1925 to 1961 it was called Stalingrad. The 10th Twin Towns Conference took place here in 2009.</p>",
        ru="<p>Волгоград протянулся вдоль берега нижней Волги. С 1925 по 1961 год он назывался Сталинградом. В 2009 году здесь прошла X конференция городов-партнёров.</p>",
    ),
    "zelenogradsk-district": texts(
        de="<p>Der Rayon Selenogradsk liegt an der Ostseeküste im Gebiet Kaliningrad; sein Hauptort hieß früher Cranz. Der Rayon wurde um 2016 aufgehoben, der Vertrag mit dem Kreis Pinneberg 2018 erneuert.</p>",
        en="<p>Zelenogradsk District lies on the Baltic coast of Kaliningrad Oblast; its main town was formerly called Cranz. The district was abolished around 2016; the agreement with the District of Pinneberg was renewed in 2018.</p>",
        ru="<p>Зеленоградский район расположен на балтийском побережье Калининградской области; его главный город раньше назывался Кранц. Около 2016 года район был упразднён, а в 2018 году договор с районом Пиннеберг продлили.</p>",
    ),
}

WISHES: Mapping[str, Texts] = {
    "bremen": texts(
        de="Das Quelldokument nennt die Suche, aber keine näheren Wünsche. Anfragen nimmt die Beratung zur Partnersuche entgegen.",
        en="The source document mentions the search but no particular wishes. The partner search desk will take enquiries.",
        ru="В исходном документе сказано о поиске, но не о пожеланиях. Обращения принимает контактный пункт «Поиск партнёра».",
    ),
}

PARENTS: Mapping[str, str] = {"pushkin-pavlovsk": "saint-petersburg"}
"""Municipalities that belong to another one of the facts."""
