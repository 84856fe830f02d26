import pytest

from partnerships.models import Side
from tests import newsroom

pytestmark = pytest.mark.django_db


def test_rows_keep_the_order_in_which_code_puts_them(locales):
    towns = [newsroom.municipality(name) for name in ("Suhl", "Essen", "Aachen")]
    ties = newsroom.partnership(*towns[:2])
    target = newsroom.translated(ties, "en")

    ties.sides = [Side(municipality=town) for town in reversed(towns)]
    ties.save()

    for row in (ties, target):
        sides = Side.objects.filter(partnership=row).order_by("sort_order")
        assert [(side.sort_order, side.municipality.name) for side in sides] == [
            (0, "Aachen"),
            (1, "Essen"),
            (2, "Suhl"),
        ]
