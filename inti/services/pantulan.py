"""Mail that nobody received: what a server refuses at once, and what it sends back later.

A mail server may take a message and return it minutes or days afterwards (RFC 3464). The returned
mail is handed to `catat_pantulan`; it carries our own signed key, so nobody can make a message
look lost that they never received.
"""

from __future__ import annotations

import email
from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.signing import BadSignature
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from inti import audit, kabar
from inti.enums import Peran, StatusKirim
from inti.models import JejakAudit, Notifikasi, Pengguna, RingkasanHarian
from inti.notifikasi import antrekan
from inti.services.kiriman import PENANDA, TAJUK_KUNCI
from inti.teks import ringkas

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

TERBESAR = 2**20
SEBAB_TERPANJANG = 300
# An address that is dead refuses every message; the administrators hear of it once a week.
JEDA_KABAR = timedelta(days=7)
DITOLAK = "pengguna.surel_ditolak"
# What our key names, and how its notices are found.
KIRIMAN: dict[str, tuple[type[Notifikasi | RingkasanHarian], str]] = {
    "notifikasi": (Notifikasi, "pk"),
    "ringkasan": (RingkasanHarian, "ringkasan"),
}


def catat_pantulan(surat: bytes) -> Pengguna | None:
    """Mark the message that came back as not received; returns whose address refused it.

    None when there is nothing to note: no report of a final failure, about no message of ours, or
    about one that was noted before.
    """
    if len(surat) > TERBESAR:
        return None
    try:
        bagian = list(email.message_from_bytes(surat).walk())
    except RecursionError:
        return None
    sebab, kunci = _sebab(bagian), _kunci(bagian)
    jenis, _, nomor = kunci.partition(":")
    if not sebab or jenis not in KIRIMAN:
        return None
    return _tandai(jenis, int(nomor), sebab)


@transaction.atomic
def _tandai(jenis: str, pk: int, sebab: str) -> Pengguna | None:
    """Once: a report that comes twice finds the message marked."""
    model, kolom = KIRIMAN[jenis]
    ditolak = {"status": StatusKirim.DITOLAK, "kesalahan": sebab}
    if not model.objects.filter(pk=pk, status=StatusKirim.TERKIRIM).update(**ditolak):
        return None
    pesan = Notifikasi.objects.filter(**{kolom: pk})
    pesan.update(**ditolak)
    return kabarkan(pesan.select_related("jejak", "kepada")[0], sebab)


@transaction.atomic
def kabarkan(pesan: Notifikasi, sebab: str) -> Pengguna:
    """Note at the account that its address refuses mail, and tell the administrators of it.

    Not of a notice that itself tells of such an address: two dead ones would go on for ever.
    """
    orang = pesan.kepada
    lalu = JejakAudit.objects.tentang(orang).filter(aksi=DITOLAK)
    baru_saja = lalu.filter(waktu__gt=timezone.now() - JEDA_KABAR).exists()
    jejak = audit.catat(DITOLAK, orang, oleh=None, pesan=pesan.subjek, sebab=sebab)
    if not baru_saja and pesan.jejak.aksi != DITOLAK:
        antrekan(
            jejak,
            kepada=Pengguna.objects.berperan(Peran.ADMIN, pada=timezone.localdate()),
            pesan=kabar.SUREL_DITOLAK.tulis(orang=orang, sebab=sebab),
            tautan=reverse("akun-rincian", args=[orang.pk]),
        )
    return orang


def _sebab(bagian: list[Message]) -> str:
    """Why the server gave up, as one line; "" when it did not, or not yet."""
    for satu in bagian:
        if satu.get_content_type() == "message/delivery-status":
            for penerima in _isi(satu):
                if str(penerima.get("Action", "")).strip().lower() == "failed":
                    teks = penerima.get("Diagnostic-Code") or penerima.get("Status") or "ditolak"
                    return ringkas(" ".join(str(teks).split()), SEBAB_TERPANJANG - 1) + "."
    return ""


def _kunci(bagian: list[Message]) -> str:
    """Our own key in what was returned, whole or only its headers; "" without a true one."""
    for satu in bagian:
        jenis = satu.get_content_type()
        if jenis == "text/rfc822-headers":
            isi = satu.get_payload(decode=True)
            kepala = email.message_from_bytes(isi if isinstance(isi, bytes) else b"")
        elif jenis == "message/rfc822":
            kepala = next(_isi(satu), satu)
        else:
            continue
        try:
            # A long header may have been folded on its way.
            return PENANDA.unsign("".join(str(kepala.get(TAJUK_KUNCI, "")).split()))
        except BadSignature:
            continue
    return ""


def _isi(bagian: Message) -> Iterator[Message]:
    isi = bagian.get_payload()
    return iter(isi if isinstance(isi, list) else [])
