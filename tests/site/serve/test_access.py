from email.message import Message

import pytest

from iiv.site.serve.access import in_url, is_alone, refusal, refusal_to_act

ALL = "0.0.0.0"  # noqa: S104 - what a person may ask for


def request(port: int = 8000, /, **given: str) -> str:
    """Why a request with these headers is refused; `_` in a name stands for `-`."""
    headers = Message()
    for name, value in {"Host": f"127.0.0.1:{port}", **given}.items():
        headers[name.replace("_", "-")] = value
    return refusal(headers, port)


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LocalHost:8000", "[::1]:8000"])
def test_this_machines_names_are_answered(host: str) -> None:
    assert request(Host=host) == ""


@pytest.mark.parametrize(
    "host",
    ["evil.example.org:8000", "evil.example.org", "127.0.0.1", "127.0.0.1:9000", "", "localhost.:8000"],
)
def test_every_other_name_is_refused(host: str) -> None:
    assert request(Host=host) == "this address answers to its own name only"


def test_a_request_with_no_name_or_two_is_refused() -> None:
    headers = Message()
    assert refusal(headers, 8000)
    headers["Host"] = "localhost:8000"
    headers["Host"] = "localhost:8000"
    assert refusal(headers, 8000)


def test_the_usual_port_may_be_left_out() -> None:
    assert request(80, Host="localhost") == ""


@pytest.mark.parametrize("site", ["none", "same-origin"])
def test_the_sites_own_requests_and_typed_addresses_are_answered(site: str) -> None:
    assert request(Sec_Fetch_Site=site, Sec_Fetch_Mode="no-cors", Sec_Fetch_Dest="script") == ""


@pytest.mark.parametrize("site", ["cross-site", "same-site"])  # another port of localhost is same-site
@pytest.mark.parametrize(
    ("mode", "dest"),
    [
        ("no-cors", "script"),
        ("no-cors", "image"),
        ("cors", "empty"),
        ("navigate", "iframe"),
        ("navigate", ""),
    ],
)
def test_what_other_pages_load_or_frame_is_refused(site: str, mode: str, dest: str) -> None:
    refused = request(Sec_Fetch_Site=site, Sec_Fetch_Mode=mode, Sec_Fetch_Dest=dest)
    assert refused == "this address answers to its own pages only"


def test_a_link_on_another_page_may_open_the_site() -> None:
    assert request(Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate", Sec_Fetch_Dest="document") == ""


@pytest.mark.parametrize(
    ("origin", "answered"),
    [
        ("http://localhost:8000", True),
        ("http://localhost:3000", False),
        ("https://example.org", False),
        ("null", False),
    ],
)
def test_a_browser_that_names_the_origin_only_is_held_to_it(origin: str, answered: bool) -> None:  # noqa: FBT001 - a case's outcome
    assert (request(Origin=origin) == "") is answered


@pytest.mark.parametrize(
    ("address", "host", "answered"),
    [
        ("192.168.1.20", "192.168.1.20:8000", True),
        ("192.168.1.20", "127.0.0.1:8000", True),
        ("192.168.1.20", "192.168.1.21:8000", False),
        ("192.168.1.20", "rebound.example.org:8000", False),
        ("fd00::1", "[fd00::1]:8000", True),
        (ALL, "192.168.1.20:8000", True),
        ("::", "[fd00::1]:8000", True),
        (ALL, "rebound.example.org:8000", False),
    ],
)
def test_an_address_that_was_asked_for_is_answered_too(address: str, host: str, answered: bool) -> None:  # noqa: FBT001 - a case's outcome
    headers = Message()
    headers["Host"] = host
    assert (refusal(headers, 8000, address) == "") is answered
    headers["Origin"] = f"http://{host}"
    assert (refusal(headers, 8000, address) == "") is answered
    headers.replace_header("Origin", "http://192.168.1.99:8000")
    assert refusal(headers, 8000, address)


def test_which_addresses_this_machine_alone_reaches() -> None:
    assert is_alone("127.0.0.1")
    assert is_alone("::1")
    assert not is_alone(ALL)
    assert not is_alone("192.168.1.20")


def test_an_address_in_a_url() -> None:
    expected = ["10.0.0.1", "[fd00::1]", "127.0.0.1", "[::1]"]
    assert [in_url(address) for address in ("10.0.0.1", "fd00::1", ALL, "::")] == expected


@pytest.mark.parametrize(
    ("given", "acts"),
    [
        ({"Origin": "http://127.0.0.1:8000"}, True),
        ({"Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "same-origin"}, True),
        ({}, False),  # no page, or a browser that was led here
        ({"Origin": "null"}, False),
        ({"Origin": "http://evil.example.org"}, False),
        ({"Origin": "http://127.0.0.1:9000"}, False),
        ({"Origin": "https://127.0.0.1:8000"}, False),
        ({"Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "same-site"}, False),
        ({"Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "none"}, False),
        ({"Origin": "http://evil.example.org:8000", "Host": "evil.example.org:8000"}, False),
        (
            {
                "Origin": "http://evil.example.org",
                "Sec-Fetch-Site": "cross-site",
                "Sec-Fetch-Mode": "navigate",
                "Sec-Fetch-Dest": "document",
            },
            False,  # a form of another page
        ),
    ],
)
def test_only_the_sites_own_pages_may_ask_for_something_to_be_done(given: dict[str, str], acts: bool) -> None:  # noqa: FBT001 - a case
    headers = Message()
    for name, value in {"Host": "127.0.0.1:8000", **given}.items():
        headers[name] = value
    assert (refusal_to_act(headers, 8000) == "") is acts
