"""Memory of the processes of a run, each with those it started: once a minute, until it is stopped.

    python deploy/beban/memori.py PID…

Says at the end how much each held in the first and in the last third of the time: what leaks
grows, what was only warming up does not.
"""

import os
import re
import signal
import sys
import time
from statistics import mean

import psutil

MB = 1024 * 1024
SELANG = float(os.environ.get("SELANG_MEMORI", "60"))
NAMA = re.compile(r"gunicorn|queues=\w+|beat|nginx")


def kini(pids):
    """MB of each kind of process, those it started included."""
    terpakai = {}
    for pid in pids:
        try:
            induk = psutil.Process(pid)
            keluarga = [induk, *induk.children(recursive=True)]
            nama = NAMA.search(" ".join(induk.cmdline()))
            jumlah = sum(satu.memory_info().rss for satu in keluarga)
        except psutil.NoSuchProcess:
            continue
        if nama:
            terpakai[f"{nama[0]}-{pid}"] = jumlah / MB
    return terpakai


def banding(sampel):
    """Each kind of process: mean of the first third beside that of the last."""
    sepertiga = max(1, len(sampel) // 3)
    for nama in sampel[0]:
        awal, akhir = (
            mean(satu[nama] for satu in bagian if nama in satu)
            for bagian in (sampel[:sepertiga], sampel[-sepertiga:])
        )
        tumbuh = 100 * (akhir - awal) / awal
        print(f"{awal:7.0f} {akhir:7.0f} {tumbuh:+6.1f} %  {nama.rpartition('-')[0]}")


def berhenti(*_):
    """As when the keyboard stops it."""
    raise KeyboardInterrupt


def main():
    signal.signal(signal.SIGTERM, berhenti)
    pids, sampel = [int(satu) for satu in sys.argv[1:]], []
    try:
        while True:
            sampel.append(kini(pids))
            time.sleep(SELANG)
    except KeyboardInterrupt:
        print(f"\nMemori, MB: sepertiga awal, sepertiga akhir dari {len(sampel)} kali melihat")
        banding(sampel)


if __name__ == "__main__":
    main()
