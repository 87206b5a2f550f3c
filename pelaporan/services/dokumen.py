"""Issuing official documents: the facts are kept when it is issued, the bytes are made once."""

from __future__ import annotations

import hashlib
import json
import secrets
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, transaction

from inti import audit
from inti.formats import tanggal_indonesia
from inti.models import JejakAudit
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, wajib
from inti.services import nomor_surat
from pelaporan.domain.berkas_lengkap import slug
from pelaporan.enums import JenisDokumen, StatusDokumen
from pelaporan.models import Dokumen
from pelaporan.pdf import dokumen_pdf
from pelaporan.queries.dokumen import SUMBER, cuplikan
from pelaporan.queries.lampiran import berkas_cuplikan
from pelaporan.services.pekerjaan import coba, kuras_pdf, simpan_pdf
from pengawasan.queries.penerima import orang_mitra, pelaksana

if TYPE_CHECKING:
    from inti.models import Pengguna
    from pelaporan.pdf import HasilPdf
    from pengawasan.models import Kegiatan


@transaction.atomic
def terbitkan(jenis: JenisDokumen, objek_pk: int, *, oleh: Pengguna) -> Dokumen:
    """The document of an object as it is now; the one that is there while nothing changed.

    Otherwise a new version, whose number (where it has one) is the next of the register. Raises
    AturanDilanggar when something must be there first.
    """
    sumber = SUMBER[jenis]
    objek = sumber.model.objects.select_for_update(of=("self",)).get(pk=objek_pk)
    wajib(sumber.siap(objek))
    isi = cuplikan(jenis, objek)
    sidik = _sidik(isi)
    lama = Dokumen.objects.tentang(jenis, objek_pk).first()
    if lama and lama.sidik == sidik and lama.status != StatusDokumen.GAGAL:
        return lama
    tanggal = sumber.tanggal(objek)
    judul = isi["judul"]
    nomor = None
    if sumber.bernomor:
        nomor = nomor_surat.ambil(jenis=jenis.label, perihal=judul, tanggal=tanggal, oleh=oleh)
        isi |= {"nomor": str(nomor), "tanggal": tanggal_indonesia(tanggal)}
    dokumen = Dokumen(
        jenis=jenis,
        objek_id=objek_pk,
        versi=lama.versi + 1 if lama else 1,
        judul=judul[:250],
        nomor=nomor,
        tanggal=tanggal,
        sidik=sidik,
        kode=secrets.token_hex(16),
        langkah="Menunggu giliran",
        diminta_oleh=oleh,
    )
    kepala = JejakAudit.objects.order_by("-pk").values("pk", "hash").first()
    dokumen.isi = isi | {
        "kode": dokumen.kode,
        "versi": dokumen.versi,
        "jejak": kepala or {"pk": 0, "hash": ""},
    }
    _simpan(dokumen)
    jejak = audit.catat("dokumen.terbitkan", dokumen, oleh=oleh, jenis=jenis, versi=dokumen.versi)
    if jenis == JenisDokumen.UNDANGAN:
        _undang(jejak, dokumen, objek)
    return dokumen


def _sidik(isi: dict[str, Any]) -> str:
    teks = json.dumps(isi, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(teks.encode()).hexdigest()


def _simpan(dokumen: Dokumen) -> None:
    try:
        with transaction.atomic():
            dokumen.save(force_insert=True)
    except IntegrityError as error:
        msg = "Dokumen ini baru saja diterbitkan orang lain. Muat ulang halaman."
        raise AturanDilanggar(msg) from error


def _undang(jejak: JejakAudit, dokumen: Dokumen, kegiatan: Kegiatan) -> None:
    """Everybody whom the letter names and who has an account; a newer one says so."""
    orang = {p.pk: p for p in pelaksana([kegiatan])}
    for mitra in kegiatan.naskah.mitra.all():
        orang |= {p.pk: p for p in orang_mitra(mitra)}
    ubah = "Perubahan undangan" if dokumen.versi > 1 else "Undangan"
    isi = dokumen.isi
    antrekan(
        jejak,
        kepada=list(orang.values()),
        subjek=f"{ubah}: {kegiatan}",
        isi=f"{isi['hari']}, pukul {isi['pukul']}, di {isi['tempat']}.\n\n"
        f"{kegiatan.naskah.judul}\n\nSurat undangan nomor {isi['nomor']} dan berkas kalendernya "
        "ada pada tautan ini.",
        tautan=dokumen.get_absolute_url(),
    )


# --- Making the bytes ---------------------------------------------------------------------


def kerjakan_antrean(limit: int = 10) -> int:
    """Make what waits, each row once and by one taker. Without Pango the rows wait."""
    return kuras_pdf(Dokumen.objects.all(), kerjakan, limit=limit)


def kerjakan(pk: int) -> None:
    """Render one claimed document; a failure is tried again, then shown with its reason."""
    dokumen = Dokumen.objects.get(pk=pk)
    coba(
        dokumen,
        lambda: _susun(dokumen),
        lambda sebab: Dokumen.objects.gagalkan(dokumen, sebab),
    )


def _susun(dokumen: Dokumen) -> None:
    Dokumen.objects.maju(dokumen, 20, "Menyusun halaman")
    templat = SUMBER[JenisDokumen(dokumen.jenis)].templat
    hasil = dokumen_pdf(templat, dokumen.isi, berkas_cuplikan(dokumen.isi))
    Dokumen.objects.maju(dokumen, 85, "Menyimpan berkas")
    _selesai(dokumen, hasil)


@transaction.atomic
def _selesai(dokumen: Dokumen, hasil: HasilPdf) -> None:
    """Store the bytes once; whoever lost the claim meanwhile writes nothing."""
    nama = f"{slug(str(dokumen))[:100]}.pdf"
    berkas = simpan_pdf(Dokumen.objects.all(), dokumen, hasil, nama=nama, siap=StatusDokumen.SIAP)
    if berkas is None:
        return
    audit.catat("dokumen.susun", dokumen, oleh=None, sha256=berkas.sha256)
