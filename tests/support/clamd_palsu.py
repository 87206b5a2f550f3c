"""A clamd that speaks INSTREAM as the real one does, or fails as a real one may."""

import socket
import struct
import threading
from contextlib import contextmanager

from tests.support.berkas_jahat import EICAR

TERBESAR = 1024 * 1024


@contextmanager
def clamd(sikap="jujur", jalur=None, terbesar=TERBESAR):
    """The value for CLAMD while it listens.

    `sikap`: jujur, diam (never answers), putus (hangs up), batas (says the stream is too large),
    ngawur (answers something else).
    """
    if jalur:
        server = socket.socket(socket.AF_UNIX)
        server.bind(str(jalur))
        server.listen()
    else:
        server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.05)
    selesai = threading.Event()
    benang = threading.Thread(target=_layani, args=(server, sikap, selesai, terbesar), daemon=True)
    benang.start()
    try:
        yield f"unix:{jalur}" if jalur else f"tcp://127.0.0.1:{server.getsockname()[1]}"
    finally:
        selesai.set()
        server.close()
        benang.join(5)


def _layani(server, sikap, selesai, terbesar):
    while not selesai.is_set():
        try:
            soket, _ = server.accept()
        except TimeoutError:
            continue
        except OSError:
            return
        with soket:
            soket.settimeout(5)
            if sikap == "diam":
                selesai.wait(5)
            elif sikap != "putus":
                soket.sendall(_jawab(soket.makefile("rb"), sikap, terbesar) + b"\0")


def _jawab(aliran, sikap, terbesar):
    perintah = b""
    while not perintah.endswith(b"\0"):
        perintah += aliran.read(1)
    if perintah == b"zPING\0":
        return b"PONG"
    isi = bytearray()
    while panjang := struct.unpack("!I", aliran.read(4))[0]:
        isi += aliran.read(panjang)
    if sikap == "ngawur":
        return b"\xff<html>"
    if sikap == "batas" or len(isi) > terbesar:
        return b"INSTREAM size limit exceeded. ERROR"
    return b"stream: Eicar-Test-Signature FOUND" if EICAR in isi else b"stream: OK"
