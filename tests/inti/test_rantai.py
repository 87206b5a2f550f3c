"""Whatever is done to the trail behind its back is found, and the first bad line is named."""

import random
from copy import copy
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from inti import audit
from inti.models import JejakAudit
from inti.models.jejak import PANGKAL
from inti.rantai import Kepala, baca_kepala, telusuri
from inti.services import kepala_jejak
from tests.factories.inti import PenggunaFactory

AWAL = datetime(2026, 1, 1, tzinfo=UTC)
BANYAK = 40


def baris(nomor, sebelumnya, kata="naskah.ubah"):
    satu = JejakAudit(
        pk=nomor,
        waktu=AWAL + timedelta(minutes=nomor),
        pelaku_id=nomor % 7,
        pelaku_nama=f"Orang {nomor % 7}",
        sebagai="Staf",
        aksi=kata,
        objek_jenis="kerjasama.naskah",
        objek_id=nomor,
        objek_nama=f"Naskah {nomor}",
        perubahan={"nilai": nomor},
        sebelumnya=sebelumnya,
    )
    satu.hash = satu.hitung_hash()
    return satu


def rantai(banyak, semula=(), kata="naskah.ubah"):
    semua = list(semula)
    for nomor in range(len(semua) + 1, banyak + 1):
        semua.append(baris(nomor, semua[-1].hash if semua else PANGKAL, kata))
    return semua


SEMULA = rantai(BANYAK)
KEPALA = Kepala(BANYAK, SEMULA[-1].hash)


def ubah(acak, semua):
    di = acak.randrange(BANYAK)
    satu = semua[di] = copy(semua[di])
    kolom, nilai = acak.choice(
        [
            ("pelaku_nama", "Orang lain"),
            ("pelaku_id", 99),
            ("sebagai", ""),
            ("aksi", "naskah.hapus"),
            ("objek_id", 0),
            ("objek_nama", "Naskah lain"),
            ("perubahan", {"nilai": -1}),
            ("waktu", satu.waktu - timedelta(microseconds=1)),
            ("hash", "f" * 64),
        ]
    )
    setattr(satu, kolom, nilai)
    return f"baris {di + 1}:"


def ubah_dan_hitung_ulang(acak, semua):
    """The hash fits again, so the next line does not follow; of the last only the head tells."""
    di = acak.randrange(BANYAK)
    satu = semua[di] = copy(semua[di])
    satu.pelaku_nama = "Orang lain"
    satu.hash = satu.hitung_hash()
    return f"baris {di + 2}:" if di + 1 < BANYAK else f"baris {BANYAK} "


def buang(acak, semua):
    di = acak.randrange(BANYAK - 1)
    del semua[di]
    return f"baris {di + 2}:"


def sisip(acak, semua):
    di = acak.randrange(BANYAK)
    semua.insert(di, baris(1000, semua[di].sebelumnya, "naskah.palsu"))
    # Two follow the same line: the second does not join the first.
    return f"baris {di + 1}:" if di + 1 < BANYAK else "baris 1000 "


def tukar(acak, semua):
    di = acak.randrange(BANYAK - 1)
    semua[di], semua[di + 1] = semua[di + 1], semua[di]
    return f"baris {di + 2}:"


def potong(acak, semua):
    di = acak.randrange(BANYAK)
    del semua[di:]
    return f"baris ke-{di};"


def pulihkan_lama(acak, semua):
    """An older copy, on which work went on until there were at least as many lines."""
    di = acak.randrange(BANYAK)
    semua[:] = rantai(BANYAK + acak.randrange(5), semua[:di], "naskah.susulan")
    return f"baris {BANYAK} "


def tulis_ulang(acak, semua):
    """All hashes computed anew from one line on."""
    di = acak.randrange(BANYAK)
    semua[:] = rantai(BANYAK, semua[:di], "naskah.palsu")
    return f"baris {BANYAK} "


CARA = (ubah, ubah_dan_hitung_ulang, buang, sisip, tukar, potong, pulihkan_lama, tulis_ulang)


def test_a_thousand_of_a_thousand_tamperings_are_found_and_named():
    acak = random.Random(20260101)
    luput = []
    for ke in range(1000):
        semua, cara = list(SEMULA), CARA[ke % len(CARA)]
        harap = cara(acak, semua)
        rusak = telusuri(semua, [KEPALA])[0]
        if harap not in rusak:
            luput.append((ke, cara.__name__, harap, rusak))

    assert luput == []


def test_whole_chain_is_whole_with_every_head_it_ever_had():
    semua = [Kepala(n, satu.hash) for n, satu in enumerate(SEMULA, 1)]

    assert telusuri(SEMULA, semua) == ("", KEPALA)


def test_two_heads_narrow_down_where_it_was_written_anew():
    semua = rantai(BANYAK, SEMULA[:20], "naskah.palsu")

    rusak = telusuri(semua, [KEPALA, Kepala(15, SEMULA[14].hash)])[0]

    assert "di antara baris ke-16 dan ke-40" in rusak


def test_heads_are_read_out_of_any_text():
    assert baca_kepala(f"Kepala:\r\n\r\n{KEPALA}\r\nDibaca 1 Januari 2026.\n12 pendek") == [KEPALA]


# --- The mail and the command -----------------------------------------------------------------


def catat(banyak):
    orang = PenggunaFactory()
    for nomor in range(banyak):
        jejak = audit.catat("naskah.ubah", orang, oleh=orang, nilai=nomor)
    return f"{JejakAudit.objects.count()} {jejak.hash}"


@pytest.mark.django_db
def test_head_is_mailed_to_the_auditor_and_the_command_takes_the_mail(settings, tmp_path, capsys):
    settings.SUREL_AUDITOR = "auditor@contoh.example"
    kepala = catat(3)

    assert kepala_jejak.kirim() == 1
    (surel,) = mail.outbox
    berkas = tmp_path / "surel.eml"
    berkas.write_bytes(surel.message().as_bytes())
    catat(2)
    call_command("periksa_jejak", kepala=[str(berkas)])

    assert surel.to == ["auditor@contoh.example"]
    assert kepala in surel.body
    assert "Seluruh rantai utuh" in surel.body
    assert "5 baris utuh" in capsys.readouterr().out


@pytest.mark.django_db
def test_command_refuses_a_trail_that_ends_before_its_head(tmp_path):
    catat(2)
    kepala = f"3 {'a' * 64}"

    with pytest.raises(CommandError, match="berakhir pada baris ke-2; menurut kepala ada 3"):
        call_command("periksa_jejak", kepala=[kepala])
    (tmp_path / "kosong").touch()
    with pytest.raises(CommandError, match="tidak memuat kepala"):
        call_command("periksa_jejak", kepala=[str(tmp_path / "kosong")])


@pytest.mark.django_db
def test_without_an_auditor_nothing_is_mailed(settings):
    settings.SUREL_AUDITOR = ""

    assert kepala_jejak.kirim() == 0
    assert mail.outbox == []
