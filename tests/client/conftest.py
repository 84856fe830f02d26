"""Node and what `npm ci` has installed for the client."""

import os
import shutil
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent


@pytest.fixture(scope="session")
def node() -> str:
    """The path of Node. Where it or a package is missing the test is skipped, but in CI it fails."""
    path = shutil.which("node")
    if path and (FOLDER / "node_modules/.package-lock.json").exists():
        return path
    missing = "NEEDS NODE: `make check` installs it, or names the package, and what tests/client/package.json lists"
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)
