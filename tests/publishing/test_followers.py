import pytest

from cms.publishing.followers import LogFollower
from cms.publishing.models import Change, Follower
from tests import newsroom

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]


class Recorder(LogFollower):
    name = "recorder"
    batch_size = 2

    def __init__(self, failing_at: int | None = None) -> None:
        self.seen: list[int] = []
        self.failing_at = failing_at

    def handle(self, changes):
        if self.failing_at in [change.pk for change in changes]:
            raise ConnectionError("away")
        self.seen += [change.pk for change in changes]


def test_a_follower_reads_everything_once_and_goes_on_from_there(locales):
    follower = Recorder()
    follower.catch_up()
    for name in ("Essen", "Fulda", "Suhl"):
        newsroom.municipality(name)

    assert follower.catch_up() == 3
    newsroom.municipality("Herne")
    assert follower.catch_up() == 1

    assert follower.seen == list(Change.objects.values_list("pk", flat=True))


def test_after_a_failure_nothing_is_lost(locales):
    for name in ("Essen", "Fulda", "Suhl"):
        newsroom.municipality(name)
    last = Change.objects.latest("pk").pk
    follower = Recorder(failing_at=last)

    with pytest.raises(ConnectionError):
        follower.catch_up()

    place = Follower.objects.get(name="recorder")
    assert (place.attempts, place.failure) == (1, "ConnectionError: away")
    assert last not in follower.seen

    follower.failing_at = None
    follower.catch_up()

    assert follower.seen[-1] == last
    assert Follower.objects.get(name="recorder").attempts == 0
