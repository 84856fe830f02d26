"""PO files: what is exported can be read by translators' programs, and what is imported loses nothing."""

from collections.abc import Callable
from typing import Any

import polib
import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from articles.models import PressReleasePage
from cms.translation.exchange.po_export import EXPORTED_AT, TRANSLATION_ID
from cms.translation.exchange.po_reading import PoFileError, read_po
from cms.translation.models import Proposal, StringChange
from cms.translation.operations.import_strings import ImportReport, ImportStrings
from partnerships.models import Municipality

from ..conftest import translate

Submit = Callable[..., Translation]
SignIn = Callable[[str], Client]

pytestmark = pytest.mark.django_db


@pytest.fixture
def russian(release: PressReleasePage, submit: Submit) -> Translation:
    """A press release that is to be translated into Russian."""
    return submit(release, "ru")


def imported(translation: Translation, file: polib.POFile) -> ImportReport:
    return ImportStrings(translation=translation, file=read_po(str(file).encode(), translation)).execute()


def upload(client: Client, translation: Translation, content: bytes) -> Any:
    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    return client.post(address, {"file": SimpleUploadedFile("text.po", content)})


def told(response: Any) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def texts(translation: Translation) -> dict[str, str]:
    return dict(
        StringTranslation.objects.filter(locale=translation.target_locale).values_list("translation_of__data", "data")
    )


def entry(file: polib.POFile, source: str) -> polib.POEntry:
    return next(entry for entry in file if entry.msgid == source)


def test_a_file_that_is_translated_and_uploaded_fills_the_target(russian: Translation, sign_in: SignIn) -> None:
    client = sign_in("Translators (ru)")
    downloaded = client.get(reverse("wagtail_localize:download_pofile", args=[russian.pk]))
    file = polib.pofile(downloaded.content.decode())
    assert file.metadata["Language"] == "ru"
    entry(file, "Erster Absatz.").msgstr = "Первый абзац."
    entry(file, "Vierzig Jahre Freundschaft").msgstr = "Сорок лет дружбы"

    response = upload(client, russian, str(file).encode())

    assert response.status_code == 302
    assert texts(russian) == {"Erster Absatz.": "Первый абзац.", "Vierzig Jahre Freundschaft": "Сорок лет дружбы"}
    assert set(StringChange.objects.values_list("origin", flat=True)) == {"imported"}
    assert StringChange.objects.first().user.username == "Translators (ru)"
    assert russian.get_target_instance().draft_title == "Сорок лет дружбы"


def test_a_string_that_stands_twice_in_a_block_is_named_once(town: Municipality, submit: Submit) -> None:
    """wagtail-localize writes the same msgctxt and msgid twice, which no program accepts."""
    town.intro = "<p>Ja.</p><p>Nein.</p><p>Ja.</p>"
    town.save_revision().publish()
    translation = submit(town, "ru")
    assert StringSegment.objects.filter(source=translation.source, string__data="Ja.").count() == 2

    file = translation.export_po()
    assert [entry.msgid for entry in file].count("Ja.") == 1
    polib.pofile(str(file), check_for_duplicates=True)

    entry(file, "Ja.").msgstr = "Да."
    imported(translation, file)
    assert texts(translation) == {"Ja.": "Да."}


def test_a_fuzzy_string_is_never_imported_as_done(russian: Translation) -> None:
    """wagtail-localize takes it for a finished translation."""
    file = russian.export_po()
    fuzzy = entry(file, "Erster Absatz.")
    fuzzy.msgstr = "Первый абзац?"
    fuzzy.flags.append("fuzzy")
    fuzzy.previous_msgid = "Erster Absatz!"

    report = imported(russian, file)

    assert [string.text for string in report.fuzzy] == ["Первый абзац?"]
    assert texts(russian) == {}
    proposal = Proposal.objects.get()
    assert (proposal.text, proposal.former_source) == ("Первый абзац?", "Erster Absatz!")
    assert 0 < proposal.score < 100

    again = entry(russian.export_po(), "Erster Absatz.")
    assert "fuzzy" in again.flags
    assert again.previous_msgid == "Erster Absatz!"


def test_a_translation_settles_the_proposal_of_its_string(russian: Translation) -> None:
    file = russian.export_po()
    entry(file, "Erster Absatz.").msgstr = "Первый"
    entry(file, "Erster Absatz.").flags.append("fuzzy")
    imported(russian, file)
    entry(file, "Erster Absatz.").flags.clear()
    imported(russian, file)
    assert not Proposal.objects.exists()
    assert texts(russian) == {"Erster Absatz.": "Первый"}


def test_what_was_translated_after_the_export_is_kept_and_told(russian: Translation, sign_in: SignIn) -> None:
    translate(russian, {"Erster Absatz.": "Старый", "Zweiter Absatz.": "Второй"})
    file = russian.export_po()
    translate(russian, {"Erster Absatz.": "Новый"})
    entry(file, "Erster Absatz.").msgstr = "Из файла"
    entry(file, "Zweiter Absatz.").msgstr = "Второй из файла"

    response = upload(sign_in("Translators (ru)"), russian, str(file).encode())

    assert texts(russian) == {"Erster Absatz.": "Новый", "Zweiter Absatz.": "Второй из файла"}
    assert "Из файла" in response.content.decode()


def test_what_does_not_fit_is_told_and_the_rest_is_imported(russian: Translation, sign_in: SignIn) -> None:
    file = russian.export_po()
    entry(file, "Erster Absatz.").msgstr = "Первый"
    entry(file, "Zweiter Absatz.").msgstr = '<a id="a7">Второй</a>'
    file.append(polib.POEntry(msgctxt="title", msgid="Ganz anderes", msgstr="Совсем другое"))

    response = upload(sign_in("Translators (ru)"), russian, str(file).encode())

    shown = response.content.decode()
    assert response.status_code == 200
    assert "Совсем другое" in shown
    assert "a7" in shown
    assert texts(russian) == {"Erster Absatz.": "Первый"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nonsense",
        b"\xff\xfe\x00",
        b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=klingon\\n"\n',
        b"/etc/passwd",
        'msgid "Köln"\nmsgstr "Кёльн"\n'.encode(),
        f'msgid ""\nmsgstr ""\n"{TRANSLATION_ID}: 7\\n"\n'.encode(),
    ],
    ids=["empty", "nonsense", "binary", "unknown charset", "a path", "no header", "another translation"],
)
def test_a_file_that_cannot_be_meant_is_refused_in_words(russian: Translation, sign_in: SignIn, content: bytes) -> None:
    """wagtail-localize answers a file without its header with a server error."""
    response = upload(sign_in("Translators (ru)"), russian, content)
    assert response.status_code == 302
    assert told(response)
    assert texts(russian) == {}


def test_no_file_at_all_is_told(russian: Translation, sign_in: SignIn) -> None:
    response = sign_in("Translators (ru)").post(reverse("wagtail_localize:upload_pofile", args=[russian.pk]))
    with override("en"):
        assert response.status_code == 302
    assert told(response)


def test_a_file_of_another_work_says_so(russian: Translation, town: Municipality, submit: Submit) -> None:
    other = submit(town, "ru").export_po()
    with override("en"), pytest.raises(PoFileError, match="another text"):
        read_po(str(other).encode(), russian)


def test_only_who_may_translate_into_the_language_imports(russian: Translation, sign_in: SignIn) -> None:
    file = russian.export_po()
    entry(file, "Erster Absatz.").msgstr = "Первый"
    response = upload(sign_in("Translators (en)"), russian, str(file).encode())
    assert response.status_code in {302, 403}
    assert texts(russian) == {}


def test_a_locked_target_takes_no_file(russian: Translation, sign_in: SignIn) -> None:
    PressReleasePage.objects.filter(locale=russian.target_locale).update(locked=True)
    file = russian.export_po()
    entry(file, "Erster Absatz.").msgstr = "Первый"
    upload(sign_in("Translators (ru)"), russian, str(file).encode())
    assert texts(russian) == {}


def test_an_import_through_wagtail_localize_follows_the_same_rules(russian: Translation) -> None:
    file = russian.export_po()
    entry(file, "Erster Absatz.").msgstr = "Первый"
    entry(file, "Zweiter Absatz.").msgstr = "Второй?"
    entry(file, "Zweiter Absatz.").flags.append("fuzzy")
    file.append(polib.POEntry(msgctxt="title", msgid="Ganz anderes", msgstr="Совсем другое"))
    warnings = russian.import_po(file, tool_name="Agency")
    assert [warning.string for warning in warnings] == ["Ganz anderes"]
    assert texts(russian) == {"Erster Absatz.": "Первый"}
    assert StringTranslation.objects.get().tool_name == "Agency"


def test_a_file_that_says_no_time_is_taken_at_its_word(russian: Translation) -> None:
    translate(russian, {"Erster Absatz.": "Старый"})
    file = russian.export_po()
    del file.metadata[EXPORTED_AT]
    entry(file, "Erster Absatz.").msgstr = "Из файла"
    imported(russian, file)
    assert texts(russian) == {"Erster Absatz.": "Из файла"}


def queries_of_an_import(town: Municipality, submit: Submit, paragraphs: int) -> int:
    town.intro = "".join(f"<p>Absatz Nummer {number}.</p>" for number in range(paragraphs))
    town.save_revision().publish()
    translation = submit(town, "ru")
    file = translation.export_po()
    for string in file:
        string.msgstr = f"Абзац {string.msgid}"
    read = read_po(str(file).encode(), translation)
    with CaptureQueriesContext(connection) as queries:
        ImportStrings(translation=translation, file=read).execute()
    assert len(texts(translation)) == paragraphs + 1
    return len(queries)


@pytest.mark.parametrize("paragraphs", [2, 60])
def test_an_import_takes_as_many_queries_for_many_strings_as_for_few(
    town: Municipality, submit: Submit, paragraphs: int
) -> None:
    assert queries_of_an_import(town, submit, paragraphs) <= 40
