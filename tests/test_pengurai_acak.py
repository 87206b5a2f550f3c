"""Whatever is read, a reader answers with a value or with its own refusal."""

import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image

from inti.angka import AngkaSalahError, baca_angka, baca_persen, baca_rupiah
from inti.exif import FaktaFoto, baca
from inti.putusan import AturanDilanggar
from inti.teks import rapikan, ringkas, terlihat
from inti.unggahan import nama_aman
from kerjasama.domain.baca_jangka import baca_jangka
from kerjasama.domain.baca_pihak import baca_jenis_mitra, baca_jenis_naskah, pisah
from kerjasama.domain.baca_tanggal import baca_tanggal
from kerjasama.domain.kolom import kenali, usulkan
from kerjasama.domain.pisah_pihak import pisah_pihak
from kerjasama.domain.unit import baca_unit
from kerjasama.services.contoh_lembar import contoh_lembar
from kerjasama.services.lembar_pindai import pindai
from tests.support.teks_jahat import TEKS

JAHAT = [t for t in TEKS.values() if isinstance(t, str)]
# Lone surrogates too: JSON and file names can bring them.
SEMBARANG = st.text(st.characters(), max_size=200) | st.sampled_from(JAHAT)
PENGURAI = {
    "tanggal": baca_tanggal,
    "jangka": baca_jangka,
    "pisah": pisah,
    "pihak": pisah_pihak,
    "unit": lambda teks: baca_unit(teks, {}, "Kota Bekasi"),
    "jenis mitra": lambda teks: baca_jenis_mitra(teks, teks),
    "jenis naskah": lambda teks: baca_jenis_naskah(teks, teks),
    "kolom": lambda teks: kenali([teks, teks[::-1]]),
    "usul kolom": lambda teks: usulkan([teks], [[teks], ["1/2/2024"]]),
    "angka": baca_angka,
    "persen": baca_persen,
    "rupiah": baca_rupiah,
    "ringkas": lambda teks: ringkas(teks, 20),
    "terlihat": terlihat,
}


@pytest.mark.parametrize("nama", PENGURAI)
@given(teks=SEMBARANG)
def test_reader_of_text_never_breaks(nama, teks):
    with suppress(AngkaSalahError):
        PENGURAI[nama](teks)


@given(teks=SEMBARANG)
def test_tidied_text_is_tidy_and_stays_so(teks):
    rapi = rapikan(teks)

    assert rapikan(rapi) == rapi
    rapi.encode()


@given(teks=SEMBARANG)
def test_label_of_a_file_is_no_path(teks):
    nama = nama_aman(teks)

    assert 0 < len(nama) <= 120
    assert not {*"/\\\0\r\n\u202e"} & {*nama}
    assert nama.strip(".") == nama
    nama.encode()


@pytest.mark.parametrize("nama", ["a.csv", "a.xlsx"])
@given(isi=st.binary(max_size=400) | st.sampled_from(JAHAT).map(str.encode))
def test_reader_of_lists_takes_or_refuses_any_bytes(nama, isi):
    with suppress(AturanDilanggar):
        contoh_lembar(nama, isi)


@given(st.text(alphabet="<>/=\"rcfvt1A:'& sheetDatmgCl\0", max_size=200).map(str.encode))
def test_scan_of_a_sheet_never_breaks(xml):
    with suppress(AturanDilanggar):
        pindai(b"<worksheet><sheetData>" + xml)


# --- EXIF ---------------------------------------------------------------------------------


def berexif(waktu, lintang, bujur, arah):
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = waktu
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLatitude] = arah, lintang
    gps[ExifTags.GPS.GPSLongitudeRef], gps[ExifTags.GPS.GPSLongitude] = arah, bujur
    keluaran = io.BytesIO()
    Image.new("RGB", (8, 8)).save(keluaran, "JPEG", exif=exif)
    return keluaran.getvalue()


SAH = berexif("2026:03:01 09:30:00", (6.0, 14.0, 24.0), (106.0, 59.0, 24.0), "S")
DERAJAT = st.tuples(*[st.floats(0, 4e9)] * 3) | st.lists(st.floats(0, 9), max_size=5).map(tuple)


def wajar(fakta):
    assert (fakta.lintang is None) == (fakta.bujur is None)
    assert fakta.lintang is None or (abs(fakta.lintang) <= 90 and abs(fakta.bujur) <= 180)


@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow remarks that it is damaged
@given(acak=st.randoms(use_true_random=False))
def test_damaged_photo_tells_sound_facts_or_none(acak):
    rusak = bytearray(SAH)
    for _ in range(acak.randrange(1, 20)):
        rusak[acak.randrange(2, len(rusak))] = acak.randrange(256)

    wajar(baca(bytes(rusak)))


@given(waktu=st.text(st.characters(codec="ascii"), max_size=30), lintang=DERAJAT, bujur=DERAJAT)
def test_photo_that_lies_tells_sound_facts_or_none(waktu, lintang, bujur):
    wajar(baca(berexif(waktu, lintang, bujur, "N")))


@given(isi=st.binary(max_size=300))
def test_what_is_no_photo_tells_nothing(isi):
    assert baca(isi) == FaktaFoto()
