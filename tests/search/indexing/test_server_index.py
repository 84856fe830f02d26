"""Indices on genuine servers: built, followed, compared, made anew."""

import pytest
from django.core.management import CommandError, call_command

from cms.publishing.locales import content_locales
from cms.publishing.models import Change, Edition, Follower
from cms.publishing.types import Ref
from search.documents import documents_of
from search.engines.server import mapping, names
from search.indexing import registered
from search.indexing.index import IndexUnavailableError, RebuildRunningError
from search.indexing.leases import the_only_rebuild
from search.indexing.reconciling import reconcile
from search.indexing.tasks import build_missing
from search.models import BuiltIndex, DeadLetter, Rebuild
from tests.api.editions import PUBLISHED_AT, make_article, make_work, rewrite, unpublish

pytestmark = [pytest.mark.django_db, pytest.mark.search_server]


@pytest.fixture(autouse=True)
def _only_the_server(index, monkeypatch):
    # Without the home page of the migrations.
    Edition.everything.all().delete()
    Change.objects.all().delete()
    monkeypatch.setattr("search.indexing.tasks.indices", lambda: [index])
    monkeypatch.setattr("search.indexing.choosing.indices", lambda: [index])
    monkeypatch.setattr("search.indexing.status.indices", lambda: [index])


def build(index):
    build_missing.call()
    assert index.unbuilt() == []


def known(index, locale="de"):
    return {Ref(entry.type, entry.key, locale): entry.version for entry in index.entries(locale)}


def public(locale="de"):
    return {edition.ref: edition.change_id for edition in Edition.objects.filter(locale=locale)}


def test_the_first_start_builds_what_there_is_and_then_the_follower_goes_on(index, follower):
    make_work("de", "en")
    assert index.state("de").name == ""
    build(index)
    assert known(index) == public()
    assert follower.step() == 0, "what the indices have need not be told again"

    published, gone = make_article(), make_article()
    follower.catch_up()
    assert known(index) == public()
    rewrite(published, at=PUBLISHED_AT, title="Anew")
    unpublish(gone)
    follower.catch_up()

    assert known(index) == public()
    assert known(index)[published.ref] == published.change_id
    assert known(index, "en") == public("en")
    assert index.state("de").current


def test_a_late_writer_does_no_harm(index, follower):
    build(index)
    edition, gone = make_article(), make_article()
    late = list(documents_of([edition.ref, gone.ref]).values())
    follower.catch_up()
    rewrite(edition, at=PUBLISHED_AT, title="Newer")
    unpublish(gone)
    follower.catch_up()

    assert index.write(late, {edition.ref: late[0].version}) == []

    assert known(index) == public()


def test_one_document_that_is_refused_stops_nobody(index, follower, monkeypatch):
    # A mapping that cannot hold what editions say.
    monkeypatch.setitem(mapping.PROPERTIES, "kind", {"type": "long"})
    build(index)
    fine, refused = make_article(kind="1"), make_article(kind="press_release")
    last = make_article(kind="")
    follower.catch_up()

    assert set(known(index)) == {fine.ref, last.ref}
    letter = DeadLetter.objects.get()
    assert (letter.ref, letter.version, letter.attempts) == (refused.ref, refused.change_id, 1)
    assert "press_release" in letter.reason or "kind" in letter.reason

    outcome = reconcile(index, "de")
    assert (outcome.refused, outcome.differences) == (1, 0)
    assert DeadLetter.objects.get().attempts == 2

    Edition.objects.filter(pk=refused.pk).update(kind="2")
    refused.refresh_from_db()
    rewrite(refused, at=PUBLISHED_AT, title="2")
    follower.catch_up()
    assert not DeadLetter.objects.exists()
    assert known(index) == public()


def test_a_rebuild_makes_good_what_was_refused(index, follower, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setitem(mapping.PROPERTIES, "kind", {"type": "long"})
        build(index)
        make_article()
        follower.catch_up()
        assert DeadLetter.objects.count() == 1
    assert not index.state("de").current

    call_command("rebuild_search", if_needed=True)

    assert not DeadLetter.objects.exists()
    assert index.state("de").current
    assert known(index) == public()


def test_what_is_published_during_a_rebuild_is_neither_lost_nor_left_over(index, follower):
    stays, changes, goes = make_article(), make_article(), make_article()
    build(index)
    before = index.state("de").name

    def publish_meanwhile(locale, count):
        rewrite(changes, at=PUBLISHED_AT, title="Changed")
        if locale == "de":
            unpublish(goes)
        make_article(locale=locale)
        follower.catch_up()

    index.rebuild(content_locales(), publish_meanwhile)

    assert known(index) == public()
    assert stays.ref in known(index)
    assert before not in index.client.indices(index.prefix), "the old one is gone"
    follower.catch_up()
    assert known(index) == public()


def test_what_dies_leaves_nothing_that_the_next_one_does_not_remove(index):
    make_article()
    build(index)
    neighbour = f"{index.prefix}-de-en-20260101000000000000"
    index.client.create_index(neighbour, mapping.definition("en"))

    def die(locale, count):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index.rebuild(["de"], die)
    assert not Rebuild.objects.exists()
    assert known(index) == public(), "searched all the while"

    left = names.index(index.prefix, "de", "20260101000000000000")
    index.client.create_index(left, mapping.definition("de"))
    index.rebuild(["de"])

    there = index.client.indices(f"{index.prefix}-")
    assert left not in there
    assert neighbour in there
    assert len(there) == len(content_locales()) + 1


def test_of_two_rebuilds_the_second_refuses(index):
    with the_only_rebuild(index.engine), pytest.raises(RebuildRunningError, match="is being rebuilt since"):
        index.rebuild(["de"])
    with the_only_rebuild(index.engine), pytest.raises(CommandError, match="wait until that is done"):
        call_command("rebuild_search")
    Rebuild.objects.create(engine=index.engine, token="0" * 32, started_at=PUBLISHED_AT, leased_until=PUBLISHED_AT)
    index.rebuild(["de"])


def test_indices_that_got_lost_are_made_again_and_nothing_is_told_in_vain(index, follower):
    make_article()
    build(index)
    index.client.delete_index(index.state("de").name)
    make_article()

    with pytest.raises(IndexUnavailableError, match="no index for de yet"):
        follower.step()
    assert "no index" in Follower.objects.get(name=follower.name).failure
    build(index)
    follower.catch_up()

    assert known(index) == public()


def test_indices_of_another_life_are_not_trusted(index, follower):
    """A server whose indices were built for another database, or another server under the same address."""
    make_article()
    build(index)
    BuiltIndex.objects.filter(locale="de").update(name=names.index(index.prefix, "de", "20250101000000000000"))
    assert index.unbuilt() == ["de"]
    build(index)
    assert known(index) == public()


def test_an_index_where_our_alias_belongs_is_replaced(index):
    make_article()
    index.client.create_index(names.alias(index.prefix, "de"), {})
    build(index)
    assert known(index) == public()


def test_comparing_finds_and_repairs_every_difference(index, follower, capsys):
    missing, stale, ghost = make_article(), make_article(), make_article()
    build(index)
    index.take_out({missing.ref: missing.change_id})
    index.write(list(documents_of([ghost.ref]).values()), {})
    Edition.objects.filter(pk=ghost.pk).delete()
    newer = Change.objects.create(action="changed", type="article", key=stale.key, locale="de", at=PUBLISHED_AT)
    Edition.objects.filter(pk=stale.pk).update(change_id=newer.pk)

    pending = reconcile(index, "de", repair=False)
    assert (pending.missing, pending.stale, pending.ghosts) == (1, 0, 1), "the follower has yet to tell of the change"
    Follower.objects.filter(name=follower.name).update(cursor=newer.pk)
    with pytest.raises(CommandError):
        call_command("search_reconcile", verify=True)
    call_command("search_reconcile")
    told = capsys.readouterr().out
    assert "2 editions, 2 in the index; 1 missing, 1 stale, 1 left over; not repaired" in told
    assert "1 missing, 1 stale, 1 left over; repaired" in told

    assert known(index) == public()
    assert reconcile(index, "de").in_order


def test_an_index_that_knows_more_than_the_log_is_made_anew(index, follower):
    """As after a backup of the database was restored."""
    edition = make_article()
    build(index)
    rewrite(edition, at=PUBLISHED_AT, title="Never happened")
    follower.catch_up()
    Change.objects.filter(pk=edition.change_id).delete()
    Edition.objects.filter(pk=edition.pk).update(change_id=edition.change_id - 1)

    outcome = reconcile(index, "de")

    assert outcome.rebuilt
    assert known(index) == public()


def test_the_status_tells_what_is_wrong(index, follower, monkeypatch, capsys):
    monkeypatch.setattr("search.management.commands.search_status.asked_now", lambda: None)
    make_article()
    with pytest.raises(CommandError):
        call_command("search_status")
    assert "no index yet" in capsys.readouterr().out

    build(index)
    make_article()
    monkeypatch.setattr("cms.publishing.admin.standings.followers.all", lambda: (follower,))
    call_command("search_status")
    assert "de: 1 of 2 editions" in (told := capsys.readouterr().out)
    assert "behind by 1 changes" in told

    monkeypatch.setitem(mapping.PROPERTIES, "kind", {"type": "long"})
    with pytest.raises(CommandError):
        call_command("search_status")
    assert "run rebuild_search" in capsys.readouterr().out


def test_the_worker_has_something_to_do_only_where_something_is_missing(index):
    from search.indexing.tasks import _something_missing

    assert _something_missing()
    build(index)
    assert not _something_missing()
    index.client.delete_index(index.state("en").name)
    assert _something_missing()
    assert registered.server_index() is index
