"""Press release behind a password."""

from datetime import date

from cms.demo.blocks import Documents, Heading, Paragraph, Picture
from cms.demo.texts import texts
from cms.demo.works import PressRelease

ARTICLE = PressRelease(
    slug=texts(de="pressemappe-fuer-redaktionen", en="press-kit-for-newsrooms", ru="материалы-для-редакций"),
    kicker=texts(de="Nur für Redaktionen", en="For newsrooms only", ru="Только для редакций"),
    title=texts(
        de="Pressemappe für Redaktionen: Zahlen, Namen, Hintergründe",
        en="Press kit for newsrooms: figures, names, background",
        ru="Материалы для редакций: цифры, названия, справки",
    ),
    lead=texts(
        de="Diese Seite ist mit einem Kennwort geschützt. Sie enthält Arbeitsmaterial, das sich noch ändern kann, und soll nicht wörtlich zitiert werden.",
        en="This page is protected by a password. It holds working material that may still change and should not be quoted verbatim.",
        ru="Эта страница защищена паролем. Здесь собраны рабочие материалы: они могут измениться и не предназначены для дословного цитирования.",
    ),
    date=date(2026, 10, 5),
    picture="archiv",
    tags=("2026",),
    contacts=("geschaeftsstelle",),
    documents=("partnerschaften", "jahrestage-2026"),
    visibility="password",
    body=(
        Paragraph(
            texts(
                de="Redaktionen erhalten hier die Zahlen der Bibliothek in einer Form, die sich weiterverarbeiten lässt. Bitte prüfen Sie vor der Veröffentlichung, ob ein Eintrag inzwischen berichtigt wurde.",
                en="Newsrooms find the library’s figures here in a form that can be processed further. Before publishing, please check whether an entry has been corrected in the meantime.",
                ru="Здесь редакции найдут данные библиотеки в удобном для обработки виде. Перед публикацией просим проверить, не была ли запись исправлена.",
            )
        ),
        Heading(texts(de="Dateien", en="Files", ru="Файлы")),
        Documents(
            title=texts(de="Arbeitsmaterial", en="Working material", ru="Рабочие материалы"),
            documents=("partnerschaften", "jahrestage-2026"),
        ),
        Picture("fenster"),
    ),
)
