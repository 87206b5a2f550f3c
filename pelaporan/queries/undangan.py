"""The invitation to a meeting: one letter, with one number, for all naskah that share it.

Somebody who may know only some of those naskah gets a copy of the same letter for each, with its
own naskah and its own addressees: a joint meeting must not tell one mitra of another's agreement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from inti.formats import hari_tanggal, rangkai
from inti.putusan import BOLEH, Putusan, tolak
from pelaporan.enums import JenisDokumen
from pelaporan.models import Dokumen
from pelaporan.queries.bahan import KETUA_TIM, bahan_naskah_cetak, bahan_pejabat
from pengawasan.enums import StatusKegiatan

if TYPE_CHECKING:
    from datetime import date

    from pengawasan.models import Kegiatan, Rapat

# What a copy repeats of the letter.
SAMA = (
    "judul", "nomor", "tanggal", "hari", "pukul", "tempat", "tautan", "pimpinan", "agenda",
    "pejabat",
)  # fmt: skip


def kegiatan_diundang(rapat: Rapat) -> list[Kegiatan]:
    """What the letter is about, in the order of the keys."""
    masih = rapat.kegiatan.exclude(status=StatusKegiatan.DIBATALKAN)
    return list(masih.select_related("naskah").order_by("pk"))


def siap_undangan(rapat: Rapat) -> Putusan:
    """After the surat tugas and before the meeting is held; with an hour and a place."""
    status = {k.status for k in kegiatan_diundang(rapat)}
    if rapat.dibatalkan_pada:
        return tolak("Rapat ini dibatalkan.")
    if not status:
        return tolak("Rapat ini tidak mempunyai kegiatan.")
    if StatusKegiatan.DIRENCANAKAN in status:
        return tolak("Undangan diterbitkan setelah surat tugas untuk semua kegiatan rapat ini.")
    if status != {StatusKegiatan.DITUGASKAN}:
        return tolak("Undangan diterbitkan sebelum kegiatan dilaksanakan.")
    if rapat.mulai is None or not rapat.tempat:
        return tolak("Isi pukul dan tempat rapat lebih dahulu (Ubah rapat).")
    if rapat.tanggal < timezone.localdate():
        return tolak("Hari rapat ini sudah lewat; ubah rapatnya lebih dahulu.")
    return BOLEH


def bahan_undangan(rapat: Rapat) -> dict[str, Any]:
    """The letter in the name of the chair of the team."""
    hari_ini = timezone.localdate()
    bagian = [_bagian(k, hari_ini) for k in kegiatan_diundang(rapat)]
    jenis = rangkai(sorted({b["jenis"].lower() for b in bagian}))
    selesai = f"{rapat.selesai:%H.%M}" if rapat.selesai else "selesai"
    return {
        "judul": f"Undangan rapat {jenis}",
        "perubahan": False,
        "bagian": bagian,
        "kepada": list(dict.fromkeys(satu for b in bagian for satu in b["kepada"])),
        "hari": hari_tanggal(rapat.tanggal),
        "pukul": f"{rapat.mulai:%H.%M} sampai {selesai} {timezone.localtime():%Z}",
        "tempat": ", ".join(filter(None, (rapat.tempat, rapat.alamat))),
        "tautan": rapat.tautan,
        "pimpinan": rapat.pimpinan,
        "agenda": rapat.agenda,
        "pejabat": bahan_pejabat(KETUA_TIM, hari_ini),
        "lampiran": [],
    }


def _bagian(kegiatan: Kegiatan, tanggal: date) -> dict[str, Any]:
    naskah = bahan_naskah_cetak(kegiatan.naskah, tanggal)
    return {
        "kegiatan": kegiatan.pk,
        "jenis": kegiatan.get_jenis_display(),
        "naskah": naskah,
        "kepada": [*naskah["perangkat_daerah"], *naskah["mitra"]],
    }


# --- The copy for one naskah ----------------------------------------------------------------


def surat_rapat(kegiatan: Kegiatan) -> Dokumen | None:
    """The last letter that invites to the meeting of the kegiatan."""
    jenis = JenisDokumen.UNDANGAN_RAPAT
    return Dokumen.objects.tentang(jenis, kegiatan.rapat_id or 0).first()


def siap_salinan(kegiatan: Kegiatan) -> Putusan:
    """Once the letter was issued, about this kegiatan too."""
    surat = surat_rapat(kegiatan)
    if surat and any(b["kegiatan"] == kegiatan.pk for b in surat.isi["bagian"]):
        return BOLEH
    return tolak("Undangan rapatnya belum diterbitkan.")


def tanggal_salinan(kegiatan: Kegiatan) -> date:
    """That of the letter."""
    surat = surat_rapat(kegiatan)
    return surat.tanggal if surat else timezone.localdate()


def bahan_salinan(kegiatan: Kegiatan) -> dict[str, Any]:
    """What the letter says, cut to this kegiatan."""
    surat = surat_rapat(kegiatan)
    if surat is None:
        msg = "a copy is made of a letter"
        raise ValueError(msg)
    bagian = [b for b in surat.isi["bagian"] if b["kegiatan"] == kegiatan.pk]
    return {nama: surat.isi[nama] for nama in SAMA} | {
        "perubahan": surat.versi > 1,
        "bagian": bagian,
        "kepada": [satu for b in bagian for satu in b["kepada"]],
        "lampiran": [],
    }
