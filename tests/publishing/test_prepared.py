import pytest
from django.db import OperationalError, connection

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


@pytest.mark.postgresql
@pytest.mark.django_db
def test_what_is_asked_often_is_planned_once() -> None:
    prepared = Prepared(Change.objects.filter(locale="prepared").values_list("pk"))

    for _time in range(7):
        prepared.rows()

    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        plans = [statement for (statement,) in cursor.fetchall() if "publishing_change" in statement]
    assert len(plans) == 1
