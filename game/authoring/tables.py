"""Tables that ship with the package as YAML: read plainly, since they are ours and no author's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


def read_table(path: Path) -> Any:
    """What stands in the YAML file *path*."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))
