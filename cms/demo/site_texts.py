"""Home page, sections and site settings of the demo site."""

from __future__ import annotations

from dataclasses import dataclass, field

from cms.demo.blocks import Block, CallToAction, FactBox, Heading, Paragraph, PartnershipList, Picture, Quote
from cms.demo.texts import Texts, texts


@dataclass(frozen=True, kw_only=True)
class DemoPage:
    """A page that is no article. ``model`` is its page type, ``lists`` what it lists."""

    key: str
    model: str
    slug: Texts
    title: Texts
    intro: Texts
    body: tuple[Block, ...] = ()
    lists: str = ""
    in_menu: bool = True
    picture: str | None = None
    seo_description: Texts = field(default_factory=Texts)


ISSUER = texts(de="Trilog-Städtenetz e. V.", en="Trilog Town Network", ru="Сеть городов «Трилог»")

BOILERPLATE = texts(
    de="<p>Das Trilog-Städtenetz ist ein erdachter Verein. Er führt vor, wie ein Zusammenschluss von Partnerstädten seine Nachrichten in drei Sprachen veröffentlichen und eine Bibliothek der Partnerschaften pflegen kann.</p>",
    en="<p>The Trilog Town Network is an imaginary association. It shows how a union of partner towns can publish its news in three languages and maintain a library of partnerships.</p>",
    ru="<p>Сеть городов «Трилог» — вымышленное объединение. На её примере показано, как союз городов-партнёров может публиковать новости на трёх языках и вести библиотеку партнёрств.</p>",
)

SOCIAL_LINKS = (("Mastodon", "https://example.org/@trilog"), ("RSS", "https://example.org/trilog/feed"))

HOME = DemoPage(
    key="home",
    model="home",
    slug=texts(de="trilog", en="trilog-en", ru="трилог"),
    title=texts(de="Trilog-Städtenetz", en="Trilog Town Network", ru="Сеть городов «Трилог»"),
    intro=texts(
        de="<p>Nachrichten, Briefe und Berichte aus der Arbeit von Partnerstädten – auf Deutsch, Englisch und Russisch. Dazu eine Bibliothek, die festhält, wer mit wem verbunden ist und seit wann.</p>",
        en="<p>News, letters and reports from the work of partner towns – in German, English and Russian. And a library that records who is linked with whom, and since when.</p>",
        ru="<p>Новости, письма и отчёты о жизни городов-партнёров — на немецком, английском и русском языках. А также библиотека, где записано, кто с кем дружит и с какого года.</p>",
    ),
    picture="horizont",
    seo_description=texts(
        de="Nachrichten und Partnerschaftsbibliothek des Trilog-Städtenetzes in drei Sprachen.",
        en="News and partnership library of the Trilog Town Network in three languages.",
        ru="Новости и библиотека партнёрств Сети городов «Трилог» на трёх языках.",
    ),
    body=(
        Heading(texts(de="Drei Sprachen, ein Netz", en="Three languages, one network", ru="Три языка, одна сеть")),
        Paragraph(
            texts(
                de="Wer sich verständigen will, muss nicht dieselbe Sprache sprechen, aber sicher sein, dass in jeder Sprache dasselbe steht. Deshalb sind Daten, Orte und Beschlüsse hier überall gleich; übersetzt werden die Sätze dazwischen.",
                en="People who want to understand each other need not speak the same language, but they must be sure that every language says the same thing. That is why dates, places and decisions are identical throughout; what gets translated are the sentences in between.",
                ru="Чтобы понять друг друга, не обязательно говорить на одном языке, но нужно быть уверенным, что на каждом из них сказано одно и то же. Поэтому даты, места и решения здесь везде одинаковы, а переводится то, что между ними, — слова.",
            )
        ),
        PartnershipList(
            title=texts(de="Jahrestage 2026", en="Anniversaries in 2026", ru="Юбилеи 2026 года"), anniversary_year=2026
        ),
        CallToAction(
            text=texts(
                de="Kennen Sie eine Partnerschaft, die hier fehlt?",
                en="Do you know a partnership that is missing here?",
                ru="Знаете партнёрство, которого здесь не хватает?",
            ),
            label=texts(de="Schreiben Sie uns", en="Write to us", ru="Напишите нам"),
            url="https://example.org/trilog/hinweis",
        ),
    ),
)

PAGES = (
    DemoPage(
        key="press",
        model="article_index",
        lists="press_release",
        slug=texts(de="presse", en="press", ru="пресса"),
        title=texts(de="Presse", en="Press", ru="Пресса"),
        intro=texts(
            de="<p>Mitteilungen des Trilog-Städtenetzes für Redaktionen und alle, die es genau wissen wollen.</p>",
            en="<p>Releases of the Trilog Town Network for newsrooms and for everyone who wants to know precisely.</p>",
            ru="<p>Сообщения Сети городов «Трилог» для редакций и для всех, кому важны подробности.</p>",
        ),
    ),
    DemoPage(
        key="letters",
        model="article_index",
        lists="solidarity_letter",
        slug=texts(de="briefe", en="letters", ru="письма"),
        title=texts(de="Briefe", en="Letters", ru="Письма"),
        intro=texts(
            de="<p>Briefe der Verbundenheit, unterzeichnet von Ämtern und Vereinen.</p>",
            en="<p>Letters of solidarity, signed by offices and associations.</p>",
            ru="<p>Письма солидарности, подписанные учреждениями и объединениями.</p>",
        ),
    ),
    DemoPage(
        key="reports",
        model="article_index",
        lists="conference_report",
        slug=texts(de="berichte", en="reports", ru="отчёты"),
        title=texts(de="Berichte", en="Reports", ru="Отчёты"),
        intro=texts(
            de="<p>Rückblicke auf Konferenzen und Begegnungen.</p>",
            en="<p>Looking back at conferences and encounters.</p>",
            ru="<p>Воспоминания о конференциях и встречах.</p>",
        ),
    ),
    DemoPage(
        key="partnerships",
        model="library",
        lists="partnerships",
        slug=texts(de="partnerschaften", en="partnerships", ru="партнёрства"),
        title=texts(de="Partnerschaften", en="Partnerships", ru="Партнёрства"),
        intro=texts(
            de="<p>Wer ist mit wem verbunden, seit wann, und wie ist der Stand auf jeder Seite?</p>",
            en="<p>Who is linked with whom, since when, and where does each side stand?</p>",
            ru="<p>Кто с кем дружит, с какого года и каково положение каждой стороны?</p>",
        ),
    ),
    DemoPage(
        key="municipalities",
        model="library",
        lists="municipalities",
        slug=texts(de="kommunen", en="municipalities", ru="муниципалитеты"),
        title=texts(de="Kommunen", en="Municipalities", ru="Муниципалитеты"),
        intro=texts(
            de="<p>Städte, Kreise, Bezirke und Rayons mit allen ihren Namen.</p>",
            en="<p>Towns, counties, boroughs and districts with all their names.</p>",
            ru="<p>Города, районы и округа со всеми их названиями.</p>",
        ),
    ),
    DemoPage(
        key="conferences",
        model="library",
        lists="conferences",
        slug=texts(de="konferenzen", en="conferences", ru="конференции"),
        title=texts(de="Konferenzen", en="Conferences", ru="Конференции"),
        intro=texts(
            de="<p>Städtepartnerkonferenzen und Jugendforen seit 1987, soweit sie belegt sind.</p>",
            en="<p>Twin towns conferences and youth forums since 1987, as far as they are documented.</p>",
            ru="<p>Конференции городов-партнёров и молодёжные форумы с 1987 года — те, о которых есть сведения.</p>",
        ),
    ),
    DemoPage(
        key="about",
        model="section",
        slug=texts(de="ueber-uns", en="about-us", ru="о-нас"),
        title=texts(de="Über uns", en="About us", ru="О нас"),
        intro=texts(
            de="<p>Das Trilog-Städtenetz gibt es nicht. Es ist erdacht, um dieses Programm vorzuführen.</p>",
            en="<p>The Trilog Town Network does not exist. It was invented to demonstrate this software.</p>",
            ru="<p>Сети городов «Трилог» не существует. Она придумана, чтобы показать возможности этой программы.</p>",
        ),
        picture="boegen",
        body=(
            Heading(
                texts(
                    de="Was erdacht ist und was nicht",
                    en="What is invented and what is not",
                    ru="Что вымышлено, а что нет",
                )
            ),
            Paragraph(
                texts(
                    de="Die Kommunen, Partnerschaften und Konferenzen sind wirklich; ihre Daten stammen aus den Quellen, die bei jedem Eintrag stehen. Erdacht sind der Verein, seine Mitteilungen, seine Briefe und alle Unterschriften.",
                    en="The municipalities, partnerships and conferences are real; their data come from the sources named with every entry. The association, its releases, its letters and all signatures are invented.",
                    ru="Муниципалитеты, партнёрства и конференции настоящие; сведения о них взяты из источников, указанных в каждой записи. Вымышлены объединение, его сообщения, письма и все подписи.",
                )
            ),
            FactBox(
                title=texts(de="Wie wir zitieren", en="How we cite", ru="Как мы ссылаемся"),
                text=texts(
                    de="<p>Jede Angabe nennt ihre Quelle. Widersprechen sich zwei Quellen, stehen beide da.</p>",
                    en="<p>Every statement names its source. Where two sources disagree, both are given.</p>",
                    ru="<p>У каждого сведения указан источник. Если два источника расходятся, приводятся оба.</p>",
                ),
            ),
            Picture("stimmen"),
            Quote(
                text=texts(
                    de="Ein Netz besteht vor allem aus Zwischenräumen. Man muss sie offen halten.",
                    en="A net consists above all of the spaces in between. One has to keep them open.",
                    ru="Сеть состоит прежде всего из промежутков. Важно, чтобы они оставались открытыми.",
                ),
                speaker=texts(de="Vorsitz", en="Chair", ru="Председатель"),
                function=texts(de="Trilog-Städtenetz", en="Trilog Town Network", ru="Сеть городов «Трилог»"),
            ),
        ),
    ),
    DemoPage(
        key="imprint",
        model="section",
        in_menu=False,
        slug=texts(de="impressum", en="imprint", ru="выходные-данные"),
        title=texts(de="Impressum", en="Imprint", ru="Выходные данные"),
        intro=texts(
            de="<p>Angaben zum Herausgeber. Alle Angaben sind erdacht.</p>",
            en="<p>Information about the publisher. All details are invented.</p>",
            ru="<p>Сведения об издателе. Все данные вымышлены.</p>",
        ),
        body=(
            Paragraph(
                texts(
                    de="<p>Trilog-Städtenetz e. V., Musterallee 1, 00000 Musterstadt. E-Mail: <a href='mailto:geschaeftsstelle@example.org'>geschaeftsstelle@example.org</a>. Verantwortlich für den Inhalt: die Geschäftsstelle.</p>",
                    en="<p>Trilog Town Network, 1 Sample Avenue, 00000 Sampletown. E-mail: <a href='mailto:geschaeftsstelle@example.org'>geschaeftsstelle@example.org</a>. Responsible for content: the secretariat.</p>",
                    ru="<p>Сеть городов «Трилог», 00000, г. Примерск, аллея Образцовая, 1. Электронная почта: <a href='mailto:geschaeftsstelle@example.org'>geschaeftsstelle@example.org</a>. За содержание отвечает секретариат.</p>",
                )
            ),
            Heading(texts(de="Bilder und Daten", en="Pictures and data", ru="Изображения и данные")),
            Paragraph(
                texts(
                    de="Alle Bilder sind mit einem Programm gezeichnet und gemeinfrei (CC0). Koordinaten: GeoNames, CC BY 4.0.",
                    en="All pictures were drawn by a program and are in the public domain (CC0). Coordinates: GeoNames, CC BY 4.0.",
                    ru="Все изображения нарисованы программой и переданы в общественное достояние (CC0). Координаты: GeoNames, CC BY 4.0.",
                )
            ),
        ),
    ),
    DemoPage(
        key="privacy",
        model="section",
        in_menu=False,
        slug=texts(de="datenschutz", en="privacy", ru="конфиденциальность"),
        title=texts(de="Datenschutz", en="Privacy", ru="Конфиденциальность"),
        intro=texts(
            de="<p>Diese Seite liest nicht mit.</p>",
            en="<p>This site does not read along.</p>",
            ru="<p>Этот сайт не подглядывает.</p>",
        ),
        body=(
            Paragraph(
                texts(
                    de="Es gibt keine Zählpixel und keine fremden Schriften. Videos anderer Anbieter werden erst geladen, wenn Sie darauf klicken. Wer einen Brief unterzeichnet hat, kann seine Unterschrift jederzeit zurückziehen; die Angaben werden dann gelöscht.",
                    en="There are no tracking pixels and no third-party fonts. Videos from other providers are loaded only after you click on them. Anyone who has signed a letter may withdraw at any time; the data are then erased.",
                    ru="Здесь нет счётчиков и сторонних шрифтов. Видео с других сайтов загружаются только после щелчка. Подпись под письмом можно отозвать в любое время — тогда данные удаляются.",
                )
            ),
        ),
    ),
)
