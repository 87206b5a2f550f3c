import signal
import subprocess
import sys
import time

import pytest

from inti.supervisor import Child
from tests.support.processes import ROOT, children_of, is_alive, wait_until

# Only as long as it takes: a Python process starts or ends slowly on a busy machine.
SABAR = 60
SLEEP = ("sleep", "600")
STUBBORN = ("sh", "-c", "trap '' TERM; while :; do sleep 0.1; done")
BRIEF = ("sh", "-c", "exit 3")
PARENT = """
import sys
from inti import supervisor
supervisor.STOP_SECONDS = 1.0
children = [supervisor.Child(f"anak {i}", c.split("|")) for i, c in enumerate(sys.argv[1:])]
supervisor.Supervisor(
    children, is_ready=lambda: True, on_ready=lambda: print("siap", flush=True)
).run()
"""


@pytest.fixture
def supervise():
    """Start a supervisor of the given commands in a process of its own."""
    started = []

    def start(*commands):
        parent = subprocess.Popen(
            [sys.executable, "-c", PARENT, *("|".join(c) for c in commands)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(parent)
        assert parent.stdout.readline() == "siap\n"
        return parent

    yield start
    for parent in started:
        parent.kill()
        parent.communicate()


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_one_signal_stops_every_child(supervise, stop):
    parent = supervise(SLEEP, SLEEP)
    children = wait_until(lambda: children_of(parent.pid), seconds=SABAR)

    parent.send_signal(stop)

    assert parent.wait(timeout=SABAR) == 0
    assert [pid for pid in children if is_alive(pid)] == []


def test_child_that_will_not_stop_is_killed_with_what_it_started(supervise):
    parent = supervise(STUBBORN)
    children = wait_until(lambda: children_of(parent.pid), seconds=SABAR)
    time.sleep(0.3)

    parent.terminate()

    assert parent.wait(timeout=SABAR) == 0
    assert [pid for pid in children if is_alive(pid)] == []


def test_child_that_dies_is_started_again_and_told(supervise):
    parent = supervise(SLEEP, BRIEF)

    said = [parent.stderr.readline() for _ in range(2)]

    assert said == [
        "anak 1 berhenti (kode 3); dijalankan lagi dalam 1 detik.\n",
        "anak 1 berhenti (kode 3); dijalankan lagi dalam 2 detik.\n",
    ]


def test_children_do_not_outlive_a_killed_parent(supervise):
    parent = supervise(SLEEP)
    children = wait_until(lambda: children_of(parent.pid), seconds=SABAR)

    parent.kill()

    wait_until(lambda: not any(is_alive(pid) for pid in children), seconds=SABAR)


def test_delay_doubles_up_to_half_a_minute():
    child = Child("anak", BRIEF, started_at=time.monotonic())

    assert [child.mourn(1) for _ in range(7)] == [1, 2, 4, 8, 16, 30, 30]


def test_delay_begins_anew_after_a_healthy_life():
    child = Child("anak", BRIEF, started_at=time.monotonic() - 61, deaths=5)

    assert child.mourn(1) == 1
