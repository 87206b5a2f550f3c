"""Issuing official documents: the facts are kept when it is issued, the bytes are made once."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, transaction
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.formats import tanggal_indonesia
from inti.models import JejakAudit, Pengguna
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, wajib
from inti.services import nomor_surat
from pelaporan import kabar
from pelaporan.domain.berkas_lengkap import slug
from pelaporan.enums import JenisDokumen, StatusDokumen
from pelaporan.models import Dokumen
from pelaporan.pdf import dokumen_pdf
from pelaporan.permissions import boleh_melihat_undangan_rapat
from pelaporan.queries import keaslian
from pelaporan.queries.dokumen import SUMBER, beda_dari, cuplikan
from pelaporan.queries.lampiran import berkas_cuplikan
from pelaporan.queries.undangan import kegiatan_diundang
from pelaporan.services import tanda_tangan
from pelaporan.services.pekerjaan import coba, kuras_pdf, simpan_pdf
from pengawasan.models import Kegiatan
from pengawasan.queries.penerima import orang_mitra, pelaksana
from pengawasan.services import acara_rapat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pelaporan.models import KewajibanLaporan
    from pelaporan.pdf import HasilPdf
    from pelaporan.tanda_tangan import Tanda
    from pengawasan.models import Rapat


@transaction.atomic
def terbitkan(jenis: JenisDokumen, objek_pk: int, *, oleh: Pengguna) -> Dokumen:
    """The document of an object as it is now; the one that is there while nothing changed.

    Otherwise a new version, which says what changed and whose number (where it has one) is the
    next of the register. Raises AturanDilanggar when something must be there first.
    """
    if jenis == JenisDokumen.UNDANGAN_RAPAT:
        # All rows first and the trail last: the copies are of these kegiatan.
        kunci = Kegiatan.objects.select_for_update(of=("self",)).filter(rapat=objek_pk)
        list(kunci.order_by("pk"))
    sumber = SUMBER[jenis]
    objek = sumber.model.objects.select_for_update(of=("self",)).get(pk=objek_pk)
    wajib(sumber.siap(objek))
    isi = cuplikan(jenis, objek)
    sidik = _sidik(isi)
    lama = Dokumen.objects.tentang(jenis, objek_pk).first()
    gagal = lama and (lama.status == StatusDokumen.GAGAL or lama.nomor_batal)
    if lama and lama.sidik == sidik and not gagal:
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
        isi=isi,
    )
    kepala = JejakAudit.objects.order_by("-pk").values("pk", "hash").first()
    dokumen.isi = isi | {
        "kode": dokumen.kode,
        "alamat": "" if dokumen.konsep else keaslian.alamat(dokumen.kode),
        "versi": dokumen.versi,
        "perubahan": [asdict(b) for b in beda_dari(lama, isi)] if lama else [],
        "jejak": kepala or {"pk": 0, "hash": ""},
    }
    _simpan(dokumen)
    jejak = audit.catat("dokumen.terbitkan", dokumen, oleh=oleh, jenis=jenis, versi=dokumen.versi)
    if jenis == JenisDokumen.UNDANGAN_RAPAT:
        _undang_rapat(jejak, dokumen, objek, oleh=oleh)
    elif kabarkan := KABAR.get(jenis):
        kabarkan(jejak, dokumen, objek)
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


def _undang_rapat(jejak: JejakAudit, dokumen: Dokumen, rapat: Rapat, *, oleh: Pengguna) -> None:
    """The letter to who may know all of it; to everybody else the copy of their naskah."""
    acara_rapat.catat_undangan(rapat.pk, nomor=dokumen.nomor, urutan=rapat.urutan_kalender)
    kegiatan = kegiatan_diundang(rapat)
    if len(kegiatan) == 1:
        _undang(jejak, dokumen, kegiatan)
        return
    orang = _yang_diundang(kegiatan)
    penuh = {p.pk: p for p in orang if boleh_melihat_undangan_rapat(p, rapat)}
    _kirim_undangan(jejak, dokumen, penuh.values())
    for satu in kegiatan:
        salinan = terbitkan(JenisDokumen.SALINAN_UNDANGAN, satu.pk, oleh=oleh)
        jejak_salinan = JejakAudit.objects.tentang(salinan).latest("pk")
        sisa = [p for p in _yang_diundang([satu]) if p.pk not in penuh]
        _kirim_undangan(jejak_salinan, salinan, sisa)


def _undang(jejak: JejakAudit, dokumen: Dokumen, kegiatan: Sequence[Kegiatan]) -> None:
    _kirim_undangan(jejak, dokumen, _yang_diundang(kegiatan))


def _yang_diundang(kegiatan: Sequence[Kegiatan]) -> list[Pengguna]:
    """Everybody whom the letter names and who has an account."""
    orang = {p.pk: p for p in pelaksana(kegiatan)}
    for satu in kegiatan:
        for pihak in satu.naskah.pihak.aktif().select_related("mitra"):
            orang |= {p.pk: p for p in orang_mitra(pihak.mitra)}
    return list(orang.values())


def _kirim_undangan(jejak: JejakAudit, dokumen: Dokumen, kepada: Iterable[Pengguna]) -> None:
    """A newer one says that it is a change."""
    isi = dokumen.isi
    naskah = [b["naskah"] for b in isi.get("bagian", ())] or [isi["naskah"]]
    ubah = "Perubahan undangan" if dokumen.versi > 1 or isi.get("perubahan") else "Undangan"
    hal = isi["judul"].removeprefix("Undangan ")
    if len(naskah) == 1:
        hal += f": {naskah[0]['nomor']}"
    antrekan(
        jejak,
        kepada=kepada,
        pesan=kabar.UNDANGAN.tulis(
            kejadian=ubah,
            hal=hal,
            hari=isi["hari"],
            pukul=isi["pukul"],
            tempat=isi["tempat"],
            judul="\n".join(n["judul"] for n in naskah),
            nomor=isi["nomor"],
        ),
        tautan=dokumen.get_absolute_url(),
    )


def _minta(jejak: JejakAudit, dokumen: Dokumen, kewajiban: KewajibanLaporan) -> None:
    """The people of the mitra, who read the letter on its page."""
    isi = dokumen.isi
    antrekan(
        jejak,
        kepada=orang_mitra(kewajiban.mitra),
        pesan=kabar.PERMINTAAN_BERKALA.tulis(
            ke=kewajiban.ke,
            naskah=isi["naskah"]["nomor"],
            judul=isi["naskah"]["judul"],
            jatuh_tempo=isi["jatuh_tempo"],
            batas=isi["batas"],
            nomor=isi["nomor"],
        ),
        tautan=dokumen.get_absolute_url(),
    )


def _kabari_kepala(jejak: JejakAudit, dokumen: Dokumen, _: Any) -> None:
    """The head of government, to whom a nota dinas goes."""
    antrekan(
        jejak,
        kepada=Pengguna.objects.berperan(Peran.WALIKOTA, pada=timezone.localdate()),
        pesan=kabar.NOTA_DINAS.tulis(hal=dokumen.judul, nomor=dokumen.isi["nomor"]),
        tautan=dokumen.get_absolute_url(),
    )


KABAR: dict[JenisDokumen, Callable[[JejakAudit, Dokumen, Any], None]] = {
    JenisDokumen.UNDANGAN: lambda jejak, dokumen, objek: _undang(jejak, dokumen, [objek]),
    JenisDokumen.PERMINTAAN_LAPORAN: _minta,
    JenisDokumen.NOTA_DINAS: _kabari_kepala,
    JenisDokumen.REKAP_TKKSD: _kabari_kepala,
}


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
        partial(Dokumen.objects.gagalkan, dokumen),
    )


def _susun(dokumen: Dokumen) -> None:
    Dokumen.objects.maju(dokumen, 20, "Menyusun halaman")
    templat = SUMBER[JenisDokumen(dokumen.jenis)].templat
    hasil = dokumen_pdf(templat, dokumen.isi, berkas_cuplikan(dokumen.isi))
    Dokumen.objects.maju(dokumen, 85, "Menyimpan berkas")
    _selesai(dokumen, *((hasil, None) if dokumen.konsep else tanda_tangan.bubuhkan(hasil)))


@transaction.atomic
def _selesai(dokumen: Dokumen, hasil: HasilPdf, tanda: Tanda | None) -> None:
    """Store the bytes once; whoever lost the claim meanwhile writes nothing."""
    nama = f"{slug(str(dokumen))[:100]}.pdf"
    berkas = simpan_pdf(Dokumen.objects.all(), dokumen, hasil, nama=nama, siap=StatusDokumen.SIAP)
    if berkas is None:
        return
    if tanda:
        tanda_tangan.catat(dokumen, berkas, tanda)
    audit.catat("dokumen.susun", dokumen, oleh=None, sha256=berkas.sha256)
