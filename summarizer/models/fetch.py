"""Download one file over HTTP so that it arrives whole: resuming, patient, polite.

On the standard library on purpose. `huggingface_hub` fixes its endpoint when it is imported, does
not retry a 503 in mid-download and has changed its HTTP library between 1.x and 2.x; all that is
needed is a GET with a Range. urllib honours the proxy variables, and does not send the token on to
the host that a redirect names.
"""

from __future__ import annotations

import email.utils
import http.client
import logging
import os
import re
import ssl
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import IO, Any

from summarizer.errors import DownloadError
from summarizer.progress import Progress, silent

logger = logging.getLogger(__name__)

_BLOCK = 1 << 18
_TRANSIENT = {408, 425, 429, 500, 502, 503, 504}


class AbsentError(DownloadError):
    """The server is fine but has no such file."""


@dataclass(frozen=True, slots=True)
class Patience:
    tries: int = 5  # in a row that bring no new byte
    reach_tries: int = 2  # to get any answer: a firewall that drops packets costs a timeout each
    first_wait: float = 1.0  # seconds, doubled every time
    longest_wait: float = 120.0  # a server that asks for more is given up
    timeout: float = 20.0  # seconds without a byte
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Announced:
    """What the server said of a file, "" where it said nothing."""

    revision: str = ""
    sha256: str = ""
    blob: str = ""  # 40 hexadecimal digits: git's sum


class _TransientError(Exception):
    """Worth another try; `wait` is what the server asked for, in seconds."""

    def __init__(self, reason: str, *, wait: float | None = None, reached: bool = True) -> None:
        super().__init__(reason)
        self.wait, self.reached = wait, reached


def fetch(
    url: str,
    target: Path,
    *,
    token: str = "",
    patience: Patience | None = None,
    progress: Progress = silent,
) -> Announced:
    """Download `url` to `target`, going on from `target`.part where an earlier try has left one.

    Raises AbsentError for a 404, DownloadError for every other failure.
    """
    patience = patience or Patience()
    part = target.with_name(target.name + ".part")
    failures = 0
    while True:
        before = _size(part)
        try:
            announced = _receive(url, part, token, patience, progress)
        except _TransientError as e:
            failures = 1 if _size(part) > before else failures + 1
            patience.sleep(_wait(e, failures, patience, url))
        else:
            part.replace(target)
            return announced


def _wait(error: _TransientError, failures: int, patience: Patience, url: str) -> float:
    """Return how long to wait before the next try; raises DownloadError when there is none."""
    if failures >= (patience.tries if error.reached else patience.reach_tries):
        raise DownloadError(f"{url}: {error} ({failures} tries)") from error
    wait = patience.first_wait * 2 ** (failures - 1) if error.wait is None else error.wait
    if wait > patience.longest_wait:
        raise DownloadError(f"{url}: {error}, and asks to wait {wait:.0f} seconds") from error
    logger.info("%s: %s; next try in %.1f s", url, error, wait)
    return wait


def _receive(url: str, part: Path, token: str, patience: Patience, progress: Progress) -> Announced:
    """Make one request and append what it brings to `part`."""
    start = _size(part)
    notes = _Redirects(token)
    request = urllib.request.Request(url, headers={"User-Agent": "summarizer"})
    if start:
        request.add_header("Range", f"bytes={start}-")
    if token:
        request.add_unredirected_header("Authorization", f"Bearer {token}")
    try:
        with _opener(notes).open(request, timeout=patience.timeout) as response:
            notes.note(response.headers, final=True)
            _append(response, part, start, progress)
    except urllib.error.HTTPError as e:
        with e:  # it holds the connection
            _refusal(e, url, part, start)
    except urllib.error.URLError as e:
        raise unreachable(e) from e
    except (TimeoutError, ConnectionError, ssl.SSLError, http.client.HTTPException) as e:
        raise _TransientError(f"the connection broke ({e or type(e).__name__})") from e
    return notes.announced


def _append(response: Any, part: Path, start: int, progress: Progress) -> None:
    """Write the body; raises _TransientError when it ends early."""
    if response.status == 206 and _range_start(response.headers) != start:
        part.unlink()
        raise _TransientError("the server sent another range than was asked for")
    done = start if response.status == 206 else 0  # 200: the whole file, whatever was asked
    length = response.headers.get("Content-Length")
    total = done + int(length) if length else 0
    with part.open("ab" if done else "wb") as file:
        while block := response.read(_BLOCK):
            file.write(block)
            done += len(block)
            progress(f"Downloading {part.stem}", done, total)
    if total and done != total:
        raise _TransientError(f"the connection broke after {done:,} of {total:,} bytes")


def _range_start(headers: Message) -> int | None:
    found = re.match(r"bytes (\d+)-", headers.get("Content-Range", ""))
    return int(found[1]) if found else None


def _refusal(error: urllib.error.HTTPError, url: str, part: Path, start: int) -> None:
    """Return if the file is complete already, else raise what the status means."""
    if error.code == 416 and start:
        if error.headers.get("Content-Range", "") == f"bytes */{start}":
            return
        part.unlink(missing_ok=True)
        raise _TransientError("what was left of an earlier download does not fit") from error
    if error.code in _TRANSIENT:
        wait = _retry_after(error.headers.get("Retry-After", ""))
        raise _TransientError(f"the server answers {error.code}", wait=wait) from error
    if error.code == 404:
        raise AbsentError(f"{url}: the server has no such file (404)") from error
    if error.code in (401, 403):
        raise DownloadError(
            f"{url}: the server refuses ({error.code}): set HF_TOKEN to a token that may read it"
        ) from error
    raise DownloadError(f"{url}: the server answers {error.code} {error.reason}") from error


def unreachable(error: urllib.error.URLError) -> Exception:
    if isinstance(error.reason, ssl.SSLCertVerificationError):
        return DownloadError(
            f"the server's certificate is not trusted ({error.reason.verify_message}): set "
            "SSL_CERT_FILE to the certificates of your network"
        )
    return _TransientError(f"cannot be reached ({error.reason})", reached=False)


def _retry_after(value: str) -> float | None:
    """Read seconds or an HTTP date; None where there is neither."""
    if value.strip().isdigit():
        return float(value)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except ValueError:
        return None


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _opener(redirects: urllib.request.BaseHandler) -> urllib.request.OpenerDirector:
    https = urllib.request.HTTPSHandler(context=certificates(os.environ))
    return urllib.request.build_opener(redirects, https)


def certificates(environ: Mapping[str, str]) -> ssl.SSLContext:
    """Trust what SSL_CERT_FILE or SSL_CERT_DIR name (Python does that itself), else the bundle
    that `requests` and curl are told of: networks that inspect traffic set one of them."""
    bundle = environ.get("REQUESTS_CA_BUNDLE") or environ.get("CURL_CA_BUNDLE")
    if not bundle or "SSL_CERT_FILE" in environ:
        return ssl.create_default_context()
    is_folder = Path(bundle).is_dir()
    try:
        return ssl.create_default_context(
            capath=bundle if is_folder else None, cafile=None if is_folder else bundle
        )
    except OSError as e:
        raise DownloadError(f"the certificates in {bundle} cannot be read: {e}") from e


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follow redirects, and keep what the Hub says before it sends us on to its file servers."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.announced = Announced()

    def note(self, headers: Message, *, final: bool) -> None:
        linked = headers.get("X-Linked-Etag", "").strip('W/"')
        own = headers.get("ETag", "").strip('W/"') if final else ""
        sha256 = linked if re.fullmatch("[0-9a-f]{64}", linked) else ""
        known = self.announced
        if final and known.sha256:
            return  # the ETag of a file server is of its own making
        self.announced = Announced(
            headers.get("X-Repo-Commit", "") or known.revision,
            sha256 or known.sha256,
            own if re.fullmatch("[0-9a-f]{40}", own) else "",
        )

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Any,
        newurl: str,
    ) -> urllib.request.Request | None:
        self.note(headers, final=False)
        request = super().redirect_request(req, fp, code, msg, headers, newurl)
        same_host = (
            urllib.parse.urlsplit(newurl).netloc == urllib.parse.urlsplit(req.full_url).netloc
        )
        if request is not None and self.token and same_host:
            request.add_unredirected_header("Authorization", f"Bearer {self.token}")
        return request
