"""Writing: a file is replaced whole, or stays as it was.

What stands in the file of a run is in `runfile.py`.
"""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path


def replace_file(path: Path, content: str | bytes) -> None:
    """Put *content* into *path*, text in UTF-8: to a temporary file in the same folder, synced, then renamed.

    Raises `OSError` that names *path*; then what stood there stands there still, and nothing is left beside it.
    """
    data = content.encode() if isinstance(content, str) else content
    check_place(path)
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a pipe or a device is written to, never replaced
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        # The user knows the file that was asked for, not the temporary one.
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


def check_place(path: Path) -> None:
    """Raise the `OSError` that writing to *path* would surely meet, before hours of work that would be written."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "This is a folder, not a file", str(path))
    if not path.parent.is_dir():
        raise FileNotFoundError(
            errno.ENOENT, f"There is no folder {path.parent} to write it into", str(path)
        )
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise PermissionError(errno.EACCES, "It may not be written here", str(path))


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(path, Path(name))
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(path.parent)


def _keep_mode(path: Path, made: Path) -> None:
    """A temporary file is for its owner alone; the file keeps the rights it had, or gets the usual ones."""
    with suppress(OSError):
        made.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_mask())


def _mask() -> int:
    mask = os.umask(0)  # the only way to read it is to set it
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Let the renaming itself survive a power cut, where the system can open folders."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
