"""The catalogues' gate names what is wrong, and nothing when all is well."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from cms.core.management.commands import check_catalogues

HEADER = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)
COMPLETE = """
msgid "Town"
msgstr "Stadt"

msgctxt "month"
msgid "May"
msgstr "Mai"

msgid "%(count)s town"
msgid_plural "%(count)s towns"
msgstr[0] "%(count)s Stadt"
msgstr[1] "%(count)s Städte"
"""


@pytest.fixture
def catalogue(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of the only language's catalogue; the code holds the three strings of COMPLETE."""
    settings.LANGUAGES = [("de", "Deutsch")]
    settings.LOCALE_PATHS = [tmp_path]
    template = Catalog()
    template.add("Town")
    template.add("May", context="month")
    template.add(("%(count)s town", "%(count)s towns"), flags=["python-format"])
    monkeypatch.setattr(check_catalogues, "_template", lambda: template)
    path = tmp_path / "de" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    return path


def findings(capsys: pytest.CaptureFixture[str]) -> list[str]:
    with pytest.raises(CommandError, match="Run `make messages`"):
        call_command("check_catalogues")
    return capsys.readouterr().err.splitlines()


def test_a_complete_catalogue_passes(catalogue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalogue.write_text(HEADER + COMPLETE)

    call_command("check_catalogues")

    assert capsys.readouterr().out == "3 strings are translated into 1 languages.\n"


@pytest.mark.parametrize(
    ("before", "after", "finding"),
    [
        ('msgid "Town"\nmsgstr "Stadt"\n', "", "de: missing: 'Town'"),
        ('msgctxt "month"\n', "", "de: missing: 'May'"),
        ('msgstr "Stadt"', 'msgstr ""', "de: untranslated: 'Town'"),
        ('"%(count)s Städte"', '""', "de: untranslated: '%(count)s town'"),
        ('msgid "Town"', '#, fuzzy\nmsgid "Town"', "de: fuzzy: 'Town'"),
        ('msgid "Town"', 'msgid "Village"\nmsgstr "Dorf"\n\nmsgid "Town"', "de: no longer in the code: 'Village'"),
        ('msgid "Town"', '#~ msgid "Village"\n#~ msgstr "Dorf"\n\nmsgid "Town"', "de: obsolete: 'Village'"),
    ],
)
def test_each_fault_is_named(
    catalogue: Path, capsys: pytest.CaptureFixture[str], before: str, after: str, finding: str
) -> None:
    catalogue.write_text(HEADER + COMPLETE.replace(before, after))

    assert finding in findings(capsys)


def test_a_wrong_placeholder_is_named(catalogue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = COMPLETE.replace('msgid "%(count)s town"', '#, python-format\nmsgid "%(count)s town"')
    catalogue.write_text(HEADER + text.replace("%(count)s Städte", "%(number)s Städte"))

    assert any("'%(count)s town'" in line for line in findings(capsys))


def test_a_language_without_a_catalogue_is_refused(catalogue: Path) -> None:
    with pytest.raises(CommandError, match=r"django\.po does not exist\. Run `make messages`\."):
        call_command("check_catalogues")


def test_the_strings_are_those_of_code_and_templates() -> None:
    template = check_catalogues._template()

    assert "Search" in template  # search/apps.py
