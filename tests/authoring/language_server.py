"""The YAML language server that editors run, driven over its own protocol; it is installed with npm, see `.ci/run`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.checkout import ROOT

PACKAGE = Path("node_modules/yaml-language-server/bin/yaml-language-server")
SETTINGS = {
    "yaml": {
        "validate": True,
        "completion": True,
        "hover": True,
        "schemaStore": {"enable": False},
    }
}
ABILITIES = {
    "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}},
    "workspace": {"configuration": True},
}
PATIENCE = 60.0  # seconds


def server_command() -> list[str] | None:
    """How the server is started; None where it is not installed."""
    node, script = shutil.which("node"), ROOT / ".venv-node" / PACKAGE
    return [node, str(script), "--stdio"] if node and script.is_file() else None


class LanguageServer:
    """One server, which lives as long as the block that it is used in."""

    def __init__(self, command: list[str]) -> None:
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._count = 0
        self._underlined: dict[str, list[dict[str, Any]]] = {}

    def __enter__(self) -> LanguageServer:
        self._ask(
            "initialize",
            {"processId": os.getpid(), "rootUri": ROOT.as_uri(), "capabilities": ABILITIES},
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": SETTINGS})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()
        self._process.wait()

    def open(self, path: Path, text: str) -> None:
        """Open a file in the editor, with *text* typed into it."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})

    def completions(self, path: Path, line: int, col: int) -> list[str]:
        """What is offered at a place; lines and columns from 0."""
        answer = self._ask("textDocument/completion", _place(path, line, col))
        items = answer["items"] if isinstance(answer, dict) else answer
        return [item["label"] for item in items or []]

    def hover(self, path: Path, line: int, col: int) -> str:
        """What is shown where the mouse rests."""
        answer = self._ask("textDocument/hover", _place(path, line, col))
        return str(answer["contents"]["value"]) if answer else ""

    def underlined(self, path: Path) -> list[tuple[int, str]]:
        """What is underlined in a file, once there is anything: lines from 0, and what is said."""
        end = time.monotonic() + PATIENCE
        while not self._underlined.get(path.as_uri()) and time.monotonic() < end:
            self._heed(self._receive())
        found = self._underlined.get(path.as_uri(), [])
        return [(one["range"]["start"]["line"], one["message"]) for one in found]

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        self._count += 1
        self._send({"id": self._count, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._count and "method" not in message:
                assert "error" not in message, message["error"]
                return message.get("result")
            self._heed(message)

    def _heed(self, message: dict[str, Any]) -> None:
        """Keep what is underlined; answer what the server asks of an editor."""
        if message.get("method") == "textDocument/publishDiagnostics":
            params = message["params"]
            self._underlined[params["uri"]] = params["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            wanted = [one.get("section", "") for one in message["params"]["items"]]
            self._send({"id": message["id"], "result": [SETTINGS.get(one) for one in wanted]})
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b": ")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server has ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


def _place(path: Path, line: int, col: int) -> dict[str, Any]:
    return {
        "textDocument": {"uri": path.as_uri()},
        "position": {"line": line, "character": col},
    }
