"""Who may read the site over HTTP: a browser on this machine that was sent here by its owner."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from email.message import Message

ALONE: Final = "127.0.0.1"
"""The address that nobody but this machine reaches."""

NAMES = ("127.0.0.1", "localhost", "[::1]")
_HTTP_PORT = 80

ANSWER_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What every answer carries, so that no page of another origin can load, frame or keep it."""


def refusal(headers: Message, port: int, address: str = ALONE) -> str:
    """Why a request with these `headers` gets no answer at this address and port, or "" when it gets one.

    A page of another site can make a browser send requests here, under a name of its own that
    leads to this machine (DNS rebinding) or as a script, a picture or a frame. So the name must
    be this machine's, or the `address` that a person asked for, and the request must come from the
    site itself or be a page that a person opens. Fetch Metadata tells which; a browser that sends
    none is held off by `ANSWER_HEADERS`.
    """
    given = headers.get_all("Host", [])
    if len(given) != 1 or not _is_ours(given[0], port, address):
        return "this address answers to its own name only"
    origin = headers.get("Origin")
    if origin is not None and not _is_own_origin(origin.lower(), given[0].lower(), port):
        return "this address answers to its own pages only"
    if headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"} and not _opens_a_page(headers):
        return "this address answers to its own pages only"
    return ""


def refusal_to_act(headers: Message, port: int, address: str = ALONE) -> str:
    """The same for a request that does something: only a page of the site itself may ask for that.

    Browsers name the page's origin with every such request; what names none is no page.
    """
    if headers.get("Origin") is None or headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return "this address does something for its own pages only"
    return refusal(headers, port, address)


def is_alone(address: str) -> bool:
    """Whether nobody but this machine reaches the IP address. Raises ValueError when it is none."""
    return ip_address(address).is_loopback


def in_url(address: str) -> str:
    """An IP address as it stands in a URL, where one of all addresses is this machine's own."""
    given = ip_address(address)
    if given.is_unspecified:
        return in_url(ALONE if given.version == 4 else "::1")  # noqa: PLR2004 - the version of IP
    return f"[{given}]" if ":" in address else str(given)


def _is_ours(host: str, port: int, address: str) -> bool:
    name = host.lower().removesuffix(f":{port}")
    if name == host.lower() and port != _HTTP_PORT:
        return False
    # At all addresses of a machine: any of them, but no name, which could lead here by rebinding.
    anywhere = ip_address(address).is_unspecified and _is_address(name.removeprefix("[").removesuffix("]"))
    return name in {*NAMES, in_url(address)} or anywhere


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_own_origin(origin: str, host: str, port: int) -> bool:
    scheme, _, name = origin.partition("://")
    return scheme == "http" and (name == host or _is_ours(name, port, ALONE))


def _opens_a_page(headers: Message) -> bool:
    return headers.get("Sec-Fetch-Mode") == "navigate" and headers.get("Sec-Fetch-Dest") == "document"
