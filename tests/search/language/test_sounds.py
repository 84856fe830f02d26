"""Names in several transcriptions."""

import pytest

from search.language import sounds


@pytest.mark.parametrize(
    "names",
    [
        "Нижний Nischni Nischnij Nizhny Nizhni Nižnij",
        "Новгород Nowgorod Novgorod",
        "Екатеринбург Jekaterinburg Yekaterinburg Ekaterinburg",
        "Харьков Charkow Kharkov",
        "Царицын Zarizyn Tsaritsyn",
        "Чита Tschita Chita",
        "Рязань Rjasan Ryazan",
        "Орёл Orjol Oryol",
        "Щёлково Schtscholkowo Shchyolkovo",
        "Дюссельдорф Düsseldorf",
    ],
)
def test_all_spellings_of_a_name_sound_alike(names: str) -> None:
    first, *others = names.split()

    assert [name for name in others if not sounds(first) & sounds(name)] == []


@pytest.mark.parametrize("names", ["Münster Munster", "Минск Мценск", "Tula Tuwa"])
def test_different_names_do_not(names: str) -> None:
    first, second = names.split()

    assert not sounds(first) & sounds(second)
