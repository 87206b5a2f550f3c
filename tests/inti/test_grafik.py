"""The chart: every figure is text, nothing is told by colour alone, nothing typed is markup."""

from xml.etree import ElementTree as ET

from inti.grafik import Batang, Grafik, dari_isi, kalimat, svg

SVG = "{http://www.w3.org/2000/svg}"
GRAFIK = Grafik(
    "tugas",
    "Yang jatuh tempo",
    ("Selesai", "Belum"),
    [Batang("Pemantauan", [3, 1]), Batang("Evaluasi", [0, 0])],
)


def teks(akar):
    return [t.text for t in akar.iter(f"{SVG}text")]


def test_each_bar_has_its_label_and_its_figures():
    akar = ET.fromstring(svg(GRAFIK))

    assert teks(akar) == ["Selesai", "Belum", "Pemantauan", "3 + 1", "Evaluasi", "0 + 0"]


def test_parts_are_as_long_as_their_values_and_differ_in_pattern():
    akar = ET.fromstring(svg(GRAFIK))

    batang = [r for r in akar.findall(f"{SVG}rect") if r.get("height") == "13"]
    lebar = [float(r.get("width")) for r in batang]
    assert lebar[0] == 3 * lebar[1]
    assert [r.get("fill") for r in batang] == ["#0a489f", "url(#tugas-corak)"]


def test_chart_is_named_and_said_in_words():
    akar = ET.fromstring(svg(GRAFIK))

    assert akar.get("role") == "img"
    nama = {satu.get("id"): satu.text for satu in akar if satu.get("id")}
    assert [nama[k] for k in akar.get("aria-labelledby").split()] == [
        "Yang jatuh tempo",
        "Pemantauan: 3 selesai, 1 belum; Evaluasi: 0 selesai, 0 belum",
    ]


def test_what_a_person_typed_is_text():
    jahat = Grafik("k", "<b>", ("Satu",), [Batang('</text><script>"&', [1])])

    akar = ET.fromstring(svg(jahat))

    assert teks(akar)[1] == '</text><script>"&'
    assert not list(akar.iter(f"{SVG}script"))


def test_long_label_is_cut_in_the_picture_and_whole_in_words():
    nama = "Dinas " + "x" * 80
    satu = Grafik("k", "Judul", ("Satu",), [Batang(nama, [12500])])

    akar = ET.fromstring(svg(satu))

    assert teks(akar)[1].endswith("…")
    assert len(teks(akar)[1]) <= 52
    assert kalimat(satu) == f"{nama}: 12.500"


def test_snapshot_gives_the_same_picture():
    isi = {
        "kunci": "tugas",
        "judul": "Yang jatuh tempo",
        "bagian": ["Selesai", "Belum"],
        "batang": [
            {"label": "Pemantauan", "nilai": [3, 1]},
            {"label": "Evaluasi", "nilai": [0, 0]},
        ],
    }

    assert svg(dari_isi(isi)) == svg(GRAFIK)
