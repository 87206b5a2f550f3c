"""Tests talk to this machine only."""

import ipaddress
import socket


class NetworkRefusedError(RuntimeError):
    """A test tried to leave the machine."""


def is_local(host) -> bool:
    """Whether an address, or a name given instead of one, stays on this machine."""
    if host in {None, "", "localhost", b"localhost"}:
        return True
    name = host.decode() if isinstance(host, bytes) else str(host)
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


class LocalSocket(socket.socket):
    """Connects to loopback addresses and Unix sockets, refuses the rest."""

    def connect(self, address):
        self._check(address)
        return super().connect(address)

    def connect_ex(self, address):
        self._check(address)
        return super().connect_ex(address)

    def _check(self, address):
        if self.family != socket.AF_UNIX and not is_local(address[0]):
            msg = f"a test tried to reach {address!r}"
            raise NetworkRefusedError(msg)


def local_getaddrinfo(host, *args, _original=socket.getaddrinfo, **kwargs):
    """Names other than localhost are not looked up."""
    if not is_local(host) and host != socket.gethostname():
        msg = f"a test tried to look up {host!r}"
        raise NetworkRefusedError(msg)
    return _original(host, *args, **kwargs)
