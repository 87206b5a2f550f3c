"""Mail that comes back is seen to have reached nobody."""

import io
from email.message import EmailMessage
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from inti import audit
from inti.enums import JenisPesan, Peran
from inti.models import JejakAudit, Notifikasi, RingkasanHarian
from inti.notifikasi import antrekan
from inti.pesan import Pesan
from inti.services import notifikasi, pantulan, ringkasan
from pelaporan.services.ulang import ulangi
from tests.factories.inti import PemangkuJabatanFactory, PemerintahFactory, PenggunaFactory

pytestmark = pytest.mark.django_db
SEBAB = "smtp; 550 5.1.1 <budi@mitra.example>: tidak dikenal"


def administrator():
    return PemangkuJabatanFactory(
        jabatan__kode="administrator", jabatan__peran=Peran.ADMIN
    ).pengguna


@pytest.fixture
def admin():
    PemerintahFactory()
    return administrator()


@pytest.fixture
def terkirim(admin):
    """A notice on its way to somebody, and the mail that left."""
    kabari(orang := PenggunaFactory(nama="Budi"))
    notifikasi.kirim_antrean()
    return Notifikasi.objects.get(kepada=orang), mail.outbox[-1].message().as_bytes()


def kabari(orang, jenis=JenisPesan.RESMI, aksi="naskah.ubah"):
    jejak = audit.catat(aksi, PenggunaFactory(), oleh=None)
    antrekan(jejak, kepada=[orang], pesan=Pesan("Laporan terlambat", "Isi"), jenis=jenis)


def dipulangkan(asli, *, tindakan="failed", sebab=SEBAB, kepala_saja=False):
    """What a mail server sends to the sender (RFC 3464)."""
    laporan = EmailMessage()
    laporan["Subject"] = "Undelivered Mail Returned to Sender"
    laporan.set_content("I'm sorry to have to inform you.")
    laporan.make_mixed()
    nasib = (
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        f"Final-Recipient: rfc822; budi@mitra.example\nAction: {tindakan}\nStatus: 5.1.1\n"
        f"Diagnostic-Code: {sebab}\n"
    )
    jenis = "text/rfc822-headers" if kepala_saja else "message/rfc822"
    isi = asli.partition(b"\n\n")[0] + b"\n" if kepala_saja else asli
    batas = "=batas="
    bagian = [nasib.encode(), f"Content-Type: {jenis}\n\n".encode() + isi]
    badan = b"".join(f"--{batas}\n".encode() + satu + b"\n" for satu in bagian)
    kepala = "MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; "
    return f'{kepala}boundary="{batas}"\n\n'.encode() + badan + f"--{batas}--\n".encode()


@pytest.mark.parametrize("kepala_saja", [False, True])
def test_what_comes_back_is_marked_and_the_administrators_are_told(terkirim, admin, kepala_saja):
    pesan, asli = terkirim

    orang = pantulan.catat_pantulan(dipulangkan(asli, kepala_saja=kepala_saja))

    pesan.refresh_from_db()
    assert orang == pesan.kepada
    assert pesan.status == "ditolak"
    assert "550 5.1.1" in pesan.kesalahan
    assert pesan.terkirim_pada
    kabar = Notifikasi.objects.get(kepada=admin)
    assert kabar.subjek == "Surel kepada Budi tidak sampai"
    assert kabar.jejak.objek_id == orang.pk


def test_a_report_that_comes_twice_is_noted_once(terkirim):
    _, asli = terkirim
    surat = dipulangkan(asli)

    assert pantulan.catat_pantulan(surat)
    assert pantulan.catat_pantulan(surat) is None

    assert JejakAudit.objects.filter(aksi=pantulan.DITOLAK).count() == 1


@pytest.mark.parametrize(
    "surat",
    [
        b"",
        b"Subject: libur\n\nSaya cuti.",
        b"\xff\x00" * 50,
        b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n" * 900,
        b"x" * (pantulan.TERBESAR + 1),
    ],
)
def test_what_is_no_report_of_a_failure_is_passed_over(terkirim, surat):
    assert pantulan.catat_pantulan(surat) is None
    terkirim[0].refresh_from_db()
    assert terkirim[0].status == "terkirim"


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_no_returned_mail_is_too_odd_to_read(nasib, asli):
    jenis = b"Content-Type: multipart/report; boundary=a\n\n"
    isi = (b"message/delivery-status\n\n" + nasib, b"text/rfc822-headers\n\n" + asli)
    bagian = b"".join(b"--a\nContent-Type: " + satu + b"\n" for satu in isi)

    assert pantulan.catat_pantulan(jenis + bagian + b"--a--\n") is None


def test_a_delay_is_not_a_failure(terkirim):
    assert pantulan.catat_pantulan(dipulangkan(terkirim[1], tindakan="delayed")) is None


def test_nobody_makes_a_message_look_lost_without_having_received_it(terkirim):
    pesan, asli = terkirim
    palsu = asli.replace(f"notifikasi:{pesan.pk}:".encode(), f"notifikasi:{pesan.pk}:x".encode())
    assert palsu != asli

    assert pantulan.catat_pantulan(dipulangkan(palsu)) is None


def test_mail_of_another_kind_is_passed_over(admin):
    kunci = pantulan.PENANDA.sign("kepala-jejak:2026-11-27:5 abc")
    surat = dipulangkan(f"{pantulan.TAJUK_KUNCI}: {kunci}\nSubject: Jejak\n\nIsi\n".encode())

    assert pantulan.catat_pantulan(surat) is None


def test_a_digest_that_comes_back_marks_all_that_it_said(admin):
    orang = PenggunaFactory()
    kabari(orang, JenisPesan.PENGINGAT)
    kabari(orang, JenisPesan.PENGINGAT)
    Notifikasi.objects.update(tunda_sampai=None)
    ringkasan.kirim_antrean()

    assert pantulan.catat_pantulan(dipulangkan(mail.outbox[-1].message().as_bytes())) == orang

    assert RingkasanHarian.objects.get().status == "ditolak"
    semua = Notifikasi.objects.filter(kepada=orang)
    assert {n.status for n in semua} == {"ditolak"}
    ulangi("surel", semua[0].pk, oleh=admin)
    assert semua.get(status="antre").ringkasan is None


def test_one_word_a_week_and_none_about_a_word(admin):
    orang = PenggunaFactory()
    for _ in range(2):
        kabari(orang)
        notifikasi.kirim_antrean()
        pantulan.catat_pantulan(dipulangkan(mail.outbox[-1].message().as_bytes()))
    lain = administrator()
    kabari(lain, aksi=pantulan.DITOLAK)
    notifikasi.kirim_antrean()
    pantulan.catat_pantulan(dipulangkan(mail.outbox[-1].message().as_bytes()))

    assert Notifikasi.objects.filter(kepada=admin).count() == 1
    assert JejakAudit.objects.filter(aksi=pantulan.DITOLAK, objek_id=orang.pk).count() == 2


def test_what_is_refused_at_once_is_told_as_well(admin, monkeypatch):
    kabari(orang := PenggunaFactory())

    def menolak(kabar):
        raise SMTPRecipientsRefused({orang.email: (550, b"tidak dikenal")})

    monkeypatch.setattr(notifikasi, "pesan_surel", menolak)
    notifikasi.kirim_antrean()

    assert Notifikasi.objects.filter(kepada=admin, subjek__contains="tidak sampai").exists()


def test_command_reads_what_the_mail_server_hands_over(terkirim, monkeypatch, capsys):
    class Masukan:
        buffer = io.BytesIO(dipulangkan(terkirim[1]))

    monkeypatch.setattr("sys.stdin", Masukan)

    call_command("catat_pantulan")
    call_command("catat_pantulan")

    baris = capsys.readouterr().out.splitlines()
    assert "surel kepada Budi" in baris[0]
    assert "Tidak ada" in baris[1]
