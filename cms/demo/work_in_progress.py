"""A translation that is being worked on: half done, given to people, talked about, and planned for publication."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cms.demo.texts import Texts, texts


@dataclass(frozen=True, slots=True)
class Turn:
    """What one translator was given, and what they have done of it."""

    days: int
    """Until it is due, counted from the day on which the demo is loaded."""
    note: str
    translated: Mapping[str, str]
    """The source's strings that have a translation already."""


@dataclass(frozen=True, slots=True)
class Question:
    """A thread about one string of the source."""

    code: str
    """The locale whose translator asks."""
    about: str
    asked: str
    answered: str = ""


@dataclass(frozen=True, slots=True)
class WorkInProgress:
    """One article on its way into other languages."""

    article: str
    """Key of the piece of demo content."""
    turns: Mapping[str, Turn]
    questions: tuple[Question, ...]
    together: tuple[str, ...]
    when_ready: tuple[str, ...]


TITLE = "Arbeitsprogramm 2027: mehr Sprachen, mehr Archiv, mehr Jugend"
LEAD = (
    "Der Vorstand berät im Dezember über das Arbeitsprogramm für 2027. Dieser Entwurf ist noch nicht abgestimmt und "
    "nicht zur Veröffentlichung bestimmt."
)
OPEN_POINTS = "Noch zu klären"

NOTES: Texts = texts(
    de="Bitte bis zur Sitzung des Vorstands.",
    en="Please before the board meets.",
    ru="Пожалуйста, до заседания правления.",
)

WORK_IN_PROGRESS = WorkInProgress(
    article="arbeitsprogramm-2027",
    turns={
        "en": Turn(
            days=9,
            note=NOTES["en"],
            translated={
                "Entwurf": "Draft",
                TITLE: "Work programme for 2027: more languages, more archive, more youth",
                LEAD: (
                    "In December the board will discuss the work programme for 2027. This draft has not been agreed and "
                    "is not meant for publication."
                ),
                OPEN_POINTS: "Still to be settled",
                "Kosten der Übersetzung": "Costs of translation",
            },
        ),
        "ru": Turn(
            days=4,
            note=NOTES["ru"],
            translated={
                "Entwurf": "Проект",
                TITLE: "План работы на 2027 год: больше языков, больше архивов, больше молодёжи",
            },
        ),
    },
    questions=(
        Question(
            code="ru",
            about="Zuständigkeit für das Archiv",
            asked="Речь идёт об архиве ассоциации или об архивах городов?",
            answered="Gemeint ist das Archiv des Städtenetzes.",
        ),
        Question(code="en", about=OPEN_POINTS, asked="Is this a heading, or part of the list below?"),
    ),
    together=("de", "en"),
    when_ready=("ru",),
)
