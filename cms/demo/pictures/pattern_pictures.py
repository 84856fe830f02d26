"""Pictures without houses."""

from collections.abc import Mapping

from cms.demo.texts import texts

from . import patterns
from .picture import DemoPicture

PATTERN_PICTURES: Mapping[str, DemoPicture] = {
    "boegen": DemoPicture(
        patterns.arcs,
        ("#fbf7ef", "#c8553d", "#588b8b", "#ffd5a1", "#2d5d7b", "#26323b"),
        texts(de="Bögen", en="Arcs", ru="Дуги"),
        texts(
            de="Punkte links und rechts, verbunden durch farbige Bögen",
            en="Dots on the left and right, joined by coloured arcs",
            ru="Точки слева и справа, соединённые цветными дугами",
        ),
        texts(
            de="Jeder Bogen steht für eine Verbindung.",
            en="Every arc stands for a link.",
            ru="Каждая дуга — это связь.",
        ),
    ),
    "mosaik": DemoPicture(
        patterns.mosaic,
        ("#f7f3e9", "#35524a", "#627c85", "#a2e8dd", "#779cab", "#32de8a"),
        texts(de="Mosaik", en="Mosaic", ru="Мозаика"),
        texts(
            de="Mosaik aus Dreiecken in Grün- und Blautönen",
            en="Mosaic of triangles in shades of green and blue",
            ru="Мозаика из треугольников зелёных и синих оттенков",
        ),
        texts(
            de="Aus vielen Stücken wird ein Bild.",
            en="Many pieces make a picture.",
            ru="Из множества кусочков складывается картина.",
        ),
    ),
    "kacheln": DemoPicture(
        patterns.tiles,
        ("#faf6ee", "#9bc1bc", "#e6ebe0", "#ed6a5a", "#f4f1bb", "#36494e"),
        texts(de="Kacheln", en="Tiles", ru="Плитки"),
        texts(
            de="Kacheln mit Viertelkreisen, die sich zu Mustern fügen",
            en="Tiles with quarter circles that combine into patterns",
            ru="Плитки с четвертями кругов, складывающиеся в узор",
        ),
        texts(
            de="Fast gleich und doch verschieden.",
            en="Almost alike and yet different.",
            ru="Почти одинаковые — и всё же разные.",
        ),
    ),
    "strahlen": DemoPicture(
        patterns.rays,
        ("#fff7e6", "#ee964b", "#f4d35e", "#0d3b66", "#7fb7be", "#95190c"),
        texts(de="Strahlen", en="Rays", ru="Лучи"),
        texts(
            de="Vierzig farbige Strahlen, die von einem Punkt am unteren Rand ausgehen",
            en="Forty coloured rays starting from one point at the lower edge",
            ru="Сорок цветных лучей, расходящихся из одной точки внизу",
        ),
        texts(de="Ein Strahl für jedes Jahr.", en="One ray for each year.", ru="По лучу на каждый год."),
    ),
    "treppen": DemoPicture(
        patterns.stairs,
        ("#f6f4f0", "#6d597a", "#b56576", "#e56b6f", "#eaac8b", "#355070"),
        texts(de="Treppen", en="Stairs", ru="Лестницы"),
        texts(
            de="Treppen in Violett- und Rottönen, die nach rechts ansteigen",
            en="Stairs in purple and red, rising to the right",
            ru="Лестницы лиловых и красных тонов, поднимающиеся вправо",
        ),
        texts(de="Schritt für Schritt.", en="Step by step.", ru="Шаг за шагом."),
    ),
    "archiv": DemoPicture(
        patterns.shelves,
        ("#f8f1e5", "#7f5539", "#b08968", "#606c38", "#bc6c25", "#432818"),
        texts(de="Archiv", en="Archive", ru="Архив"),
        texts(
            de="Vier Regalbretter voller Aktenordner in Braun- und Grüntönen",
            en="Four shelves full of files in brown and green",
            ru="Четыре полки с папками коричневых и зелёных тонов",
        ),
        texts(
            de="Was aufgehoben wird, kann gefunden werden.",
            en="What is kept can be found.",
            ru="Что сохранено, то можно найти.",
        ),
    ),
    "haende": DemoPicture(
        patterns.rings,
        ("#fdf6ec", "#e76f51", "#2a9d8f", "#e9c46a", "#264653", "#f4a261"),
        texts(de="Ringe", en="Rings", ru="Кольца"),
        texts(
            de="Farbige Ringe, die ineinandergreifen",
            en="Coloured rings that interlock",
            ru="Цветные кольца, сцепленные друг с другом",
        ),
        texts(de="Ein Ring hält den anderen.", en="One ring holds the next.", ru="Одно кольцо держит другое."),
    ),
    "stimmen": DemoPicture(
        patterns.voices,
        ("#f5f3f7", "#7b2d8b", "#1b998b", "#f46036", "#2e294e", "#c5d86d"),
        texts(de="Stimmen", en="Voices", ru="Голоса"),
        texts(
            de="Zwei Kreise senden Wellen aus, die sich in der Mitte an einem dritten Punkt kreuzen",
            en="Two circles send out waves that cross at a third point in the middle",
            ru="Два круга посылают волны, которые пересекаются посередине, у третьей точки",
        ),
        texts(
            de="Zwei sprechen, die dritte Stimme verbindet.",
            en="Two speak; the third voice connects.",
            ru="Двое говорят, третий голос соединяет.",
        ),
    ),
    "drachen": DemoPicture(
        patterns.kites,
        ("#dff3fb", "#ef476f", "#ffd166", "#06d6a0", "#118ab2", "#073b4c"),
        texts(de="Drachen", en="Kites", ru="Воздушные змеи"),
        texts(
            de="Bunte Papierdrachen am hellblauen Himmel",
            en="Colourful kites in a pale blue sky",
            ru="Разноцветные воздушные змеи в голубом небе",
        ),
        texts(
            de="Der Wind fragt nicht nach Grenzen.",
            en="The wind knows no borders.",
            ru="Ветер не спрашивает о границах.",
        ),
    ),
    "planeten": DemoPicture(
        patterns.orbits,
        ("#14213d", "#fca311", "#e5e5e5", "#8ecae6", "#fb8500", "#90be6d"),
        texts(de="Planeten", en="Planets", ru="Планеты"),
        texts(
            de="Sieben Planeten auf kreisförmigen Bahnen vor dunkelblauem Himmel",
            en="Seven planets on circular orbits against a dark blue sky",
            ru="Семь планет на круговых орбитах на фоне тёмно-синего неба",
        ),
        texts(de="Horizonte lassen sich erweitern.", en="Horizons can be broadened.", ru="Горизонты можно расширить."),
    ),
    "gruppen": DemoPicture(
        patterns.groups,
        ("#fbf9f4", "#d1495b", "#edae49", "#66a182", "#2e4057", "#8d96a3"),
        texts(de="Gruppen", en="Groups", ru="Группы"),
        texts(
            de="Sieben Gruppen farbiger Punkte um einen gemeinsamen Mittelpunkt",
            en="Seven groups of coloured dots around a common centre",
            ru="Семь групп цветных точек вокруг общего центра",
        ),
        texts(
            de="Sieben Gruppen, eine Konferenz.", en="Seven groups, one conference.", ru="Семь групп, одна конференция."
        ),
    ),
    "felder": DemoPicture(
        patterns.fields,
        ("#fefae0", "#606c38", "#a3b18a", "#dda15e", "#e9d8a6", "#bc6c25"),
        texts(de="Felder", en="Fields", ru="Поля"),
        texts(
            de="Felder in Grün, Gelb und Braun, von oben gesehen",
            en="Fields in green, yellow and brown, seen from above",
            ru="Поля зелёного, жёлтого и коричневого цвета, вид сверху",
        ),
        texts(de="Felder, von weit oben.", en="Fields, from high above.", ru="Поля с большой высоты."),
    ),
    "faecher": DemoPicture(
        patterns.fan,
        ("#fdfcf7", "#8ab17d", "#e9c46a", "#287271", "#f4a261", "#b5838d"),
        texts(de="Fächer", en="Fan", ru="Веер"),
        texts(
            de="Fächer aus farbigen Streifen, die von einem Punkt ausgehen",
            en="Fan of coloured stripes starting from one point",
            ru="Веер из цветных полос, расходящихся из одной точки",
        ),
        texts(
            de="Straßen wie die Stäbe eines Fächers.",
            en="Streets like the ribs of a fan.",
            ru="Улицы, как пластины веера.",
        ),
    ),
}
