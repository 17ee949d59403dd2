"""A page in a real browser: it fits narrow and wide windows, throws no error, and asks for nothing from elsewhere."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import lacking
from tests.pages.sample import a_page

QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
ASK = """<script>
const errors = [];
addEventListener("error", event => errors.push(String(event.message || event.target)), true);
addEventListener("load", () => {
  document.title = JSON.stringify({
    width: document.documentElement.scrollWidth, window: innerWidth, height: document.documentElement.scrollHeight,
    pictures: [...document.querySelectorAll("svg")].map(one => one.getBoundingClientRect().width),
    fetched: performance.getEntriesByType("resource").map(one => one.name), errors,
  });
});
</script>"""


@pytest.fixture(scope="module")
def browser() -> str:
    found = (
        shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )
    if found is None:
        lacking("No Chromium is installed.")
    assert found is not None
    return found


@pytest.mark.parametrize("width", [500, 1920])  # 500 is the narrowest window that it opens
def test_a_page_fits_the_window_and_needs_nothing_from_elsewhere(
    browser: str, width: int, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        a_page("A long sentence about a bakery. " * 8).replace("<head>", f"<head>{ASK}", 1),
        encoding="utf-8",
    )
    command = [
        browser,
        *QUIET,
        f"--user-data-dir={tmp_path}",
        f"--window-size={width},900",
        "--dump-dom",
        path.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    title = re.search(r"<title>(\{.*?\})</title>", done.stdout)
    assert title, done.stdout[:2000]
    seen = json.loads(title[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    assert seen["errors"] == []
    assert seen["fetched"] == []
    assert seen["width"] <= seen["window"]
    assert seen["pictures"]
    assert all(100 < one <= seen["window"] for one in seen["pictures"])
