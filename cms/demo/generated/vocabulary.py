"""What generated texts are made of: sentences with gaps, one list a language, in the same order in all of them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language."""

    titles: tuple[str, ...]
    sentences: tuple[str, ...]
    headings: tuple[str, ...]
    speaker: str


@dataclass(frozen=True, slots=True)
class Names:
    """What fills the gaps of one work in one language."""

    town: str
    partner: str
    year: int
    number: int

    def fill(self, text: str) -> str:
        """The text with the names in its gaps."""
        return text.format(town=self.town, partner=self.partner, year=self.year, number=self.number)


VOCABULARIES = {
    "de": Vocabulary(
        titles=(
            "{town} und {partner}: Austausch der Feuerwehren",
            "Jugendliche aus {partner} zu Gast in {town}",
            "{town} schickt Schulbücher nach {partner}",
            "Chöre aus {town} und {partner} singen gemeinsam",
            "Bürgerreise von {town} nach {partner}",
            "{partner} lädt {town} zum Stadtfest ein",
        ),
        sentences=(
            "Eine Gruppe aus {partner} war in diesem Sommer eine Woche lang zu Gast in {town}.",
            "Seit {year} sind beide Städte einander verbunden.",
            "Der Verein hat in diesem Jahr {number} Briefe erhalten.",
            "Über die Kosten wird der Rat von {town} im Herbst beraten.",
            "Viele Familien haben sich nach den Jahren des Schweigens wieder geschrieben.",
            "Die Schulen planen für das nächste Jahr einen gemeinsamen Kalender.",
            "In {partner} wurde dazu eine kleine Ausstellung eröffnet.",
            "Wer mitfahren möchte, meldet sich bis Ende des Monats im Rathaus.",
            "Das Treffen begann mit einem Gang über den alten Friedhof von {town}.",
            "Dolmetscherinnen des Vereins haben alle Gespräche begleitet.",
            "Bis zum Jubiläum fehlen noch Fotos aus den ersten Jahren.",
            "Am letzten Abend wurde gesungen, und niemand wollte nach Hause.",
        ),
        headings=("Wie es weitergeht", "Aus den Vereinen", "Hintergrund", "Stimmen"),
        speaker="Eine Teilnehmerin",
    ),
    "en": Vocabulary(
        titles=(
            "{town} and {partner}: fire brigades meet",
            "Young people from {partner} visit {town}",
            "{town} sends schoolbooks to {partner}",
            "Choirs from {town} and {partner} sing together",
            "Citizens of {town} travel to {partner}",
            "{partner} invites {town} to its town festival",
        ),
        sentences=(
            "A group from {partner} spent a week in {town} this summer.",
            "The two towns have been linked since {year}.",
            "The association has received {number} letters this year.",
            "The council of {town} will discuss the costs in autumn.",
            "After years of silence many families have written to each other again.",
            "The schools are planning a joint calendar for next year.",
            "A small exhibition about it was opened in {partner}.",
            "Those who want to come along can register at the town hall by the end of the month.",
            "The meeting began with a walk across the old cemetery of {town}.",
            "Interpreters of the association were present at every talk.",
            "Photographs of the first years are still missing for the anniversary.",
            "On the last evening there was singing, and nobody wanted to go home.",
        ),
        headings=("What comes next", "From the associations", "Background", "Voices"),
        speaker="A participant",
    ),
    "ru": Vocabulary(
        titles=(
            "{town} и {partner}: встреча пожарных",
            "Молодёжь из города {partner} в гостях в городе {town}",
            "{town} отправляет учебники в город {partner}",
            "Хоры городов {town} и {partner} поют вместе",
            "Поездка жителей города {town} в город {partner}",
            "{partner} приглашает {town} на день города",
        ),
        sentences=(
            "Этим летом группа из города {partner} неделю гостила в городе {town}.",
            "Оба города связаны с {year} года.",
            "В этом году общество получило писем: {number}.",
            "Совет города {town} обсудит расходы осенью.",
            "После лет молчания многие семьи снова написали друг другу.",
            "Школы готовят общий календарь на следующий год.",
            "В городе {partner} открылась небольшая выставка.",
            "Желающие поехать могут записаться в ратуше до конца месяца.",
            "Встреча началась с прогулки по старому кладбищу города {town}.",
            "Переводчицы общества помогали на всех беседах.",
            "Для юбилея не хватает фотографий первых лет.",
            "В последний вечер пели, и никто не хотел расходиться.",
        ),
        headings=("Что дальше", "Из жизни обществ", "История вопроса", "Голоса"),
        speaker="Участница",
    ),
}

FALLBACK = "en"


def vocabulary(locale: str) -> Vocabulary:
    """The words of a language; those of another one where it has none here."""
    return VOCABULARIES.get(locale) or VOCABULARIES[FALLBACK]


def paragraph(words: Vocabulary, names: Names, chance: Random) -> str:
    """Some sentences. The same state of `chance` chooses the same ones in every language."""
    return " ".join(names.fill(sentence) for sentence in chance.sample(words.sentences, chance.randint(4, 7)))
