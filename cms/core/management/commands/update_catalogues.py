"""Brings the catalogues in ``locale/`` up to date with code and templates."""

import subprocess
from pathlib import Path
from typing import Any

from babel.messages.plurals import get_plural
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

# The language in which strings stand in the code: there every string is its own translation.
LANGUAGE_OF_THE_CODE = "en"
NOT_OURS = ("tests", "media", "static")
HEADER = """# Trilog: what people read in code and templates.
msgid ""
msgstr ""
"Project-Id-Version: Trilog\\n"
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"
"""


class Command(BaseCommand):
    """Runs makemessages for every language of the site; the language of the code is translated into itself."""

    help = "Adds new strings to the catalogues and drops those that are gone; check_catalogues says what is left to do."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Rewrite ``locale/<locale>/LC_MESSAGES/django.po``; locations name files, not lines, to keep diffs small."""
        catalogues = {code: _path(code) for code, _name in settings.LANGUAGES}
        for code, path in catalogues.items():
            if code == LANGUAGE_OF_THE_CODE or not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(HEADER.format(code=code, plural=get_plural(code).plural_forms))
        call_command(
            "makemessages",
            locale=list(catalogues),
            ignore_patterns=list(NOT_OURS),
            no_wrap=True,
            no_obsolete=True,
            add_location="file",
            verbosity=0,
        )
        if LANGUAGE_OF_THE_CODE in catalogues:
            own = str(catalogues[LANGUAGE_OF_THE_CODE])
            command = ["msgen", "--no-wrap", "--output-file", own, own]
            subprocess.run(command, check=True)  # noqa: S603  (gettext, like makemessages; nothing from outside)


def _path(code: str) -> Path:
    return Path(settings.LOCALE_PATHS[0]) / code / "LC_MESSAGES" / "django.po"
