"""Ways of filling a document in node: docxtemplater and carbone, installed into a folder that is thrown away."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.benchmarks.braces import in_braces
from tests.benchmarks.carbone_tags import in_carbone
from tests.benchmarks.documents import Document

_SCRIPT: Final = Path(__file__).with_name("node_peers.js")
_PACKAGES: Final = ("docxtemplater", "pizzip", "carbone")
_TRANSLATED: Final[dict[str, Callable[[bytes], bytes]]] = {"docxtemplater": in_braces, "carbone": in_carbone}
_OUT_OF_REACH: Final = re.compile(
    r"E(?:NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT|SOCKETTIMEDOUT|HOSTUNREACH|NETUNREACH|401|403|407|50[234])\b"
)
_PATIENCE: Final = 120  # seconds


class NoNodeError(Exception):
    """The peers in node cannot be had here; the message says why."""


class NoRegistryError(NoNodeError):
    """npm is here, and its registry is out of reach."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What a peer made, and the median seconds of one filling in its warm process."""

    name: str
    file: bytes
    seconds: float


def install_node_peers(folder: Path) -> None:
    """Put the peers into a folder; raise NoNodeError where node or npm is missing, NoRegistryError without network."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise NoNodeError("node and npm are not on this machine.")
    (folder / "package.json").write_text('{"private": true}', encoding="utf-8")
    command = [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0", *_PACKAGES]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        raise NoRegistryError(f"npm did not finish installing within {_PATIENCE} seconds.") from None
    said = (done.stdout + done.stderr).decode(errors="replace")
    if done.returncode and _OUT_OF_REACH.search(said):
        raise NoRegistryError("There is no network to npm's registry.")
    if done.returncode:
        raise NoNodeError(f"npm could not install the peers: {(said.strip().splitlines() or ['no reason given'])[0]}")


def fill_in_node(document: Document, folder: Path, *, seconds: float) -> list[Filled]:
    """Return what each peer made of a document, filled for so many seconds in a warm process of its own."""
    return [_filled(engine, document, folder, seconds) for engine in _TRANSLATED]


def _filled(engine: str, document: Document, folder: Path, seconds: float) -> Filled:
    layout, content, file = (folder / f"{engine}-{name}" for name in ("layout.docx", "content.json", "filled.docx"))
    layout.write_bytes(_TRANSLATED[engine](document.layout))
    content.write_text(json.dumps(document.content), encoding="utf-8")
    command = ["node", str(_SCRIPT), engine, layout.name, content.name, file.name, str(seconds)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    if done.returncode:
        raise NoNodeError(f"{engine} did not fill the {document.title}: {done.stderr.strip()[:500]}")
    return Filled(f"{engine} {_version(engine, folder)}, fresh", file.read_bytes(), json.loads(done.stdout) / 1000)


def _version(engine: str, folder: Path) -> str:
    about = json.loads((folder / "node_modules" / engine / "package.json").read_text(encoding="utf-8"))
    return str(about["version"])
