"""The process that has all in memory for rendering, and copies itself for each piece of work.

Its standard input is a socket: with each word come three files, which are the copy's input, output
and error; the answer is how the copy ended. When the other end is gone, so are this and its copies.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import socket
import sys
import tempfile

from pelaporan import render_anak
from pelaporan.gambar_anak import mati_bersama_induk

BANYAK_KANAL = 3


def main() -> None:
    """Answer until nobody asks any more."""
    # Neither this nor a copy frees anything on the way; a copy lives for one document, and looking
    # for garbage among the boxes took a fifth of the time.
    gc.disable()
    # A worker that is told to end finishes its document first; this ends when the worker has.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    render_anak.gaya_seperlunya()
    render_anak.huruf_terbuka()
    saluran = socket.socket(fileno=0)
    while True:
        kata, kanal, *_ = socket.recv_fds(saluran, 64, BANYAK_KANAL)
        if not kata:
            return
        # Fonts are written there, and nobody who is killed could clear them away.
        with tempfile.TemporaryDirectory(prefix="pdf-") as folder:
            kode = _salin(kata.decode(), kanal, saluran, folder)
        saluran.send(b"%d" % kode)


def _salin(kata: str, kanal: list[int], saluran: socket.socket, folder: str) -> int:
    """How a copy ended that does what the word says."""
    # The copy and all its copies hold the other end of this.
    berakhir, hidup = os.pipe()
    if not (pid := os.fork()):
        tempfile.tempdir = folder
        _kerjakan(kata, kanal)
    for satu in (*kanal, hidup):
        os.close(satu)
    siap, *_ = select.select([saluran.fileno(), berakhir], [], [])
    if saluran.fileno() in siap:
        # Nothing is asked before an answer: whoever asked is gone.
        os.killpg(0, signal.SIGKILL)
    os.close(berakhir)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _kerjakan(kata: str, kanal: list[int]) -> None:
    kode = 1
    try:
        mati_bersama_induk()
        for ke, satu in enumerate(kanal):
            os.dup2(satu, ke)
        kode = render_anak.kerjakan(kata)
    except BaseException:  # noqa: BLE001 - told, and never gone on with
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(kode)


if __name__ == "__main__":
    main()
