"""Pictures of towns, water and bridges."""

from collections.abc import Mapping

from cms.demo.texts import texts

from . import townscapes
from .picture import DemoPicture

TOWNSCAPE_PICTURES: Mapping[str, DemoPicture] = {
    "horizont": DemoPicture(
        townscapes.horizon,
        ("#f4e9d8", "#e8985e", "#3d5a6c", "#f6d186", "#7d9aa5", "#22343f"),
        texts(de="Häuserzeilen", en="Rows of houses", ru="Ряды домов"),
        texts(
            de="Gestaffelte Häuserzeilen in Blaugrau vor einer tief stehenden orangefarbenen Sonne",
            en="Rows of houses in blue-grey, one behind the other, before a low orange sun",
            ru="Ряды серо-голубых домов один за другим на фоне низкого оранжевого солнца",
        ),
        texts(de="Viele Städte, ein Horizont.", en="Many towns, one horizon.", ru="Городов много, горизонт один."),
    ),
    "daecher": DemoPicture(
        townscapes.roofs,
        ("#f9efe3", "#b5523b", "#8f3b2e", "#d17b49", "#e6c9a8", "#5b3a29"),
        texts(de="Dächer", en="Roofs", ru="Крыши"),
        texts(
            de="Reihen roter Giebeldächer, dicht hintereinander",
            en="Rows of red gabled roofs, close behind one another",
            ru="Тесные ряды красных двускатных крыш",
        ),
        texts(
            de="Zwölf Städte und Kreise, viele Dächer.",
            en="Twelve towns and districts, many roofs.",
            ru="Двенадцать городов и районов, множество крыш.",
        ),
    ),
    "fluss": DemoPicture(
        townscapes.river,
        ("#fdf0d5", "#f4a259", "#5b8e7d", "#8cb369", "#bc4b51", "#1f4e5f"),
        texts(de="Fluss", en="River", ru="Река"),
        texts(
            de="Breiter Fluss in Grün- und Blautönen unter einer orangefarbenen Sonne",
            en="Wide river in green and blue under an orange sun",
            ru="Широкая река зелёных и синих тонов под оранжевым солнцем",
        ),
        texts(
            de="Ruhr oder Wolga? Das Wasser sagt es nicht.",
            en="Ruhr or Volga? The water does not say.",
            ru="Рур или Волга? Вода не скажет.",
        ),
    ),
    "bruecke": DemoPicture(
        townscapes.bridge,
        ("#e9f1f7", "#ffbc42", "#5c9ead", "#d8d2c4", "#326273", "#1d3a45"),
        texts(de="Brücke", en="Bridge", ru="Мост"),
        texts(
            de="Brücke mit fünf Bögen, die sich im Wasser spiegeln",
            en="Bridge of five arches mirrored in the water",
            ru="Мост с пятью арками, отражающимися в воде",
        ),
        texts(de="Fünf Bögen, zwei Ufer.", en="Five arches, two banks.", ru="Пять арок, два берега."),
    ),
    "kuppeln": DemoPicture(
        townscapes.domes,
        ("#eaf2f5", "#f2c14e", "#dcc7a3", "#2e6f95", "#5f9a6b", "#7a4b3a"),
        texts(de="Kuppeln", en="Domes", ru="Купола"),
        texts(
            de="Fünf Zwiebelkuppeln in Blau und Grün über einer Mauer",
            en="Five onion domes in blue and green above a wall",
            ru="Пять луковичных куполов, синих и зелёных, над крепостной стеной",
        ),
        texts(de="Kuppeln, frei erfunden.", en="Domes, freely invented.", ru="Купола, придуманные от начала до конца."),
    ),
    "foerdertuerme": DemoPicture(
        townscapes.winding_towers,
        ("#f3ead7", "#e0a458", "#a9b18f", "#c44536", "#6c584c", "#2b2d42"),
        texts(de="Fördertürme", en="Winding towers", ru="Копры"),
        texts(
            de="Zwei Fördertürme mit großen Rädern vor Hügeln",
            en="Two winding towers with big wheels before hills",
            ru="Два шахтных копра с большими колёсами на фоне холмов",
        ),
        texts(
            de="Räder, die einst Kohle förderten.",
            en="Wheels that once lifted coal.",
            ru="Колёса, когда-то поднимавшие уголь.",
        ),
    ),
    "hafen": DemoPicture(
        townscapes.harbour,
        ("#e8eef2", "#f25f5c", "#ffe066", "#247ba0", "#70c1b3", "#33415c"),
        texts(de="Hafen", en="Harbour", ru="Порт"),
        texts(
            de="Kräne und bunte Container über einem Schiff",
            en="Cranes and colourful containers above a ship",
            ru="Краны и разноцветные контейнеры над кораблём",
        ),
        texts(
            de="Im Hafen kommt alles an, auch Briefe.",
            en="Everything arrives at the harbour, letters too.",
            ru="В порт приходит всё, даже письма.",
        ),
    ),
    "fenster": DemoPicture(
        townscapes.windows,
        ("#f0e6d6", "#4a4e69", "#9a8c98", "#f6bd60", "#c9ada7", "#22223b"),
        texts(de="Fenster", en="Windows", ru="Окна"),
        texts(
            de="Hausfront mit vielen Fenstern, einige davon erleuchtet",
            en="Front with many windows, some of them lit",
            ru="Фасад со множеством окон, некоторые из них светятся",
        ),
        texts(
            de="Manche Fenster sind hell, andere nicht.",
            en="Some windows are lit, others are not.",
            ru="Одни окна светятся, другие нет.",
        ),
    ),
    "wellen": DemoPicture(
        townscapes.waves,
        ("#f2f7f5", "#bfd7ea", "#91aec1", "#508ca4", "#0a8754", "#004f2d"),
        texts(de="Wellen", en="Waves", ru="Волны"),
        texts(
            de="Übereinanderliegende Wellen von Hellblau bis Dunkelgrün",
            en="Waves above one another, from pale blue to dark green",
            ru="Волны одна над другой — от голубой до тёмно-зелёной",
        ),
        texts(de="Noch in Bewegung.", en="Still moving.", ru="Всё ещё в движении."),
    ),
}
