"""One parent for the processes of the embedded mode: starts, restarts and stops them together.

It knows nothing of what they do. A child that ends is started again, later each time; one
SIGTERM or SIGINT ends all of them within `STOP_SECONDS`, and the death of the parent, even by
SIGKILL, ends them too.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import FrameType

TICK_SECONDS = 0.2
STOP_SECONDS = 8.0
MAX_DELAY_SECONDS = 30.0
HEALTHY_SECONDS = 60.0
STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)

_LIBC = ctypes.CDLL(None)
_PR_SET_PDEATHSIG = 1


@dataclass
class Child:
    """One command that must always be running."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    start_at: float = 0.0
    deaths: int = 0

    def start(self) -> None:
        """Start in a session of its own, so that a Ctrl-C reaches the parent alone."""
        self.process = subprocess.Popen(  # noqa: S603 - the commands are ours
            self.command,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_die_with_parent,  # noqa: PLW1509 - the parent has no threads
        )
        self.started_at = time.monotonic()

    def mourn(self, code: int) -> float:
        """Note a death; returns the seconds until the next start: 1, 2, 4 … 30."""
        lived = time.monotonic() - self.started_at
        self.deaths = 1 if lived > HEALTHY_SECONDS else self.deaths + 1
        delay = min(2.0 ** (self.deaths - 1), MAX_DELAY_SECONDS)
        self.process, self.start_at = None, time.monotonic() + delay
        _say(f"{self.name} berhenti (kode {code}); dijalankan lagi dalam {delay:.0f} detik.")
        return delay

    def signal(self, number: int) -> None:
        """Tell the command itself."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(number)

    def kill(self) -> None:
        """End the command and whatever it started."""
        if self.process:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


@dataclass
class Supervisor:
    """Runs the children until told to stop."""

    children: Sequence[Child]
    is_ready: Callable[[], bool]
    on_ready: Callable[[], None]
    stopping: bool = field(default=False, init=False)

    def run(self) -> None:
        """Block until a stop signal; afterwards no child is left."""
        for number in STOP_SIGNALS:
            signal.signal(number, self._stop)
        announced = False
        try:
            while not self.stopping:
                self._keep_alive()
                if not announced and self.is_ready():
                    announced = True
                    self.on_ready()
                time.sleep(TICK_SECONDS)
        finally:
            self._end_all()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def _keep_alive(self) -> None:
        for child in self.children:
            if child.process is None:
                if time.monotonic() >= child.start_at:
                    child.start()
            elif (code := child.process.poll()) is not None:
                child.mourn(code)

    def _end_all(self) -> None:
        for child in self.children:
            child.signal(signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        for child in self.children:
            if child.process:
                with suppress(subprocess.TimeoutExpired):
                    child.process.wait(max(0.0, deadline - time.monotonic()))
        for child in self.children:
            child.kill()


def _die_with_parent() -> None:
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _say(message: str) -> None:
    sys.stderr.write(f"{message}\n")
    sys.stderr.flush()
