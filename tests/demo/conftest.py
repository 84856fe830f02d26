"""The demo content, loaded once for all tests of a module and rolled back after them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings

from cms.demo.loading.load import load_demo


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """How many works, files and accounts the first run made."""
    media: Path = tmp_path_factory.mktemp("media")
    with (
        django_db_blocker.unblock(),
        override_settings(TRILOG_DEMO=True, MEDIA_ROOT=str(media)),
        transaction.atomic(),
    ):
        yield load_demo()
        transaction.set_rollback(True)
