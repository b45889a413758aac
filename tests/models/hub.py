"""A Hub on this machine: the part of its file API that a download meets, and its bad days."""

from __future__ import annotations

import hashlib
import threading
from collections import defaultdict
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@dataclass(frozen=True, slots=True)
class Fault:
    """What the next answer for a file does instead of serving it."""

    status: int = 0
    retry_after: str = ""
    drop_after: int | None = None  # close the connection after so many bytes
    wrong: bool = False  # right length, other bytes
    whole: bool = False  # ignore the Range


@dataclass(frozen=True, slots=True)
class Asked:
    path: str
    range: str
    token: str


@dataclass(slots=True)
class Hub:
    """`files` and `faults` by "repo/revision/name"; large files are redirected to `/cdn/`."""

    files: dict[str, bytes] = field(default_factory=dict)
    large: set[str] = field(default_factory=set)
    faults: dict[str, list[Fault]] = field(default_factory=lambda: defaultdict(list))
    asked: list[Asked] = field(default_factory=list)
    announces: bool = True
    url: str = ""

    def add(self, repo: str, revision: str, files: dict[str, bytes]) -> None:
        self.files |= {f"{repo}/{revision}/{name}": data for name, data in files.items()}


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        super().__init__(("127.0.0.1", 0), Handler)
        hub.url = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self) -> None:
        self.shutdown()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # the name that http.server calls
        hub = self.server.hub
        token = self.headers.get("Authorization", "")
        hub.asked.append(Asked(self.path, self.headers.get("Range", ""), token))
        path = urlsplit(self.path).path  # a proxy is asked for the whole address
        on_cdn = path.startswith("/cdn/")
        key = path.removeprefix("/cdn/").removeprefix("/").replace("/resolve/", "/")
        if key not in hub.files:
            return self._answer(404)
        if key in hub.large and not on_cdn:
            return self._redirect(key)
        faults = hub.faults[key]
        return self._serve(hub.files[key], faults.pop(0) if faults else Fault(), on_cdn)

    def _redirect(self, key: str) -> None:
        data = self.server.hub.files[key]
        headers = {"Location": f"{self.server.hub.url}/cdn/{key}"}
        if self.server.hub.announces:
            headers["X-Linked-Etag"] = f'"{hashlib.sha256(data).hexdigest()}"'
            headers["X-Repo-Commit"] = COMMIT
        self._answer(302, headers)

    def _serve(self, data: bytes, fault: Fault, on_cdn: bool) -> None:
        if fault.status:
            return self._answer(fault.status, {"Retry-After": fault.retry_after})
        start = 0
        if "Range" in self.headers and not fault.whole:
            start = int(self.headers["Range"].removeprefix("bytes=").removesuffix("-"))
            if start >= len(data):
                return self._answer(416, {"Content-Range": f"bytes */{len(data)}"})
        body = bytes(byte ^ 1 for byte in data) if fault.wrong else data
        headers = {"Content-Length": str(len(data) - start)} | self._announce(data, on_cdn)
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
        self._headers(206 if start else 200, headers)
        stop = len(data) if fault.drop_after is None else start + fault.drop_after
        self.wfile.write(body[start:stop])
        self.close_connection = fault.drop_after is not None
        return None

    def _announce(self, data: bytes, on_cdn: bool) -> dict[str, str]:
        if on_cdn:
            return {"ETag": f'"{hashlib.sha256(b"of its own making").hexdigest()}"'}
        if not self.server.hub.announces:
            return {}
        blob = hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False)
        return {"ETag": f'W/"{blob.hexdigest()}"', "X-Repo-Commit": COMMIT}

    def _answer(self, status: int, headers: dict[str, str] | None = None) -> None:
        self._headers(status, {"Content-Length": "0"} | (headers or {}))

    def _headers(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            if value:
                self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *values: object) -> None:
        """Say nothing: the tests read `Hub.asked`."""
