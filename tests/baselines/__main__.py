"""`python -m tests.baselines`: say which committed outcomes differ, or with `--update` write them anew."""

from __future__ import annotations

import argparse
import json
import sys

from tests.baselines.outcomes import BASELINES, committed, differences, outcome

ADVICE = (
    "If this is meant: raise MODEL in game/sim/model.py, add a **Results** line to CHANGELOG.md, and run "
    "python -m tests.baselines --update"
)  # fmt: skip


def main() -> int:
    """Compare or update; 1 if something differs that was not updated."""
    parser = argparse.ArgumentParser(prog="python -m tests.baselines", description=__doc__)
    parser.add_argument("--update", action="store_true", help="write the outcomes of this code")
    update = parser.parse_args().update
    changed = 0
    for one in BASELINES:
        made = outcome(one)
        lines = differences(committed(one), made)
        changed += bool(lines)
        sys.stdout.write(f"{one.path.name}: {'; '.join(lines) if lines else 'as committed'}\n")
        if update:
            one.path.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    if changed and not update:
        sys.stdout.write(f"{ADVICE}\n")
    return int(bool(changed) and not update)


if __name__ == "__main__":
    raise SystemExit(main())
