"""`python -m tests`: all that CI checks, in one command.

Layout, style and types first, then the benchmarks with the machine to themselves, then the tests on
all cores; pytest's closing line comes last. Words after the command go to pytest: `-k inbox`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time

from tests.checkout import ROOT

CHECKS = {
    "layout": ["ruff", "format", "--check", "."],
    "style": ["ruff", "check", "."],
    "types": ["mypy"],
}
MOST_WORKERS = 8
NOTHING_COLLECTED = 5


def main() -> int:
    """Run every check and every test; 0 if all pass."""
    options, rest = _parser().parse_known_args()
    failed = [name for name, command in CHECKS.items() if _run(name, command)]
    if _run("benchmarks", _pytest("benchmark", rest)) not in {0, NOTHING_COLLECTED}:
        failed.append("benchmarks")
    if failed:
        _say(f"Failed so far: {', '.join(failed)}. The tests follow.")
    kinds = "not benchmark" if options.full else "not benchmark and not full"
    workers = ["-n", "auto", f"--maxprocesses={MOST_WORKERS}"]
    result = _run("tests", [*_pytest(kinds, rest), *workers])
    return result or int(bool(failed))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests", description=__doc__)
    parser.add_argument("--full", action="store_true", help="also the tests that take minutes")
    return parser


def _pytest(kinds: str, rest: list[str]) -> list[str]:
    return ["pytest", "-q", "-m", kinds, *rest]


def _run(name: str, command: list[str]) -> int:
    _say(f"== {name}: {' '.join(command)}")
    started = time.monotonic()
    code = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=False).returncode
    if name != "tests":  # whose last line is pytest's own
        _say(f"   {name}: {time.monotonic() - started:.0f} s, exit code {code}")
    return code


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
