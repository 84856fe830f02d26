"""Submitting a work: drafts of what is newest, and refusals in words."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from wagtail.models import Locale, Page, Site
from wagtail.signals import copy_for_translation_done
from wagtail_localize.models import StringSegment, Translation, TranslationSource
from wagtail_localize.operations import TranslationCreator, translate_object

from articles.models import ArticleIndexPage, PressReleasePage
from cms.core.models import SiteSettings, User
from cms.publishing.models import Edition
from cms.translation.errors import (
    InvalidTranslationError,
    LockedTranslationError,
    NoDraftError,
    NotTheSourceError,
    TranslationError,
)
from cms.translation.models import Submission
from cms.translation.operations.publish import PublishTranslation
from cms.translation.operations.stop import StopTranslation
from cms.translation.operations.submit import (
    MayNotHandOutDraftError,
    MayNotTranslateIntoError,
    SameLocaleError,
    SubmitForTranslation,
    TwoSourcesError,
    WrittenByHandError,
)
from partnerships.models import Municipality

from ..conftest import RUSSIAN, translate

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["release", "town"])
def work(request: pytest.FixtureRequest) -> Any:
    """A published work, as a page and as a library entry."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def member(db: None) -> Callable[[str], User]:
    """A member of the named group."""

    def member(group: str) -> User:
        user = User.objects.create_user(username=group, email=f"{len(group)}@example.org")
        user.groups.add(Group.objects.get(name=group))
        return user

    return member


def submit(row: Any, *locales: Locale, user: Any = None, draft: bool = True) -> list[Translation]:
    return SubmitForTranslation(user=user, source=row, locales=list(locales), draft=draft).execute()


def texts(row: Any) -> set[str]:
    segments = StringSegment.objects.filter(source__object_id=row.translation_key)
    return set(segments.values_list("string__data", flat=True))


def rename(row: Any, title: str) -> None:
    setattr(row, "title" if isinstance(row, Page) else "name", title)


def test_targets_are_drafts_that_nobody_sees(work: Any, locales: dict[str, Locale]) -> None:
    """The trap: “submit” published live targets in the source's language."""
    translations = submit(work, locales["en"], locales["ru"])
    assert [each.target_locale for each in translations] == [locales["en"], locales["ru"]]
    for translation in translations:
        target = translation.get_target_instance()
        assert not target.live
        assert target.first_published_at is None
        assert target.live_revision is None
        assert target.has_unpublished_changes
        assert str(target.latest_revision.as_object()) == str(work)
    assert not Edition.objects.filter(key=work.translation_key).exclude(locale="de").exists()


def test_a_target_stands_where_it_belongs(release: PressReleasePage, locales: dict[str, Locale]) -> None:
    (translation,) = submit(release, locales["ru"])
    target = translation.get_target_instance()
    parent = release.get_parent().specific.get_translation(locales["ru"])
    assert target.get_parent().pk == parent.pk
    assert target.url_path == f"{parent.url_path}{target.slug}/"
    assert target.draft_title == release.title
    assert Page.find_problems() == ([], [], [], [], [])


def test_other_packages_are_told_of_a_new_target(work: Any, locales: dict[str, Locale]) -> None:
    told: list[Any] = []

    def note(source_obj: Any, target_obj: Any, **kwargs: Any) -> None:
        told.append((source_obj.pk, target_obj.locale))

    copy_for_translation_done.connect(note)
    try:
        submit(work, locales["ru"])
    finally:
        copy_for_translation_done.disconnect(note)
    assert told == [(work.pk, locales["ru"])]


def test_what_is_translated_already_stands_in_a_new_target(work: Any, locales: dict[str, Locale]) -> None:
    (translation,) = submit(work, locales["ru"])
    translate(translation, RUSSIAN)
    translation.get_target_instance().delete()
    (translation,) = submit(work, locales["ru"])
    assert str(translation.get_target_instance()) == RUSSIAN[str(work)]


def test_doing_it_again_does_nothing(work: Any, locales: dict[str, Locale]) -> None:
    submit(work, locales["ru"])
    target = work.get_translation(locales["ru"])
    submission = Submission.objects.get()
    (again,) = submit(work, locales["ru"])
    assert again.get_target_instance().latest_revision_id == target.latest_revision_id
    assert Submission.objects.get().at == submission.at
    assert Translation.objects.count() == 1


def test_one_more_locale_leaves_the_others_alone(work: Any, locales: dict[str, Locale]) -> None:
    (translation,) = submit(work, locales["ru"])
    translate(translation, RUSSIAN)
    PublishTranslation(translation=translation).execute()
    before = type(work).objects.filter(locale=locales["ru"], translation_key=work.translation_key).values().get()
    submit(work, locales["en"])
    assert type(work).objects.filter(locale=locales["ru"], translation_key=work.translation_key).values().get() == (
        before
    )


def test_the_latest_draft_is_submitted(work: Any, locales: dict[str, Locale]) -> None:
    """The trap: later edits of a draft were not picked up."""
    rename(work, "Entwurf")
    work.save_revision()
    submit(work, locales["ru"])
    assert "Entwurf" in texts(work)
    assert Submission.objects.get().unpublished

    rename(work, "Noch ein Entwurf")
    work.save_revision()
    submit(work, locales["en"])
    assert "Noch ein Entwurf" in texts(work)


def test_or_the_published_text(work: Any, locales: dict[str, Locale]) -> None:
    published = str(work)
    rename(work, "Entwurf")
    work.save_revision()
    submit(work, locales["ru"], draft=False)
    assert published in texts(work)
    assert "Entwurf" not in texts(work)
    assert not Submission.objects.get().unpublished


def test_of_an_unpublished_source_it_is_always_the_draft(locales: dict[str, Locale]) -> None:
    town = Municipality(name="Köln", country="DE", live=False, locale=locales["de"])
    town.save()
    town.name = "Köln am Rhein"
    town.save_revision()
    submit(town, locales["ru"], draft=False)
    assert "Köln am Rhein" in texts(town)


def test_facts_of_a_draft_reach_no_published_target(release: PressReleasePage, locales: dict[str, Locale]) -> None:
    """The trap: a date that nobody had approved in the source stood in public in the target."""
    (translation,) = submit(release, locales["ru"])
    published = release.date
    release.date = date(2001, 1, 1)
    release.save_revision()
    submit(release, locales["ru"], locales["en"])
    translate(translation, RUSSIAN)
    PublishTranslation(translation=translation).execute()
    assert translation.get_target_instance().date == published
    english = release.get_translation(locales["en"])
    assert english.date == published
    assert english.latest_revision.as_object().date == published


def test_missing_parents_are_submitted_as_drafts(release: PressReleasePage, locales: dict[str, Locale]) -> None:
    """The trap: they were copied alive, in the source's language."""
    index = release.get_parent().specific
    index.get_translation(locales["ru"]).delete()
    submit(release, locales["ru"])
    parent = release.get_translation(locales["ru"]).get_parent().specific
    assert parent.translation_key == index.translation_key
    assert not parent.live
    assert parent.alias_of_id is None
    assert Translation.objects.filter(source__object_id=index.translation_key, enabled=True).exists()


def test_children_keep_their_place(site: Site, locales: dict[str, Locale]) -> None:
    """The trap: submitting a page after its children left it with `numchild=0`, and the children answered 404."""
    index = ArticleIndexPage(title="Briefe", slug="briefe", locale=locales["de"])
    site.root_page.add_child(instance=index)
    children = [PressReleasePage(title=title, locale=locales["de"]) for title in ("Eins", "Zwei")]
    for child in children:
        index.add_child(instance=child)
        submit(child, locales["ru"])
    (translation,) = submit(index, locales["ru"])
    translate(translation, {"Briefe": "Письма"})
    PublishTranslation(translation=translation).execute()
    target = translation.get_target_instance()
    assert target.numchild == target.get_children().count() == 2
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_stopped_translation_is_resumed(work: Any, locales: dict[str, Locale]) -> None:
    (translation,) = submit(work, locales["ru"])
    translate(translation, RUSSIAN)
    StopTranslation(translation=translation).execute()
    (again,) = submit(work, locales["ru"])
    assert again.pk == translation.pk
    assert again.enabled
    assert PublishTranslation(translation=again).execute().live


def test_what_was_written_by_hand_is_not_replaced(work: Any, locales: dict[str, Locale]) -> None:
    """The trap: a target that somebody had written became one of strings, in the source's language."""
    target = work.copy_for_translation(locales["ru"])
    rename(target, "Рукой")
    target.save()
    with pytest.raises(WrittenByHandError, match="Рукой"):
        submit(work, locales["ru"])
    assert not Translation.objects.exists()


def test_an_alias_becomes_a_draft(release: PressReleasePage, locales: dict[str, Locale]) -> None:
    alias = release.copy_for_translation(locales["ru"], alias=True)
    (translation,) = submit(release, locales["ru"])
    target = translation.get_target_instance()
    assert target.pk == alias.pk
    assert not target.live


def test_a_locked_target_stays_as_it_is(release: PressReleasePage, locales: dict[str, Locale], editor: User) -> None:
    alias = release.copy_for_translation(locales["ru"], alias=True)
    Page.objects.filter(pk=alias.pk).update(locked=True)
    with pytest.raises(LockedTranslationError):
        submit(release, locales["ru"], user=User.objects.create_superuser("root", "root@example.org", "root"))
    assert not Translation.objects.exists()


def test_sources_only(work: Any, locales: dict[str, Locale]) -> None:
    submit(work, locales["ru"])
    with pytest.raises(NotTheSourceError):
        submit(work.get_translation(locales["ru"]), locales["en"])


def test_not_into_its_own_language(work: Any, locales: dict[str, Locale]) -> None:
    with pytest.raises(SameLocaleError):
        submit(work, locales["de"])


def test_one_source_for_one_target(work: Any, locales: dict[str, Locale]) -> None:
    """The trap: two sources for one target made its editor answer 500."""
    submit(work, locales["en"])
    english = work.get_translation(locales["en"])
    source, _created = TranslationSource.get_or_create_from_instance(english)
    Translation.objects.create(source=source, target_locale=locales["ru"])
    with pytest.raises(TwoSourcesError):
        submit(work, locales["ru"])
    assert Translation.objects.filter(target_locale=locales["ru"]).count() == 1


def test_only_what_can_be_a_draft(locales: dict[str, Locale]) -> None:
    row = SiteSettings.objects.create(issuer="Verein", locale=locales["de"])
    with pytest.raises(NoDraftError):
        submit(row, locales["ru"])


def test_errors_are_told_and_leave_nothing(town: Municipality, locales: dict[str, Locale]) -> None:
    """The trap: wagtail-localize reported success where validation had failed."""
    Municipality.objects.filter(pk=town.pk).update(latitude=1)
    with pytest.raises(InvalidTranslationError, match="Köln"):
        submit(town, locales["ru"])
    with pytest.raises(TranslationError):
        translate_object(town, [locales["ru"]])
    assert not Translation.objects.exists()
    assert not TranslationSource.objects.exists()


@pytest.mark.parametrize("group", ["Editors", "Publishers"])
def test_who_writes_may_submit(work: Any, locales: dict[str, Locale], member: Any, group: str) -> None:
    user = member(group)
    submit(work, locales["en"], locales["ru"], user=user)
    assert Submission.objects.get().user == user


def test_translators_submit_into_their_language_only(work: Any, locales: dict[str, Locale], member: Any) -> None:
    user = member("Translators (ru)")
    with pytest.raises(MayNotTranslateIntoError):
        submit(work, locales["ru"], locales["en"], user=user)
    assert not Translation.objects.exists()
    assert submit(work, locales["ru"], user=user)


def test_drafts_are_handed_out_by_those_who_may_write_them(work: Any, locales: dict[str, Locale], member: Any) -> None:
    rename(work, "Geheim")
    work.save_revision()
    user = member("Translators (ru)")
    with pytest.raises(MayNotHandOutDraftError):
        submit(work, locales["ru"], user=user)
    assert submit(work, locales["ru"], user=user, draft=False)
    assert "Geheim" not in texts(work)


def test_nobody_else_submits(work: Any, locales: dict[str, Locale]) -> None:
    with pytest.raises(PermissionDenied):
        submit(work, locales["ru"], user=User.objects.create_user("somebody", "somebody@example.org"))


def test_wagtail_localizes_own_way_leads_here(work: Any, locales: dict[str, Locale], member: Any) -> None:
    creator = TranslationCreator(member("Editors"), [locales["de"], locales["ru"]])
    creator.create_translations(work)
    creator.create_translations(work)
    ((source, translations),) = creator.mappings.items()
    assert source.object_id == work.translation_key
    assert [each.target_locale for each in translations] == [locales["ru"]]
    with pytest.raises(MayNotTranslateIntoError):
        TranslationCreator(member("Translators (en)"), [locales["ru"]]).create_translations(work)
