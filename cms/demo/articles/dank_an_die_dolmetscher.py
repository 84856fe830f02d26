"""Solidarity letter first written in Russian: thanks to translators and interpreters."""

from datetime import date

from cms.demo.blocks import Bibliography, Heading, Paragraph, Picture, Quote
from cms.demo.signatories import SIGNATURES_ARE_INVENTED, signatories
from cms.demo.texts import texts
from cms.demo.works import SolidarityLetter

ARTICLE = SolidarityLetter(
    slug=texts(de="dank-an-die-dritte-stimme", en="thanks-to-the-third-voice", ru="спасибо-третьему-голосу"),
    kicker=texts(de="Tag des Übersetzens", en="Translation Day", ru="День переводчика"),
    title=texts(
        de="Dank an die dritte Stimme: Brief an alle, die für uns übersetzen",
        en="Thanks to the third voice: a letter to all who translate for us",
        ru="Спасибо третьему голосу: письмо всем, кто для нас переводит",
    ),
    lead=texts(
        de="Zum Internationalen Tag des Übersetzens am 30. September danken Kommunen und Vereine den Menschen, ohne die keine Partnerschaft zustande käme: Dolmetscherinnen und Dolmetschern, Übersetzerinnen und Übersetzern.",
        en="On International Translation Day, 30 September, municipalities and associations thank the people without whom no partnership would ever have come about: interpreters and translators.",
        ru="30 сентября, в Международный день переводчика, муниципалитеты и объединения благодарят тех, без кого не состоялось бы ни одно партнёрство, — устных и письменных переводчиков.",
    ),
    date=date(2026, 9, 30),
    picture="stimmen",
    tags=("2026",),
    contacts=("sprachdienst",),
    addressees=texts(
        de="An die Dolmetscherinnen, Dolmetscher, Übersetzerinnen und Übersetzer in unseren Partnerstädten",
        en="To the interpreters and translators in our partner towns",
        ru="Переводчикам и переводчицам наших городов-партнёров",
    ),
    occasion=texts(
        de="Internationaler Tag des Übersetzens",
        en="International Translation Day",
        ru="Международный день переводчика",
    ),
    original_locale="ru",
    translation_credit="Trilog",
    signatories=signatories(14),
    body=(
        Paragraph(
            texts(
                de="Zwischen zwei Menschen, die miteinander reden, sitzt manchmal ein dritter. Man sieht ihn auf den Fotografien selten; er steht am Rand, einen Schritt hinter den Amtsketten. Und doch hat jedes Wort, das an diesem Tag gesprochen wurde, zweimal geklungen – das zweite Mal mit seiner Stimme.",
                en="Between two people who talk to each other there is sometimes a third. Photographs seldom show this person, who stands at the edge, one step behind the chains of office. And yet every word spoken that day was heard twice – the second time in that third voice.",
                ru="Между двумя собеседниками иногда сидит третий. На фотографиях его почти не видно: он стоит с краю, на шаг позади людей с парадными цепями. И всё же каждое слово, сказанное в тот день, прозвучало дважды — и во второй раз его голосом.",
            )
        ),
        Paragraph(
            texts(
                de="Ihr habt Trinksprüche gerettet, die auf Deutsch nicht lustig gewesen wären. Ihr habt aus einem schroffen Nein ein höfliches gemacht, ohne dass es aufhörte, ein Nein zu sein. Ihr habt um Mitternacht noch den letzten Absatz eines Vertrags geglättet, damit am Morgen beide Seiten dasselbe unterschrieben.",
                en="You rescued toasts that would not have been funny in German. You turned a blunt no into a courteous one without its ceasing to be a no. At midnight you were still smoothing the last paragraph of an agreement, so that in the morning both sides signed the same thing.",
                ru="Вы спасали тосты, которые по-немецки не показались бы смешными. Вы превращали резкое «нет» в вежливое — и оно не переставало быть отказом. Вы и за полночь шлифовали последний абзац договора, чтобы утром обе стороны подписали одно и то же.",
            )
        ),
        Heading(texts(de="Drei Bitten", en="Three requests", ru="Три просьбы")),
        Paragraph(
            texts(
                de="<ol><li>Sagt uns, wenn wir zu schnell sprechen.</li><li>Verbessert uns, wenn wir einen Ort falsch schreiben.</li><li>Bleibt, wenn das Gespräch schwierig wird. Gerade dann brauchen wir euch.</li></ol>",
                en="<ol><li>Tell us when we speak too fast.</li><li>Correct us when we misspell a place.</li><li>Stay when the conversation gets difficult. That is when we need you most.</li></ol>",
                ru="<ol><li>Говорите нам, если мы частим.</li><li>Поправляйте, если мы неверно пишем название города.</li><li>Не уходите, когда разговор становится трудным. Именно тогда вы нужнее всего.</li></ol>",
            )
        ),
        Picture("boegen"),
        Quote(
            text=texts(
                de="Wer übersetzt, hört doppelt zu.",
                en="Those who translate listen twice.",
                ru="Кто переводит, тот слушает вдвойне.",
            ),
            speaker=texts(de="Sprachdienst", en="Language service", ru="Языковая служба"),
            function=texts(de="Trilog-Städtenetz", en="Trilog Town Network", ru="Сеть городов «Трилог»"),
        ),
        SIGNATURES_ARE_INVENTED,
        Bibliography(
            kind="online",
            title="Internationaler Tag des Übersetzens, 30. September",
            publication="un.org",
            url="https://www.un.org/en/observances/international-translation-day",
        ),
    ),
)
