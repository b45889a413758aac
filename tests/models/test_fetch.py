"""A file arrives whole through drops, refusals and wrong bytes, or the error says why."""

from __future__ import annotations

import email.utils
import socket
import ssl
import time
import urllib.error
from pathlib import Path

import pytest

from summarizer.errors import DownloadError
from summarizer.models.fetch import (
    AbsentError,
    Announced,
    Patience,
    certificates,
    fetch,
    unreachable,
)
from tests.models.hub import COMMIT, Fault, Hub
from tests.stores import CONFIG, WEIGHTS

CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUA1YDxNy570Dx2m5opoJZTHz1v1swCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzA3NDMyOVoYDzIxMjYxMDMw
MDc0MzI5WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATZKPXtPrkhteIT181wL3d23Z75UCD/AuFfyVBppAr60G957GmeUuAg
Yc5UuaiSASQNBp2fdgxb7yil6fGecO/ho28wbTAdBgNVHQ4EFgQUmsxUYzY9pSgP
LVCtRAZkWzJUi7UwHwYDVR0jBBgwFoAUmsxUYzY9pSgPLVCtRAZkWzJUi7UwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIgN55DzmqDN1RzDnnc3P+cjX9Y0UO3iDi/iAlQDfvvQxsCIFSy
XJcCpoyEeugQWRUiC7lZfBhrxCRI5leFN+ds+n+N
-----END CERTIFICATE-----
"""
KEY = "someone/tiny/main/model.safetensors"


@pytest.fixture
def patience(waits: list[float]) -> Patience:
    return Patience(timeout=5, sleep=waits.append)


def url_of(hub: Hub, name: str = "model.safetensors") -> str:
    return f"{hub.url}/someone/tiny/resolve/main/{name}"


def test_a_file_arrives_with_what_the_hub_says_of_it(hub: Hub, tmp_path: Path) -> None:
    """The commit and the sum are those of the Hub, not of the file server behind it."""
    hub.large.add(KEY)
    announced = fetch(url_of(hub), tmp_path / "model")
    assert (tmp_path / "model").read_bytes() == WEIGHTS
    assert announced.revision == COMMIT
    assert len(announced.sha256) == 64
    assert announced.blob == ""


def test_a_small_file_has_the_sum_of_git(hub: Hub, tmp_path: Path) -> None:
    """Small files are announced by git's own sum."""
    announced = fetch(url_of(hub, "config.json"), tmp_path / "config")
    assert len(announced.blob) == 40
    assert announced.sha256 == ""


def test_a_dropped_connection_is_taken_up_where_it_broke(
    hub: Hub, tmp_path: Path, patience: Patience
) -> None:
    """Three drops cost three requests for the rest, not three downloads."""
    hub.faults[KEY] = [Fault(drop_after=1000), Fault(drop_after=500), Fault(drop_after=0)]
    fetch(url_of(hub), tmp_path / "model", patience=patience)
    assert (tmp_path / "model").read_bytes() == WEIGHTS
    assert [asked.range for asked in hub.asked] == [
        "",
        "bytes=1000-",
        "bytes=1500-",
        "bytes=1500-",
    ]


def test_a_new_process_goes_on_from_what_the_last_one_left(hub: Hub, tmp_path: Path) -> None:
    """The partial file is found by its name."""
    (tmp_path / "model.part").write_bytes(WEIGHTS[:7])
    fetch(url_of(hub), tmp_path / "model")
    assert (tmp_path / "model").read_bytes() == WEIGHTS
    assert [asked.range for asked in hub.asked] == ["bytes=7-"]


def test_a_finished_partial_file_is_not_downloaded_again(hub: Hub, tmp_path: Path) -> None:
    """A process that died before the last rename has lost nothing."""
    (tmp_path / "model.part").write_bytes(WEIGHTS)
    fetch(url_of(hub), tmp_path / "model")
    assert (tmp_path / "model").read_bytes() == WEIGHTS
    assert len(hub.asked) == 1


def test_a_partial_file_that_is_too_long_is_thrown_away(
    hub: Hub, tmp_path: Path, patience: Patience
) -> None:
    """What is left of another version does not spoil this one."""
    (tmp_path / "model.part").write_bytes(WEIGHTS + b"more")
    fetch(url_of(hub), tmp_path / "model", patience=patience)
    assert (tmp_path / "model").read_bytes() == WEIGHTS


def test_a_server_that_ignores_the_range_is_read_from_the_start(hub: Hub, tmp_path: Path) -> None:
    """A 200 is the whole file: it is not appended to the first half."""
    (tmp_path / "model.part").write_bytes(b"x" * 100)
    hub.faults[KEY] = [Fault(whole=True)]
    fetch(url_of(hub), tmp_path / "model")
    assert (tmp_path / "model").read_bytes() == WEIGHTS


def test_a_busy_server_is_asked_again_when_it_says(
    hub: Hub, tmp_path: Path, patience: Patience, waits: list[float]
) -> None:
    """429 and 503 are waited for as long as Retry-After says, else longer every time."""
    in_a_minute = email.utils.formatdate(time.time() + 60, usegmt=True)
    hub.faults[KEY] = [
        Fault(status=429, retry_after="7"),
        Fault(status=503, retry_after=in_a_minute),
        Fault(status=503),
    ]
    fetch(url_of(hub), tmp_path / "model", patience=patience)
    assert (tmp_path / "model").read_bytes() == WEIGHTS
    assert waits == [7, pytest.approx(60, abs=2), 4]


def test_a_server_that_asks_for_an_hour_is_given_up(
    hub: Hub, tmp_path: Path, patience: Patience, waits: list[float]
) -> None:
    """Another source is better than an hour in front of a prompt."""
    hub.faults[KEY] = [Fault(status=429, retry_after="3600")]
    with pytest.raises(DownloadError, match="429, and asks to wait 3600 seconds"):
        fetch(url_of(hub), tmp_path / "model", patience=patience)
    assert waits == []


def test_patience_has_an_end(hub: Hub, tmp_path: Path, patience: Patience) -> None:
    """A server that only fails is asked so many times and no more."""
    hub.faults[KEY] = [Fault(status=500)] * 9
    with pytest.raises(DownloadError, match=r"the server answers 500 \(5 tries\)"):
        fetch(url_of(hub), tmp_path / "model", patience=patience)
    assert len(hub.asked) == 5


def test_a_missing_file_is_told_from_a_failing_server(hub: Hub, tmp_path: Path) -> None:
    """A 404 is not worth another try."""
    with pytest.raises(AbsentError, match="no such file"):
        fetch(url_of(hub, "nothing"), tmp_path / "nothing")
    assert len(hub.asked) == 1


@pytest.mark.parametrize("status", [401, 403])
def test_a_refusal_tells_what_a_token_would_do(hub: Hub, tmp_path: Path, status: int) -> None:
    """A gated model needs HF_TOKEN, and the message says so."""
    hub.faults[KEY] = [Fault(status=status)]
    with pytest.raises(DownloadError, match="HF_TOKEN"):
        fetch(url_of(hub), tmp_path / "model")


def test_an_unreachable_host_is_tried_twice_only(
    tmp_path: Path, patience: Patience, waits: list[float]
) -> None:
    """Behind a firewall the next source must get its turn soon."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(DownloadError, match=r"cannot be reached .* \(2 tries\)"):
        fetch(f"http://127.0.0.1:{port}/x", tmp_path / "x", patience=patience)
    assert waits == [1.0]


def test_the_token_stays_with_the_hub(hub: Hub, tmp_path: Path) -> None:
    """The file server that the Hub sends us to on another host does not see it."""
    hub.large.add(KEY)
    hub.url = hub.url.replace("127.0.0.1", "localhost")  # where the redirect leads
    fetch(url_of(hub).replace("localhost", "127.0.0.1"), tmp_path / "model", token="secret")
    assert [asked.token for asked in hub.asked] == ["Bearer secret", ""]


def test_progress_counts_what_was_there_already(hub: Hub, tmp_path: Path) -> None:
    """The bar of a resumed download starts where the last one ended."""
    seen: list[tuple[str, int, int]] = []
    (tmp_path / "config.part").write_bytes(CONFIG[:5])
    url = url_of(hub, "config.json")
    fetch(url, tmp_path / "config", progress=lambda *values: seen.append(values))
    assert seen == [("Downloading config", len(CONFIG), len(CONFIG))]


def test_nothing_is_announced_by_a_plain_server(hub: Hub, tmp_path: Path) -> None:
    """A mirror without the Hub's headers is no error."""
    hub.announces = False
    assert fetch(url_of(hub), tmp_path / "model") == Announced()


def test_a_proxy_is_used_where_the_environment_has_one(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The host itself is never looked up: the proxy is asked for the whole address."""
    monkeypatch.setenv("http_proxy", hub.url)
    monkeypatch.setenv("no_proxy", "localhost")
    url = "http://hub.invalid/someone/tiny/resolve/main/config.json"
    fetch(url, tmp_path / "config")
    assert (tmp_path / "config").read_bytes() == CONFIG
    assert [asked.path for asked in hub.asked] == [url]


@pytest.mark.parametrize("variable", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
def test_the_network_s_own_certificates_are_trusted(tmp_path: Path, variable: str) -> None:
    """Networks that inspect traffic set one of these; SSL_CERT_FILE Python reads itself."""
    bundle = tmp_path / "ca.pem"
    bundle.write_text(CERTIFICATE, "ascii")
    (trusted,) = certificates({variable: str(bundle)}).get_ca_certs()
    assert trusted["subject"] == ((("commonName", "localhost"),),)
    with pytest.raises(DownloadError, match=r"absent\.pem cannot be read"):
        certificates({variable: str(tmp_path / "absent.pem")})


def test_an_untrusted_certificate_says_what_to_set() -> None:
    """Another try would not help, and the message says what would."""
    refusal = ssl.SSLCertVerificationError()
    refusal.verify_message = "self-signed certificate"
    error = unreachable(urllib.error.URLError(refusal))
    assert isinstance(error, DownloadError)
    assert "self-signed certificate" in str(error)
    assert "SSL_CERT_FILE" in str(error)
