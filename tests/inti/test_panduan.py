"""The small converter of the guide: what it knows, and that nothing else gets through."""

import pytest

from inti.panduan import bagian, jangkar


def html(sumber):
    semua = bagian(sumber, gambar=lambda nama: f"/static/panduan/{nama}.png")
    return "".join("".join(satu.html) for satu in semua)


@pytest.mark.parametrize(
    ("sumber", "hasil"),
    [
        ("Satu *dua* **tiga**.", "<p>Satu <em>dua</em> <strong>tiga</strong>.</p>"),
        ("Alamat `/publik/` <b>", "<p>Alamat <code>/publik/</code> &lt;b&gt;</p>"),
        ("1. Satu\n2. Dua", "<ol><li>Satu</li><li>Dua</li></ol>"),
        ("3. Tiga\n4. Empat", '<ol start="3"><li>Tiga</li><li>Empat</li></ol>'),
        ("- Satu\n- Dua", "<ul><li>Satu</li><li>Dua</li></ul>"),
        ("Buka:\n- Satu\nlalu", "<p>Buka:</p><ul><li>Satu</li></ul><p>lalu</p>"),
        ("[laman](https://a.example/)", '<p><a href="https://a.example/">laman</a></p>'),
        ("[operasi](../operasi.md)", "<p>operasi</p>"),
        ("[jahat](javascript:alert)", "<p>jahat</p>"),
        ("[jahat](//a.example/)", "<p>jahat</p>"),
        (
            "![Sebuah “gambar”](../gambar/impor.png)",
            '<p><img src="/static/panduan/impor.png" alt="Sebuah “gambar”" loading="lazy"></p>',
        ),
        ('![" onerror="x](../gambar/a.png)', None),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("\x000\x00", "<p>0</p>"),
    ],
)
def test_markdown_becomes_html_and_the_rest_is_text(sumber, hasil):
    ada = html(sumber)

    if hasil is None:
        assert 'onerror="' not in ada
    else:
        assert ada == hasil


def test_headings_and_run_ins_are_sections_with_anchors_of_their_own():
    sumber = "# Panduan\n\nAwal.\n\n## Setoran\n\nIsi.\n**Hak Anda.** Lanjut\n\n## Setoran\n"

    semua = bagian(sumber, gambar=str)

    assert [(s.judul, s.tingkat, s.jangkar, "".join(s.html)) for s in semua] == [
        ("Panduan", 1, "panduan", "<p>Awal.</p>"),
        ("Setoran", 2, "setoran", "<p>Isi.</p>"),
        ("Hak Anda", 2, "hak-anda", "<p>Lanjut</p>"),
        ("Setoran", 2, "setoran-2", ""),
    ]


def test_text_without_a_heading_is_a_section_too():
    assert [s.judul for s in bagian("Isi", gambar=str)] == ["Panduan"]


@pytest.mark.parametrize(
    ("judul", "hasil"), [("Hak & kewajiban", "hak-kewajiban"), ("…", "bagian")]
)
def test_anchor_is_fit_for_an_address(judul, hasil):
    assert jangkar(judul) == hasil
