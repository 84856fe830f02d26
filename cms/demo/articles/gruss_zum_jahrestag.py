"""Solidarity letter with 120 signatories."""

from datetime import date

from cms.demo.blocks import ChosenPartnership, Heading, Paragraph, Picture, Quote
from cms.demo.signatories import SIGNATURES_ARE_INVENTED, signatories
from cms.demo.texts import texts
from cms.demo.works import SolidarityLetter

ARTICLE = SolidarityLetter(
    slug=texts(
        de="gruss-an-die-partnerstaedte", en="greetings-to-the-partner-towns", ru="приветствие-городам-партнёрам"
    ),
    kicker=texts(de="Brief der Verbundenheit", en="Letter of solidarity", ru="Письмо солидарности"),
    title=texts(
        de="Was uns verbindet, bleibt: Gruß an die Partnerstädte",
        en="What connects us remains: greetings to the partner towns",
        ru="Нас по-прежнему многое связывает: приветствие городам-партнёрам",
    ),
    lead=texts(
        de="Zum 35. Jahrestag der Verträge von 1991 wenden sich Bürgermeisterämter und Partnerschaftsvereine an die Menschen in den Partnerstädten. 120 Ämter und Vereine haben den Brief unterzeichnet.",
        en="On the 35th anniversary of the agreements of 1991, mayors’ offices and twinning associations address the people of the partner towns. The letter was signed by 120 offices and associations.",
        ru="К 35-летию договоров 1991 года администрации и общества побратимства обращаются к жителям городов-партнёров. Письмо подписали 120 учреждений и объединений.",
    ),
    date=date(2026, 10, 20),
    place="munster",
    picture="haende",
    places=("munster", "michurinsk", "essen", "nizhny-novgorod"),
    partnerships=("munster--michurinsk", "essen--nizhny-novgorod"),
    tags=("1991", "2026"),
    contacts=("geschaeftsstelle",),
    related=("1991-das-jahr-der-vertraege",),
    addressees=texts(
        de="An die Einwohnerinnen und Einwohner unserer Partnerstädte, Partnerkreise und Partnerbezirke",
        en="To the people of our partner towns, districts and boroughs",
        ru="Жителям наших городов-партнёров, районов и округов",
    ),
    occasion=texts(
        de="35. Jahrestag der Partnerschaftsverträge von 1991",
        en="35th anniversary of the partnership agreements of 1991",
        ru="35-летие договоров о партнёрстве 1991 года",
    ),
    translation_credit="Trilog",
    signatories=signatories(120),
    seo_description=texts(
        de="120 Bürgermeisterämter und Partnerschaftsvereine grüßen zum 35. Jahrestag der Verträge von 1991 die Menschen in den Partnerstädten.",
        en="120 mayors’ offices and twinning associations send greetings to the people of the partner towns.",
        ru="120 администраций и обществ побратимства обратились к жителям городов-партнёров в связи с 35-летием договоров 1991 года.",
    ),
    body=(
        Paragraph(
            texts(
                de="Liebe Nachbarinnen und Nachbarn in der Ferne,",
                en="Dear neighbours far away,",
                ru="Дорогие далёкие соседи!",
            )
        ),
        Paragraph(
            texts(
                de="vor 35 Jahren haben unsere Kommunen Verträge geschlossen. In ihnen ist von Freundschaft die Rede, von Jugendlichen, die einander besuchen sollten, von Chören, Schulen und Krankenhäusern. Vieles davon ist Wirklichkeit geworden, weil Menschen ihre Türen geöffnet haben: für eine Nacht, für eine Woche, manche für ein Leben.",
                en="thirty-five years ago our municipalities concluded agreements. They speak of friendship, of young people who should visit one another, of choirs, schools and hospitals. Much of it came true because people opened their doors: for a night, for a week, some for a lifetime.",
                ru="Тридцать пять лет назад наши муниципалитеты заключили договоры. В них говорится о дружбе, о молодёжи, которая будет ездить друг к другу в гости, о хорах, школах и больницах. Многое сбылось, потому что люди открывали двери своих домов: кто на ночь, кто на неделю, а кто и на всю жизнь.",
            )
        ),
        Paragraph(
            texts(
                de="Heute ruhen die offiziellen Kontakte an mehreren Orten. Die Räte haben darüber entschieden, und wir achten ihre Beschlüsse. Dieser Brief ist kein Beschluss. Er ist ein Gruß von Haus zu Haus, und er sagt nur eines: Wir haben euch nicht vergessen.",
                en="Today official contacts are dormant in several places. Councils have taken their decisions, and we respect them. This letter is not a decision. It is a greeting from one house to another, and it says just one thing: we have not forgotten you.",
                ru="Сегодня официальные контакты в ряде городов приостановлены. Решения приняли советы, и мы их уважаем. Это письмо — не решение. Это привет из дома в дом, и говорит он только об одном: мы вас не забыли.",
            )
        ),
        Picture("bruecke"),
        Heading(texts(de="Was wir bewahren wollen", en="What we want to keep", ru="Что мы хотим сберечь")),
        Paragraph(
            texts(
                de="<ul><li>die Adressen der Gastfamilien, Chöre und Schulen,</li><li>die Fotografien, Briefe und Gästebücher aus 35 Jahren,</li><li>die Sprache der anderen, in der wir weiter lernen und lesen,</li><li>die Gewohnheit, einander zuzuhören, auch wenn wir nicht einer Meinung sind.</li></ul>",
                en="<ul><li>the addresses of host families, choirs and schools,</li><li>the photographs, letters and visitors’ books of 35 years,</li><li>each other’s language, in which we go on learning and reading,</li><li>the habit of listening to one another, even when we disagree.</li></ul>",
                ru="<ul><li>адреса принимающих семей, хоров и школ;</li><li>фотографии, письма и гостевые книги за 35 лет;</li><li>язык друг друга, который мы продолжаем учить и на котором продолжаем читать;</li><li>привычку слушать собеседника, даже если мы не во всём согласны.</li></ul>",
            )
        ),
        Quote(
            text=texts(
                de="Eine Freundschaft, die 1991 möglich war, wird auch wieder Gelegenheiten finden.",
                en="A friendship that was possible in 1991 will find its opportunities again.",
                ru="Дружба, ставшая возможной в 1991 году, ещё найдёт повод проявить себя.",
            ),
            speaker=texts(de="Vorsitz", en="Chair", ru="Председатель"),
            function=texts(de="Trilog-Städtenetz", en="Trilog Town Network", ru="Сеть городов «Трилог»"),
            date="2026-10-20",
        ),
        ChosenPartnership("munster--michurinsk"),
        SIGNATURES_ARE_INVENTED,
        Paragraph(
            texts(
                de="Wir grüßen euch zum Jahrestag und wünschen euch und uns Frieden.",
                en="We send you our greetings on this anniversary and wish you, and ourselves, peace.",
                ru="Поздравляем вас с юбилеем и желаем вам и нам мира.",
            )
        ),
    ),
)
