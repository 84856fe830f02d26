import pytest
from django.db import OperationalError

from cms.publishing.models import Change
from cms.publishing.prepared import Prepared


@pytest.mark.django_db(transaction=True)
def test_a_query_that_took_too_long_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def cancelled(*_args: object) -> None:
        asked.append(1)
        raise OperationalError("canceling statement due to statement timeout")

    prepared = Prepared(Change.objects.values_list("pk"))
    prepared.rows()
    monkeypatch.setattr(Prepared, "_ask", cancelled)

    with pytest.raises(OperationalError, match="timeout"):
        prepared.rows()

    assert len(asked) == 1
