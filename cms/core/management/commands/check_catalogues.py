"""Are the catalogues in ``locale/`` complete and current in every language of the site?"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

# A string is known by its context and its English text.
MessageId = tuple[str, str]


class Command(BaseCommand):
    """Compares each language's catalogue with the strings that stand in code and templates now."""

    help = "Fails when a catalogue lacks a string, holds one that is gone, or leaves one untranslated or fuzzy."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Print every finding; exit 1 when there is one."""
        current = _by_id(_template())
        findings = [
            f"{locale}: {finding}" for locale, _name in settings.LANGUAGES for finding in _findings(locale, current)
        ]
        for finding in findings:
            self.stderr.write(finding)
        if findings:
            raise CommandError(f"{len(findings)} findings. Run `make messages`, then translate what is missing.")
        self.stdout.write(f"{len(current)} strings are translated into {len(settings.LANGUAGES)} languages.")


def _template() -> Catalog:
    """What makemessages finds today, written in a folder of its own so that nothing here is touched."""
    root = Path(settings.BASE_DIR)
    sources = [path.parent for path in root.glob("*/__init__.py") if path.parent.name != "tests"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for source in [*sources, root / "templates"]:
            (folder / source.name).symlink_to(source, target_is_directory=True)
        (folder / "locale").mkdir()
        # Without settings, or makemessages would write where LOCALE_PATHS says.
        command = ["env", "-u", "DJANGO_SETTINGS_MODULE", sys.executable, "-m", "django", "makemessages"]
        locale = settings.LANGUAGES[0][0]
        options = ["--symlinks", "--locale", locale]
        result = subprocess.run(  # noqa: S603  (a fixed command, nothing from outside)
            [*command, *options], cwd=folder, capture_output=True, text=True, check=False
        )
        if result.returncode:
            raise CommandError(f"makemessages failed:\n{result.stderr}")
        return _read(_path(folder / "locale", locale))


def _path(folder: Path, locale: str) -> Path:
    return folder / locale / "LC_MESSAGES" / "django.po"


def _read(path: Path) -> Catalog:
    try:
        with path.open("rb") as file:
            return read_po(file, abort_invalid=True)
    except FileNotFoundError:
        raise CommandError(f"{path} does not exist. Run `make messages`.") from None
    except PoFileError as error:
        raise CommandError(f"{path} is not a valid catalogue: {error}") from None


def _by_id(catalog: Catalog) -> dict[MessageId, Message]:
    return {(message.context or "", _text(message)): message for message in catalog if message.id}


def _text(message: Message) -> str:
    """The English text; of a message with plural forms, the singular."""
    return message.id if isinstance(message.id, str) else message.id[0]


def _findings(locale: str, current: dict[MessageId, Message]) -> Iterator[str]:
    """What is wrong with one language's catalogue, a sentence each."""
    catalog = _read(_path(Path(settings.LOCALE_PATHS[0]), locale))
    translated = _by_id(catalog)
    if catalog.fuzzy:
        yield "its header is marked as fuzzy, so it is not compiled"
    for identity in current.keys() - translated.keys():
        yield f"missing: {identity[1]!r}"
    for identity in translated.keys() - current.keys():
        yield f"no longer in the code: {identity[1]!r}"
    for message in catalog.obsolete.values():
        yield f"obsolete: {_text(message)!r}"
    for identity, message in translated.items():
        forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
        if message.fuzzy:
            yield f"fuzzy: {identity[1]!r}"
        elif not forms or not all(forms):
            yield f"untranslated: {identity[1]!r}"
        for error in message.check(catalog):
            yield f"{error}: {identity[1]!r}"
