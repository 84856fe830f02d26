from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail_localize.models import Translation

from articles.models import PressReleasePage
from cms.translation.models import Target, TranslationBasis
from partnerships.models import Municipality
from tests.translation.conftest import RUSSIAN, translate

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("rebuild_targets", *arguments, stdout=out)
    return out.getvalue()


def test_what_happened_while_everybody_worked_needs_no_rebuilding(
    town: Municipality, release: PressReleasePage, submit: Callable[..., Translation]
) -> None:
    translation = submit(town, "ru")
    translate(translation, RUSSIAN)
    translation.save_target(publish=True)
    town.intro = "<p>Neu.</p>"
    town.save_revision().publish()
    translate(submit(release, "en"), {"Erster Absatz.": "First paragraph."})
    assert "as they should be" in run("--verify")


def test_differences_are_told_and_mended(town: Municipality, submit: Callable[..., Translation]) -> None:
    submit(town, "ru")
    Target.objects.filter(locale__language_code="ru").update(words_left=99)
    lost = Target.objects.get(locale__language_code="en", translation_key=town.translation_key)
    pk, key = lost.pk, lost.translation_key
    lost.delete()

    out = StringIO()
    with pytest.raises(CommandError) as failed:
        call_command("rebuild_targets", "--verify", stdout=out)
    assert failed.value.returncode == 1
    assert "different (words_left)" in out.getvalue()
    assert f"missing: {key} (en)" in out.getvalue()
    assert not Target.objects.filter(pk=pk).exists()

    run()
    run("--verify")


def test_sources_published_before_are_counted_after_a_rebuild(town: Municipality) -> None:
    TranslationBasis.objects.all().delete()
    Target.objects.all().delete()
    run()
    assert set(Target.objects.filter(translation_key=town.translation_key).values_list("words", flat=True)) == {4}
    run("--verify")
