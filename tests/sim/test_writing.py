"""A file is replaced whole, or stays as it was, whatever the disk does."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.sim.writing import check_place, replace_file
from tests.checkout import ROOT


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file that stands there already."""
    path = tmp_path / "table-4.run"
    path.write_text("what was kept", encoding="utf-8")
    return path


def fails(number: int) -> Callable[..., object]:
    """A function that ends as the operating system's does with this error number."""

    def failing(*_: object, **__: object) -> object:
        raise OSError(number, os.strerror(number))

    return failing


def test_a_file_is_written_and_replaced(old: Path) -> None:
    replace_file(old, "brot für alle")
    assert old.read_text(encoding="utf-8") == "brot für alle"
    replace_file(old, b"\x00\x01")
    assert old.read_bytes() == b"\x00\x01"
    assert list(old.parent.iterdir()) == [old]


@pytest.mark.parametrize(
    ("step", "number"),
    [("os.fsync", errno.ENOSPC), ("os.fsync", errno.EIO), ("pathlib.Path.replace", errno.EACCES)],
)
def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    old: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int
) -> None:
    monkeypatch.setattr(step, fails(number))
    with pytest.raises(OSError, match=os.strerror(number)) as error:
        replace_file(old, "new")
    assert error.value.filename == str(old)
    assert old.read_text(encoding="utf-8") == "what was kept"
    assert list(old.parent.iterdir()) == [old]


def test_an_interruption_leaves_the_old_file_too(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        replace_file(old, "new")
    assert [path.read_text(encoding="utf-8") for path in old.parent.iterdir()] == ["what was kept"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a disk that is always full")
def test_a_device_is_written_to_and_never_replaced() -> None:
    with pytest.raises(OSError, match="No space left"):
        replace_file(Path("/dev/full"), "x" * 100_000)
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small file system")
def test_on_a_disk_that_is_really_full_the_old_file_stays(tmp_path: Path) -> None:
    # Unprivileged where the kernel allows: a mount of our own, seen by this one process only.
    script = (
        "import sys; from pathlib import Path\n"
        "from game.sim.writing import replace_file\n"
        "path = Path(sys.argv[1], 'a.run')\n"
        "replace_file(path, 'kept')\n"
        "try: replace_file(path, 'x' * 400_000)\n"
        "except OSError as error: print(error.errno, error.filename)\n"
        "print([(one.name, one.read_text()) for one in path.parent.iterdir()])"
    )
    disk = tmp_path / "disk"
    disk.mkdir()
    shell = f'mount -t tmpfs -o size=128k none "{disk}" && exec "{sys.executable}" -c "$0" "{disk}"'
    command = ["unshare", "--mount", "--map-root-user", "sh", "-c", shell, script]
    done = subprocess.run(
        command,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.skip(f"no file system may be mounted here: {done.stderr.strip()}")
    assert done.stdout.splitlines() == [f"{errno.ENOSPC} {disk / 'a.run'}", "[('a.run', 'kept')]"]


def test_a_replaced_file_keeps_its_rights_and_a_link_its_target(old: Path) -> None:
    old.chmod(0o640)
    link = old.with_name("latest.run")
    link.symlink_to(old)
    replace_file(link, "new")
    assert link.is_symlink()
    assert old.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


def test_a_place_that_cannot_be_written_to_is_named_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="There is no folder"):
        check_place(tmp_path / "results" / "a.run")
    with pytest.raises(IsADirectoryError, match="This is a folder"):
        check_place(tmp_path)
    check_place(tmp_path / "a.run")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_may_not_be_written_to_is_said_so(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "os.access", lambda *_: False
    )  # root may write anywhere, so it is pretended
    with pytest.raises(PermissionError, match="may not be written"):
        replace_file(old, "new")
    assert old.read_text(encoding="utf-8") == "what was kept"
