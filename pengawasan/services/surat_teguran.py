"""The letters of a case: issued with a number, delivered, answered, judged, cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.formats import tanggal_indonesia
from inti.models import Pengguna
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, wajib
from inti.services import nomor_surat
from inti.services.berkas import simpan_unggahan
from inti.services.sekali import pakai_kunci
from pengawasan import kabar
from pengawasan.domain.teguran import (
    TRANSISI,
    batas_jawaban,
    periksa_sampai,
    periksa_surat,
    periksa_tanggal,
    periksa_terbit,
)
from pengawasan.enums import AksiSuratTeguran as Aksi
from pengawasan.enums import CaraJawab, CaraSampai, StatusTeguran
from pengawasan.enums import StatusSuratTeguran as Surat
from pengawasan.models import BerkasJawaban, JawabanTeguran, SuratTeguran, Teguran
from pengawasan.queries.penerima import orang_mitra, orang_unit_naskah
from pengawasan.services import teguran as kasus
from pengawasan.services.penanda_tangan import ketua_tkksd

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from inti.models import JejakAudit
    from inti.pesan import Pesan
    from inti.unggahan import Diperiksa


@transaction.atomic
def terbitkan(
    teguran_pk: int,
    *,
    tingkat: int,
    tanggal: date,
    isi: str,
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> SuratTeguran:
    """SP1, SP2 or SP3 with a number of the register; two people at once make one letter.

    Raises AturanDilanggar when it is not this step's turn, the deadline before it is not over,
    or nobody holds the seat of who signs.
    """
    pakai_kunci(kunci, oleh=oleh)
    teguran = _terkunci(teguran_pk)
    kini = SuratTeguran.objects.filter(teguran=teguran, kini=True).first()
    lalu, per = kini.sebagai_terakhir() if kini else None, timezone.localdate()
    wajib(periksa_terbit(StatusTeguran(teguran.status), lalu, tingkat=tingkat, per=per))
    dibuka = timezone.localtime(teguran.dibuka_pada).date()
    wajib(periksa_tanggal(tanggal, dibuka=dibuka, lalu=lalu, per=per))
    if not isi.strip():
        raise AturanDilanggar("Tuliskan isi surat.")
    if kini:
        _lewati(kini)
    surat = _tulis(teguran, tingkat, tanggal, isi, oleh=oleh)
    jejak = audit.catat(
        "surat_teguran.terbitkan", teguran, oleh=oleh, tingkat=tingkat, nomor=str(surat.nomor),
        batas=surat.batas_jawaban,
    )  # fmt: skip
    _kabarkan(
        jejak,
        teguran,
        kabar.SP_TERBIT.tulis(
            tingkat=tingkat,
            nomor=surat.nomor,
            mitra=teguran.mitra,
            naskah=teguran.naskah,
            tanggal=tanggal_indonesia(surat.batas_jawaban),
        ),
        mitra=True,
    )
    return surat


def _lewati(kini: SuratTeguran) -> None:
    """What stood before is left behind: without an answer, or with one that was not enough."""
    ke = TRANSISI[Surat(kini.status), Aksi.LEWATI]
    lama = SuratTeguran.objects.filter(pk=kini.pk, kini=True, status=kini.status)
    if not lama.update(status=ke, kini=False):
        raise AturanDilanggar("Surat ini baru saja berubah. Muat ulang halaman.")


def _tulis(
    teguran: Teguran, tingkat: int, tanggal: date, isi: str, *, oleh: Pengguna
) -> SuratTeguran:
    """Signed by whoever is Ketua TKKSD on its date, be it as Plt. or Plh."""
    ketua = ketua_tkksd(tanggal)
    try:
        with transaction.atomic():
            return SuratTeguran.objects.create(
                teguran=teguran,
                tingkat=tingkat,
                nomor=nomor_surat.ambil(
                    jenis="Surat teguran",
                    perihal=f"Peringatan ke-{tingkat} kepada {teguran.mitra}: {teguran.naskah}",
                    tanggal=tanggal,
                    oleh=oleh,
                ),
                tanggal=tanggal,
                isi=isi,
                batas_jawaban=batas_jawaban(tanggal, teguran.interval_hari),
                penanda_tangan=ketua.pengguna.nama,
                jabatan_penanda_tangan=ketua.sebutan,
                nip_penanda_tangan=ketua.pengguna.nip,
                diterbitkan_oleh=oleh,
            )
    except IntegrityError as error:
        raise AturanDilanggar(f"SP{tingkat} baru saja diterbitkan. Muat ulang halaman.") from error


@transaction.atomic
def sampaikan(
    pk: int, *, tanggal: date, cara: CaraSampai, kepada: str, oleh: Pengguna
) -> SuratTeguran:
    """When and how it reached the mitra; from then on its days are counted."""
    surat = _surat_terkunci(pk)
    if surat.disampaikan_tanggal:
        raise AturanDilanggar("Penyampaian surat ini sudah dicatat.")
    wajib(periksa_sampai(tanggal, surat=surat.tanggal, per=timezone.localdate()))
    batas = batas_jawaban(tanggal, surat.teguran.interval_hari)
    _ubah(
        surat,
        Aksi.SAMPAIKAN,
        disampaikan_tanggal=tanggal,
        disampaikan_cara=cara,
        disampaikan_kepada=kepada,
        batas_jawaban=batas,
    )
    audit.catat(
        "surat_teguran.sampaikan", surat.teguran, oleh=oleh, nomor=str(surat.nomor),
        tanggal=tanggal, cara=cara, kepada=kepada, batas=batas,
    )  # fmt: skip
    return surat


@transaction.atomic
def jawab(
    pk: int,
    *,
    teks: str,
    cara: CaraJawab = CaraJawab.PORTAL,
    berkas: Sequence[Diperiksa] = (),
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> JawabanTeguran:
    """The mitra answers, also after the deadline while no further step was taken."""
    pakai_kunci(kunci, oleh=oleh)
    surat = _surat_terkunci(pk)
    wajib(periksa_surat(Surat(surat.status), Aksi.JAWAB, teks=teks))
    hari_ini = timezone.localdate()
    terlambat = hari_ini > surat.batas_jawaban
    kolom: dict[str, Any] = {}
    if surat.disampaikan_tanggal is None:
        # Who answers has the letter.
        sampai = CaraSampai.PORTAL if cara == CaraJawab.PORTAL else CaraSampai.LANGSUNG
        kolom = {"disampaikan_tanggal": hari_ini, "disampaikan_cara": sampai}
    _ubah(surat, Aksi.JAWAB, **kolom)
    jawaban = JawabanTeguran.objects.create(
        surat=surat, teks=teks, cara=cara, disampaikan_oleh=oleh, terlambat=terlambat
    )
    for satu in berkas:
        tersimpan = simpan_unggahan(satu, oleh=oleh)
        BerkasJawaban.objects.create(jawaban=jawaban, berkas=tersimpan)
    jejak = audit.catat(
        "surat_teguran.jawab", surat.teguran, oleh=oleh, nomor=str(surat.nomor), cara=cara,
        terlambat=terlambat,
    )  # fmt: skip
    _kabarkan(
        jejak,
        surat.teguran,
        kabar.SP_DIJAWAB.tulis(
            mitra=surat.teguran.mitra, tingkat=surat.tingkat, jawaban=teks[:500]
        ),
    )
    return jawaban


@transaction.atomic
def nilai(pk: int, *, cukup: bool, catatan: str = "", oleh: Pengguna) -> SuratTeguran:
    """Someone else judges the answer: the case is closed, or the next step may be proposed."""
    surat = _surat_terkunci(pk)
    aksi = Aksi.TERIMA if cukup else Aksi.TOLAK
    pencatat = surat.jawaban.values_list("disampaikan_oleh", flat=True)
    terlibat = {surat.diterbitkan_oleh_id, *pencatat}
    wajib(periksa_surat(Surat(surat.status), aksi, teks=catatan, oleh=oleh.pk, terlibat=terlibat))
    _ubah(
        surat,
        aksi,
        dinilai_oleh=oleh,
        dinilai_sebagai=oleh.sebagai,
        dinilai_pada=timezone.now(),
        catatan_penilaian=catatan,
    )
    if cukup:
        penutup = catatan or f"Jawaban atas SP{surat.tingkat} diterima."
        jejak = kasus.akhiri(surat.teguran, StatusTeguran.DIPENUHI, catatan=penutup, oleh=oleh)
        kata = "Jawaban Anda diterima; teguran selesai."
    else:
        jejak = audit.catat(
            "surat_teguran.tolak", surat.teguran, oleh=oleh, nomor=str(surat.nomor),
            catatan=catatan,
        )  # fmt: skip
        kata = "Jawaban Anda belum cukup."
    _kabarkan(
        jejak,
        surat.teguran,
        kabar.SP_DINILAI.tulis(
            tingkat=surat.tingkat,
            hasil="diterima" if cukup else "belum cukup",
            penilaian=kata,
            catatan=catatan,
        ),
        mitra=True,
    )
    return surat


@transaction.atomic
def batalkan(pk: int, *, alasan: str, oleh: Pengguna) -> SuratTeguran:
    """Issued by mistake: letter and number stay visible as cancelled, the step is free again."""
    surat = _surat_terkunci(pk)
    if not surat.kini:
        raise AturanDilanggar("Hanya surat terakhir yang dapat dibatalkan.")
    wajib(periksa_surat(Surat(surat.status), Aksi.BATALKAN, teks=alasan))
    nomor_surat.batalkan(surat.nomor_id, alasan=alasan[:250], oleh=oleh)
    _ubah(
        surat,
        Aksi.BATALKAN,
        kini=False,
        alasan_batal=alasan[:250],
        dibatalkan_oleh=oleh,
        dibatalkan_pada=timezone.now(),
    )
    lalu = SuratTeguran.objects.terbit().filter(teguran=surat.teguran)
    if sebelum := lalu.order_by("-tingkat").first():
        _ubah(sebelum, Aksi.PULIHKAN, kini=True)
    jejak = audit.catat(
        "surat_teguran.batalkan", surat.teguran, oleh=oleh, nomor=str(surat.nomor), alasan=alasan
    )
    pesan = kabar.SP_DIBATALKAN.tulis(tingkat=surat.tingkat, nomor=surat.nomor, alasan=alasan)
    _kabarkan(jejak, surat.teguran, pesan, mitra=True)
    return surat


def _terkunci(pk: int) -> Teguran:
    return Teguran.objects.select_for_update(of=("self",)).get(pk=pk)


def _surat_terkunci(pk: int) -> SuratTeguran:
    """The letter, under the lock of its case, which must be open."""
    teguran = _terkunci(SuratTeguran.objects.values_list("teguran", flat=True).get(pk=pk))
    if teguran.status != StatusTeguran.TERBUKA:
        kata = StatusTeguran(teguran.status).label
        raise AturanDilanggar(f"Teguran ini sudah berstatus “{kata}”.")
    return SuratTeguran.objects.select_related("teguran__naskah", "teguran__mitra", "nomor").get(
        pk=pk
    )


def _ubah(surat: SuratTeguran, aksi: Aksi, **kolom: Any) -> None:
    """Ask the table, write only if nobody was faster."""
    dari = Surat(surat.status)
    if (dari, aksi) not in TRANSISI:
        wajib(periksa_surat(dari, aksi))
    sekarang = SuratTeguran.objects.filter(pk=surat.pk, status=dari)
    if not sekarang.update(status=TRANSISI[dari, aksi], **kolom):
        raise AturanDilanggar("Surat ini baru saja berubah. Muat ulang halaman.")
    surat.refresh_from_db()


def _kabarkan(jejak: JejakAudit, teguran: Teguran, pesan: Pesan, *, mitra: bool = False) -> None:
    """Staff, team and the units of the naskah; the mitra of what concerns it."""
    pengawas = Pengguna.objects.berperan(Peran.STAF, Peran.TIM, pada=timezone.localdate())
    kepada = [*pengawas, *orang_unit_naskah(teguran.naskah)]
    if mitra:
        kepada += orang_mitra(teguran.mitra)
    antrekan(jejak, kepada=kepada, pesan=pesan, tautan=teguran.get_absolute_url())
