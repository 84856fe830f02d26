"""Which endpoint is to be told of what."""

import pytest
from pytest_django import DjangoAssertNumQueries

from cms.publishing.models import Change
from cms.webhooks.models import Delivery, WebhookEndpoint
from cms.webhooks.queueing import queue_changes
from tests.webhooks.log import change, changes, follow

pytestmark = pytest.mark.django_db


def an_endpoint(**fields: object) -> WebhookEndpoint:
    return WebhookEndpoint.objects.create(name="Portal", url="https://example.org/hook", **fields)


def told(endpoint: WebhookEndpoint) -> list[int]:
    """Numbers of the changes that are noted for it."""
    return list(endpoint.deliveries.order_by("change_id").values_list("change_id", flat=True))


def test_every_change_is_noted_once_for_every_endpoint() -> None:
    one, other = an_endpoint(), an_endpoint()
    noted = [row.pk for row in changes(3)]

    follow()
    queue_changes(list(Change.objects.all()))

    assert told(one) == told(other) == noted


def test_a_new_endpoint_is_not_told_of_what_was_before() -> None:
    """Not even of what the follower has yet to come to."""
    changes(2)
    endpoint = an_endpoint()
    later = change()

    follow()

    assert told(endpoint) == [later.pk]


def test_filters_choose_types_locales_and_actions() -> None:
    endpoint = an_endpoint(types=["article", "conference"], locales=["de"], actions=["published", "deleted"])
    wanted = [
        change("published", type="article", locale="de"),
        change("deleted", type="conference", locale="de"),
    ]
    change("published", type="partnership", locale="de")
    change("published", type="article", locale="en")
    change("changed", type="article", locale="de")

    follow()

    assert told(endpoint) == [row.pk for row in wanted]


def test_removals_of_what_it_was_told_of_pass_the_filters_for_types_and_locales() -> None:
    endpoint = an_endpoint(types=["article"], locales=["de"])
    removals = [change("unpublished"), change("deleted"), change("moved")]
    change("deleted", type="conference")

    follow()

    assert told(endpoint) == [row.pk for row in removals]


def test_a_paused_endpoint_is_told_later_and_one_that_is_off_is_not() -> None:
    paused, off = an_endpoint(), an_endpoint(active=False)
    paused.pause(WebhookEndpoint.PauseReason.BY_HAND)
    row = change()

    follow()

    assert told(paused) == [row.pk]
    assert told(off) == []


def test_what_changed_while_it_was_off_is_not_sent_when_it_is_on_again() -> None:
    endpoint = an_endpoint(active=False)
    change()
    endpoint.resume()
    later = change()

    follow()

    assert told(endpoint) == [later.pk]


def test_queries_do_not_grow_with_the_changes(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    an_endpoint()
    rows = changes(30)

    with django_assert_num_queries(2):
        queue_changes(rows)

    assert Delivery.objects.count() == 30
