"""The index is made anew while many publish at the same time."""

import threading

import pytest
from django.db import connection

from cms.publishing.locales import content_locales

pytestmark = [pytest.mark.search_server, pytest.mark.postgresql]

EDITORS = 4
PUBLISHED_BY_EACH = 50


def test_a_rebuild_during_two_hundred_publishes(drill):
    before = [drill.publish(f"Before {number}") for number in range(EDITORS)]
    errors = []

    def edit(editor):
        try:
            for number in range(PUBLISHED_BY_EACH // 2):
                town = drill.publish(f"Town {editor} {number}")
                if number % 3 == 0:
                    drill.delete(town)
                else:
                    drill.rename(town, f"City {editor} {number}")
            drill.delete(before[editor])
        except Exception as error:  # noqa: BLE001 - told below
            errors.append(error)
        finally:
            connection.close()

    editors = [threading.Thread(target=edit, args=(number,)) for number in range(EDITORS)]
    for editor in editors:
        editor.start()
    rebuilds = 0
    while any(editor.is_alive() for editor in editors):
        drill.index.rebuild(content_locales())
        rebuilds += 1
    for editor in editors:
        editor.join()

    assert not errors
    assert rebuilds
    drill.wait_until_complete()
    assert drill.index.unbuilt() == []
    assert len(drill.index.client.indices(drill.index.prefix)) == len(content_locales()), "nothing is left over"
    drill.wait_until_back("City 0 1")
