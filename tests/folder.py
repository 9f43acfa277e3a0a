"""The folder of the paper that is tested: a plugin, because pytest-django reads Django's settings
before it reads any conftest. Each worker of a run has its own."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

FOLDER = Path(tempfile.mkdtemp(prefix="broadsheet-tests-"))
# WhiteNoise warns of a static folder that is not there.
(FOLDER / "data" / "static").mkdir(parents=True)
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
# Whatever the person who runs the tests has set for a paper of his own does not reach them.
for name in [name for name in os.environ if name.startswith("BROADSHEET_")]:
    del os.environ[name]
os.environ["BROADSHEET_PAPER"] = str(FOLDER)
os.environ["BROADSHEET_LOG_LEVEL"] = "error"
if os.environ.get("TEST_DATABASE_URL"):
    os.environ["BROADSHEET_DATABASE_URL"] = os.environ["TEST_DATABASE_URL"]
