"""The policy and postponements, several people at the same moment."""

from functools import partial

import pytest

from inti.models import JejakAudit, Notifikasi
from inti.queries.integritas import jejak_rusak
from pengawasan.models import Jadwal, Kebijakan, PenundaanJadwal, SimulasiKebijakan
from pengawasan.services import jadwal, kebijakan, kegiatan, penundaan, simulasi_kebijakan
from tests.factories.inti import PenggunaFactory
from tests.factories.kebijakan import DrafKebijakanFactory, SimulasiKebijakanFactory
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pengawasan import JadwalFactory, KebijakanFactory, hari
from tests.factories.penundaan import PenundaanJadwalFactory
from tests.support.races import at_once, succeeded

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]


def lines(aksi):
    return JejakAudit.objects.filter(aksi=aksi).count()


def test_draft_published_by_four_at_once_is_published_once():
    KebijakanFactory()
    draf = SimulasiKebijakanFactory().kebijakan
    orang = [PenggunaFactory(admin=True) for _ in range(4)]

    hasil = at_once(*[partial(kebijakan.terbitkan, draf.pk, oleh=satu) for satu in orang])

    assert succeeded(hasil) == lines("kebijakan.terbitkan") == 1


def test_of_two_drafts_for_one_day_one_is_published():
    KebijakanFactory()
    draf = [SimulasiKebijakanFactory().kebijakan for _ in range(2)]
    admin = PenggunaFactory(admin=True)

    hasil = at_once(*[partial(kebijakan.terbitkan, satu.pk, oleh=admin) for satu in draf])

    assert succeeded(hasil) == lines("kebijakan.terbitkan") == 1
    assert Kebijakan.objects.terbit().count() == 2


def test_draft_changed_and_published_at_once_is_one_of_both():
    KebijakanFactory()
    draf = SimulasiKebijakanFactory().kebijakan
    ubah = partial(kebijakan.ubah, draf.pk, {"interval_pemantauan": 5})

    hasil = at_once(
        partial(ubah, oleh=draf.disusun_oleh),
        partial(kebijakan.terbitkan, draf.pk, oleh=PenggunaFactory(admin=True)),
    )

    draf.refresh_from_db()
    assert succeeded(hasil) == 1
    assert (draf.status, draf.interval_pemantauan) in {("terbit", 4), ("draf", 5)}


def test_trial_asked_for_by_four_and_taken_up_by_four_is_worked_out_once():
    KebijakanFactory()
    NaskahFactory.create_batch(3, tanggal_ttd=hari(), tanggal_berakhir=None)
    draf = DrafKebijakanFactory()
    minta = partial(kebijakan.simulasikan, draf.pk, oleh=draf.disusun_oleh)

    diminta = at_once(*[minta] * 4)
    dikerjakan = at_once(*[simulasi_kebijakan.kerjakan_antrean] * 4)

    simulasi = SimulasiKebijakan.objects.get()
    assert (succeeded(diminta), sum(dikerjakan)) == (1, 1)
    assert (simulasi.status, simulasi.ringkasan["naskah"]) == ("selesai", 3)


def test_postponement_asked_for_by_four_at_once_is_one_request():
    JadwalFactory()
    pk = Jadwal.objects.get().pk
    orang = [PenggunaFactory(staf=True) for _ in range(4)]
    ajukan = partial(penundaan.ajukan, pk, sampai=hari(40), alasan="Banjir.")

    hasil = at_once(*[partial(ajukan, oleh=satu) for satu in orang])

    assert succeeded(hasil) == PenundaanJadwal.objects.count() == 1
    assert lines("penundaan_jadwal.ajukan") == 1


def test_request_granted_refused_and_taken_back_at_once_has_one_end():
    satu = PenundaanJadwalFactory()
    dua = [PenggunaFactory(ketua=True) for _ in range(2)]

    hasil = at_once(
        partial(penundaan.setujui, satu.pk, oleh=dua[0]),
        partial(penundaan.tolak, satu.pk, catatan="Tidak.", oleh=dua[1]),
        partial(penundaan.tarik, satu.pk, oleh=satu.diajukan_oleh),
    )

    satu.refresh_from_db()
    assert succeeded(hasil) == 1
    assert (Jadwal.objects.get().ditunda_sampai is not None) is (satu.status == "disetujui")
    assert Notifikasi.objects.count() == (satu.status != "ditarik")


def test_planning_postponing_and_an_event_at_once_lock_nobody_out():
    KebijakanFactory()
    naskah = NaskahFactory(tanggal_ttd=hari(-10), tanggal_berakhir=None)
    jadwal.terbitkan(naskah.pk, per=hari())
    satu, staf = naskah.jadwal.get(ke=1), PenggunaFactory(staf=True)
    data = {
        "naskah": naskah,
        "jadwal": satu,
        "jenis": "pemantauan",
        "metode": "tinjau_lokasi",
        "tanggal_rencana": hari(3),
    }

    hasil = at_once(
        *[partial(jadwal.terbitkan, naskah.pk, per=hari())] * 3,
        partial(kegiatan.rencanakan, data, oleh=staf),
        partial(penundaan.ajukan, satu.pk, sampai=hari(400), alasan="Banjir.", oleh=staf),
        jadwal.segarkan_semua,
    )

    assert succeeded(hasil) == 6
    assert satu.kegiatan.count() == satu.penundaan.count() == 1
    assert jejak_rusak() == ""
