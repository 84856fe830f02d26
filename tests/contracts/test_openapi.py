"""The public contract: a change of it shows as a difference here, and in review.

To accept a change: `UPDATE_CONTRACTS=1 .venv/bin/pytest tests/contracts`
"""

import difflib
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.test import Client

SNAPSHOT = Path(__file__).with_name("openapi.yaml")


def _shape(value: Any) -> Any:
    """The contract without its prose: a better wording is no change of it."""
    if isinstance(value, dict):
        prose = ("description", "summary")
        return {name: _shape(part) for name, part in value.items() if not (name in prose and isinstance(part, str))}
    return [_shape(part) for part in value] if isinstance(value, list) else value


@pytest.mark.django_db
def test_the_contract_has_not_changed_unnoticed(client: Client) -> None:
    served = yaml.safe_load(client.get("/api/v1/schema/?format=yaml").content)
    current = yaml.safe_dump(_shape(served), sort_keys=True, allow_unicode=True, width=120)
    if os.environ.get("UPDATE_CONTRACTS"):
        SNAPSHOT.write_text(current, encoding="utf-8")
    stored = SNAPSHOT.read_text(encoding="utf-8") if SNAPSHOT.exists() else ""
    if stored != current:
        lines = difflib.unified_diff(stored.splitlines(), current.splitlines(), "stored", "served", n=2, lineterm="")
        pytest.fail(
            "The API's contract has changed. If that is meant, run\n"
            "    UPDATE_CONTRACTS=1 .venv/bin/pytest tests/contracts\n"
            "and commit the result.\n\n" + "\n".join(lines),
            pytrace=False,
        )
