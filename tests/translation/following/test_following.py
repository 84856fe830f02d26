"""Targets follow what happens to their source, as the site's policy says, whichever way it is done."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, Workflow
from wagtail_localize.models import StringTranslation, Translation

from articles.models import ArticleIndexPage, PressReleasePage
from cms.core.models import User
from cms.publishing.models import Edition
from cms.publishing.schedule import run_due
from cms.translation.models import FollowQuestion
from partnerships.models import Municipality

Policy = Callable[..., None]
SignIn = Callable[[str], Client]

pytestmark = pytest.mark.django_db


def member(group: str) -> User:
    user, _created = User.objects.get_or_create(username=group, email=f"{len(group)}@example.org")
    user.groups.add(Group.objects.get(name=group))
    return User.objects.get(pk=user.pk)


def stored(row: Any) -> Any:
    return type(row).objects.get(pk=row.pk)


def public(row: Any) -> set[str]:
    return set(Edition.objects.filter(key=row.translation_key).values_list("locale", flat=True))


def test_nothing_follows_unless_somebody_says_so(
    release: PressReleasePage, russian: PressReleasePage, archive: dict[str, ArticleIndexPage]
) -> None:
    release.move(archive["de"], pos="last-child")
    assert stored(russian).get_parent().slug != archive["ru"].slug
    question = FollowQuestion.objects.get()
    assert question.happening == "moved"
    assert [work.title for work in question.works.all()] == ["Vierzig Jahre Freundschaft"]


def test_targets_are_moved_to_the_translation_of_the_new_parent_and_redirect(
    release: PressReleasePage,
    russian: PressReleasePage,
    archive: dict[str, ArticleIndexPage],
    policy: Policy,
    client: Client,
) -> None:
    policy(moving="follow")
    before = russian.url
    release.move(archive["de"], pos="last-child", user=member("Publishers"))
    moved = stored(russian)
    assert moved.get_parent().pk == archive["ru"].pk
    assert not FollowQuestion.objects.exists()
    response = client.get(before)
    assert response.status_code == 301
    assert response["Location"].endswith(moved.url)
    assert client.get(moved.url).status_code == 200


def test_where_the_new_parent_is_not_translated_the_target_stays_and_somebody_is_told(
    release: PressReleasePage,
    russian: PressReleasePage,
    english: PressReleasePage,
    archive: dict[str, ArticleIndexPage],
    policy: Policy,
) -> None:
    policy(moving="follow")
    release.move(archive["de"], pos="last-child", user=member("Publishers"))
    assert stored(russian).get_parent().pk == archive["ru"].pk
    assert stored(english).get_parent().title == "Press"
    assert FollowQuestion.objects.get().works.get().translation_key == release.translation_key


def test_what_an_editor_has_put_elsewhere_is_left_there(
    release: PressReleasePage, russian: PressReleasePage, archive: dict[str, ArticleIndexPage], policy: Policy
) -> None:
    home = russian.get_parent().get_parent()
    russian.move(home, pos="last-child")
    policy(moving="follow")
    release.move(archive["de"], pos="last-child", user=member("Publishers"))
    assert stored(russian).get_parent().pk == home.pk


def test_moving_a_target_leads_nobody(
    release: PressReleasePage, russian: PressReleasePage, archive: dict[str, ArticleIndexPage], policy: Policy
) -> None:
    policy(moving="follow")
    before = release.get_parent().pk
    russian.move(archive["ru"], pos="last-child")
    assert stored(release).get_parent().pk == before
    assert not FollowQuestion.objects.exists()


def test_sorting_siblings_is_no_move(release: PressReleasePage, russian: PressReleasePage) -> None:
    release.move(release.get_parent(), pos="first-child")
    assert not FollowQuestion.objects.exists()


def test_unpublishing_takes_the_translations_down_in_the_same_step(
    release: PressReleasePage, russian: PressReleasePage, english: PressReleasePage, policy: Policy
) -> None:
    policy(unpublishing="follow")
    release.unpublish(user=member("Publishers"))
    assert public(release) == set()
    assert not stored(russian).live
    assert StringTranslation.objects.filter(locale=russian.locale).exists()


def test_nobody_unpublishes_where_they_may_not(
    release: PressReleasePage, russian: PressReleasePage, english: PressReleasePage, policy: Policy
) -> None:
    """A moderator of the German tree only."""
    policy(unpublishing="follow")
    group = Group.objects.create(name="Moderators (de)")
    for name in ("change_page", "publish_page"):
        group.page_permissions.create(
            page=release.get_parent(),
            permission=Group._meta.get_field("permissions").related_model.objects.get(
                codename=name, content_type__app_label="wagtailcore"
            ),
        )
    release.unpublish(user=member("Moderators (de)"))
    assert public(release) == {"ru", "en"}
    assert FollowQuestion.objects.get().happening == "unpublished", "so that somebody who may sees to it"


def test_a_lock_holds(release: PressReleasePage, russian: PressReleasePage, policy: Policy) -> None:
    policy(unpublishing="follow")
    russian.locked, russian.locked_by, russian.locked_at = True, member("Moderators"), timezone.now()
    russian.save(update_fields=["locked", "locked_by", "locked_at"])
    release.unpublish(user=member("Publishers"))
    assert stored(russian).live
    assert FollowQuestion.objects.exists()


def test_what_time_takes_down_takes_its_translations_down(
    release: PressReleasePage, russian: PressReleasePage, policy: Policy
) -> None:
    policy(unpublishing="follow")
    PressReleasePage.objects.filter(pk=release.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    run_due()
    assert public(release) == set()


def test_policy_leave_asks_nothing(release: PressReleasePage, russian: PressReleasePage, policy: Policy) -> None:
    policy(unpublishing="leave", deletion="leave")
    release.unpublish()
    release.delete()
    assert public(russian) == {"ru"}
    assert not FollowQuestion.objects.exists()


def test_deleting_deletes_the_translations_and_keeps_their_strings(
    release: PressReleasePage, russian: PressReleasePage, policy: Policy
) -> None:
    policy(deletion="follow")
    strings = StringTranslation.objects.count()
    release.delete(user=member("Publishers"))
    assert not Page.objects.filter(translation_key=release.translation_key).exists()
    assert StringTranslation.objects.count() == strings
    assert not Edition.objects.filter(key=release.translation_key).exists()


def test_deleting_a_section_asks_once_about_all_below_it(
    release: PressReleasePage, russian: PressReleasePage, policy: Policy, sign_in: SignIn
) -> None:
    section = release.get_parent()
    client = sign_in("Publishers")
    response = client.post(f"/admin/pages/{section.pk}/delete/")
    question = FollowQuestion.objects.get()
    assert response["Location"].startswith(f"/admin/translations/follow/{question.pk}/")
    assert question.works.count() == 2
    page = client.get(response["Location"])
    assert page.status_code == 200
    chosen = [choice.value for _work, choices in page.context["works"] for choice in choices if not choice.obstacle]
    assert len(chosen) == 3, "the section's own translations, too: what stands below them goes first, or it is empty"
    client.post(response["Location"], {"action": "follow", "target": chosen})
    assert not Page.objects.filter(translation_key=section.translation_key).exists()
    assert not Page.objects.filter(translation_key=release.translation_key).exists()


def test_pages_that_are_no_translations_are_not_deleted_with_a_section(
    release: PressReleasePage, russian: PressReleasePage, policy: Policy
) -> None:
    policy(deletion="follow")
    section = russian.get_parent()
    own = PressReleasePage(title="Только здесь", slug="только-здесь", locale=russian.locale)
    section.add_child(instance=own)
    release.get_parent().delete(user=member("Publishers"))
    assert not Page.objects.filter(pk=russian.pk).exists()
    assert Page.objects.filter(pk=own.pk).exists()
    assert [work.title for work in FollowQuestion.objects.get().works.all()] == ["Presse"]


def test_a_moderated_target_is_not_deleted(
    release: PressReleasePage, russian: PressReleasePage, policy: Policy
) -> None:
    policy(deletion="follow")
    Workflow.objects.get(name="Moderation").start(russian, member("Editors"))
    release.delete(user=member("Publishers"))
    assert stored(russian).workflow_in_progress


def test_library_entries_follow_too(town: Municipality, russian_town: Municipality, policy: Policy) -> None:
    policy(unpublishing="follow", deletion="follow")
    town.unpublish(user=member("Publishers"))
    assert public(town) == set()
    town.delete()
    assert not Municipality.objects.filter(translation_key=town.translation_key).exists()


def test_library_entries_deleted_together_are_asked_about_once(
    town: Municipality, russian_town: Municipality, sign_in: SignIn
) -> None:
    client = sign_in("Publishers")
    response = client.post(f"/admin/bulk/partnerships/municipality/delete/?id={town.pk}")
    question = FollowQuestion.objects.get()
    assert f"/admin/translations/follow/{question.pk}/" in response["Location"]


def test_a_target_that_fails_is_reported_and_the_others_follow(
    release: PressReleasePage,
    russian: PressReleasePage,
    english: PressReleasePage,
    policy: Policy,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from django.core.exceptions import ValidationError

    unpublish = PressReleasePage.unpublish

    def broken(self: PressReleasePage, *args: Any, **kwargs: Any) -> None:
        if self.locale_id == russian.locale_id:
            raise ValidationError("kaputt")
        unpublish(self, *args, **kwargs)

    monkeypatch.setattr(PressReleasePage, "unpublish", broken)
    policy(unpublishing="follow")
    release.unpublish(user=member("Publishers"))
    assert public(release) == {"ru"}
    assert FollowQuestion.objects.exists()


def test_targets_of_a_deleted_source_go_on(
    release: PressReleasePage, russian: PressReleasePage, english: PressReleasePage, sign_in: SignIn, client: Client
) -> None:
    """wagtail-localize raises SourceDeletedError in the editors of the targets."""
    release.delete()
    for target in (russian, english):
        address = f"/api/v1/articles/{target.translation_key}/?locale={target.locale.language_code}"
        assert client.get(address).json()["title"] == target.title
        assert client.get(target.url).status_code == 200
        assert sign_in("Publishers").get(f"/admin/pages/{target.pk}/edit/").status_code == 200
    assert public(russian) == {"ru", "en"}
    assert not Translation.objects.filter(source__object_id=russian.translation_key, enabled=True).exists()
    draft = stored(russian)
    draft.title = "Новое название"
    draft.save_revision().publish()
    assert stored(russian).title == "Новое название"
    assert public(russian) == {"ru", "en"}
