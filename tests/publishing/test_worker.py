"""The worker's parts, in this process; the whole process is tested in test_run_worker.py."""

import threading
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks import task_backends
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from cms.publishing import stopping
from cms.publishing.followers import (
    FollowerAlreadyRegisteredError,
    Followers,
    LogFollower,
    RemoteFollower,
    pause_after,
)
from cms.publishing.following import due_followers, follow_all
from cms.publishing.models import Change, Follower
from cms.publishing.tasks import KEPT, enqueue_once, follow, tidy
from cms.publishing.ticks import Clock, Tick, Ticks
from tests import newsroom

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]


class Recorder(LogFollower):
    name = "recorder"
    batch_size = 2

    def __init__(self, journal: list[tuple[str, int]]) -> None:
        self.journal = journal
        self.broken = False

    def handle(self, changes):
        if self.broken:
            raise ConnectionError("away")
        self.journal += [(self.name, change.pk) for change in changes]


class OtherRecorder(Recorder):
    name = "other"


class RemoteRecorder(RemoteFollower):
    name = "remote"

    def __init__(self) -> None:
        self.seen: list[int] = []
        self.broken = False
        self.meanwhile = lambda: None

    def handle(self, changes):
        self.meanwhile()
        if self.broken:
            raise ConnectionError("away")
        self.seen += [change.pk for change in changes]


@pytest.fixture(autouse=True)
def _no_task_waits(db):
    """What the migrations published has woken the followers already."""
    DBTaskResult.objects.all().delete()


@pytest.fixture
def registered(monkeypatch):
    """Has only these followers registered."""
    registry = Followers()
    monkeypatch.setattr("cms.publishing.following.followers", registry)

    def register(*followers: LogFollower) -> None:
        for follower in followers:
            registry.register(follower)

    return register


@pytest.fixture
def three_changes(locales) -> list[int]:
    Change.objects.all().delete()
    for name in ("Essen", "Fulda", "Suhl"):
        newsroom.municipality(name)
    return list(Change.objects.order_by("pk").values_list("pk", flat=True))


def waiting() -> int:
    return DBTaskResult.objects.filter(status=TaskResultStatus.READY).count()


class TestFollowing:
    def test_followers_take_turns(self, registered, three_changes):
        journal: list[tuple[str, int]] = []
        registered(Recorder(journal), OtherRecorder(journal))

        assert follow_all() == 2 * len(three_changes)

        names = [name for name, _number in journal]
        assert names[:4] == ["recorder", "recorder", "other", "other"]
        assert [number for name, number in journal if name == "other"] == three_changes
        assert due_followers() == []

    def test_one_that_fails_keeps_nobody_and_is_left_alone_for_a_while(self, registered, three_changes):
        journal: list[tuple[str, int]] = []
        broken, sound = Recorder(journal), OtherRecorder(journal)
        broken.broken = True
        registered(broken, sound)

        follow_all()
        follow_all()

        assert [name for name, _number in journal] == ["other"] * len(three_changes)
        place = Follower.objects.get(name="recorder")
        assert (place.attempts, place.failure, place.cursor) == (1, "ConnectionError: away", 0)
        assert due_followers() == []
        assert due_followers(timezone.now() + timedelta(seconds=6)) == [broken]

        broken.broken = False
        Follower.objects.update(retry_at=timezone.now())
        follow_all()
        place.refresh_from_db()
        assert (place.attempts, place.failure, place.retry_at) == (0, "", None)
        assert place.cursor == three_changes[-1]

    def test_pauses_grow_up_to_a_quarter_of_an_hour(self):
        pauses = [pause_after(attempts).total_seconds() for attempts in (1, 2, 3, 8, 9, 100_000)]
        assert pauses == [5, 10, 20, 640, 900, 900]

    def test_it_is_two_queries_to_know_who_is_behind(self, registered, three_changes, django_assert_num_queries):
        registered(Recorder([]), OtherRecorder([]), RemoteRecorder())
        with django_assert_num_queries(2):
            assert len(due_followers()) == 3

    def test_a_name_is_given_once(self, registered):
        registered(Recorder([]))
        with pytest.raises(FollowerAlreadyRegisteredError):
            registered(Recorder([]))

    def test_asked_to_stop_it_leaves_the_rest(self, registered, three_changes, monkeypatch):
        journal: list[tuple[str, int]] = []
        asked = threading.Event()
        monkeypatch.setattr(stopping, "stop_asked", asked)
        follower = Recorder(journal)
        registered(follower)
        handle = follower.handle
        monkeypatch.setattr(follower, "handle", lambda changes: (handle(changes), asked.set()))

        follow_all()

        assert len(journal) == follower.batch_size
        assert Follower.objects.get().cursor == journal[-1][1]


class TestRemoteFollower:
    def test_it_reads_everything_once(self, three_changes):
        follower = RemoteRecorder()
        assert follower.catch_up() == 3
        assert follower.catch_up() == 0
        assert follower.seen == three_changes

    def test_it_remembers_why_it_failed_and_goes_on_from_there(self, three_changes):
        follower = RemoteRecorder()
        follower.broken = True
        with pytest.raises(ConnectionError):
            follower.catch_up()
        place = Follower.objects.get()
        assert (place.cursor, place.attempts, place.leased_until) == (0, 1, None)

        follower.broken = False
        follower.catch_up()
        assert follower.seen == three_changes

    def test_nobody_else_handles_anything_meanwhile(self, three_changes):
        follower, other = RemoteRecorder(), RemoteRecorder()
        follower.meanwhile = other.catch_up

        follower.catch_up()

        assert other.seen == []
        assert follower.seen == three_changes

    def test_the_batch_of_a_process_that_died_is_handled_again(self, three_changes):
        lease = timezone.now() + timedelta(minutes=1)
        Follower.objects.create(name="remote", cursor=0, leased_until=lease)
        follower = RemoteRecorder()
        assert follower.catch_up() == 0

        Follower.objects.update(leased_until=timezone.now())
        follower.catch_up()
        assert follower.seen == three_changes

    def test_whoever_outlives_the_lease_does_not_move_the_cursor_of_the_next(self, three_changes):
        late, next_one = RemoteRecorder(), RemoteRecorder()

        def overtaken() -> None:
            Follower.objects.update(leased_until=timezone.now())
            next_one.catch_up()
            Follower.objects.update(cursor=three_changes[-1] + 5)

        late.meanwhile = overtaken
        late.step()

        assert next_one.seen == three_changes
        assert Follower.objects.get().cursor == three_changes[-1] + 5


class TestWaking:
    def test_nothing_is_enqueued_before_the_commit(self, locales, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            newsroom.municipality("Essen")
            assert waiting() == 0
        assert waiting() == 1
        task = DBTaskResult.objects.get()
        assert (task.queue_name, task.args_kwargs) == ("followers", {"args": [], "kwargs": {}})

    def test_what_appends_nothing_wakes_nobody(self, locales, django_capture_on_commit_callbacks):
        town = newsroom.municipality("Essen")
        with django_capture_on_commit_callbacks(execute=True):
            town.save()
        assert waiting() == 0

    def test_a_worker_that_is_away_finds_one_task(self, locales, django_capture_on_commit_callbacks):
        for name in ("Essen", "Fulda", "Suhl"):
            with django_capture_on_commit_callbacks(execute=True):
                newsroom.municipality(name)
        assert waiting() == 1

    def test_one_that_has_been_started_may_have_read_the_log_already(self, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            enqueue_once(follow)
        DBTaskResult.objects.get().claim("a worker")
        with django_capture_on_commit_callbacks(execute=True):
            enqueue_once(follow)
        assert waiting() == 1
        assert DBTaskResult.objects.count() == 2

    def test_tasks_with_other_arguments_are_others(self, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            for argument in (1, 2, 1):
                enqueue_once(follow, argument)
        assert waiting() == 2

    @pytest.mark.django_db(transaction=True)
    def test_a_queue_that_cannot_be_written_to_fails_no_publish(self, locales, monkeypatch):
        def refuse(*arguments):
            raise OSError("no space left")

        monkeypatch.setattr("cms.publishing.tasks._enqueue_once", refuse)
        town = newsroom.municipality("Essen")

        assert newsroom.edition(town).title == "Essen"


class TestTicks:
    def test_a_tick_enqueues_its_task_when_its_time_has_come_and_something_is_due(
        self, monkeypatch, django_capture_on_commit_callbacks
    ):
        registry, now, due = Ticks(), 1000.0, True
        monkeypatch.setattr("cms.publishing.ticks.ticks", registry)
        registry.register(Tick(tidy, every=10, is_due=lambda: due))
        clock = Clock(lambda: now)

        def look() -> int:
            DBTaskResult.objects.all().delete()
            with django_capture_on_commit_callbacks(execute=True):
                clock.look()
            return waiting()

        assert look() == 1
        now += 9.9
        assert look() == 0
        now += 0.1
        assert look() == 1
        due, now = False, now + 10
        assert look() == 0

    def test_one_that_fails_keeps_nobody(self, monkeypatch, django_capture_on_commit_callbacks):
        registry = Ticks()
        monkeypatch.setattr("cms.publishing.ticks.ticks", registry)

        def fail() -> bool:
            raise OSError("the database is away")

        registry.register(Tick(follow, every=1, is_due=fail))
        registry.register(Tick(tidy, every=1))
        with django_capture_on_commit_callbacks(execute=True):
            Clock().look()
        assert [task.task_path for task in DBTaskResult.objects.all()] == ["cms.publishing.tasks.tidy"]

    def test_followers_that_are_behind_are_found_without_having_been_woken(
        self, registered, three_changes, django_capture_on_commit_callbacks
    ):
        registered(Recorder([]))
        DBTaskResult.objects.all().delete()
        with django_capture_on_commit_callbacks(execute=True):
            Clock().look()
        assert DBTaskResult.objects.filter(task_path="cms.publishing.tasks.follow").count() == 1

    def test_what_is_over_is_forgotten(self):
        def finished(days: int, status: str) -> DBTaskResult:
            at = timezone.now() - timedelta(days=days)
            return DBTaskResult.objects.create(
                task_path=follow.module_path,
                queue_name=follow.queue_name,
                backend_name=KEPT,
                args_kwargs={"args": [], "kwargs": {}},
                run_after=None,
                status=status,
                finished_at=at,
            )

        kept = [finished(0, "SUCCESSFUL"), finished(13, "FAILED")]
        finished(2, "SUCCESSFUL")
        finished(15, "FAILED")
        tidy.call()
        assert set(DBTaskResult.objects.values_list("pk", flat=True)) == {task.pk for task in kept}


def test_wagtails_own_tasks_run_at_once(site, django_capture_on_commit_callbacks):
    """Its reference index must not lag behind the publish that needs it."""
    assert type(task_backends["default"]).__name__ == "ImmediateBackend"
