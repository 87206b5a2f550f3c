"""Looking at processes of this machine, and waiting for something to become true."""

import os
import socket
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def wait_until(condition, *, seconds):
    """The first true answer of `condition`; fails after `seconds`."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if answer := condition():
            return answer
        time.sleep(0.05)
    msg = f"not within {seconds} seconds"
    raise AssertionError(msg)


def children_of(pid):
    """Process ids started by `pid`, and by those."""
    direct = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            direct.append(int(stat.parent.name))
    return direct + [below for child in direct for below in children_of(child)]


def command_of(pid):
    """The words a process was started with; none once it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    except OSError:
        return []


def is_alive(pid):
    """Whether the process exists and is not just waiting to be buried."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def free_port():
    """A port nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def clean_environment(**extra):
    """This process's environment, with `extra`."""
    return {**os.environ, **{name: str(value) for name, value in extra.items()}}
