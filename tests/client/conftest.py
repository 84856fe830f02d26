"""What the client is compiled with."""

import os
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent


@pytest.fixture(scope="session")
def tools(node: str) -> Path:
    """The packages that `make client` installs. Where they are missing the test is skipped, but in CI it fails."""
    packages = FOLDER / "node_modules"
    if (packages / ".package-lock.json").exists():
        return packages
    missing = "NEEDS PACKAGES: `make client` installs what tests/client/package-lock.json lists"
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)
