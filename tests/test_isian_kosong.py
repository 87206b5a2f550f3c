"""What is left out is asked for by the page, in its words and at its field; no browser comes first.

A browser speaks its own language, and knows nothing of a choice that answers for many fields.
"""

from lxml import html

from tests.test_teks_jahat import adegan, berhtml, formulir, kirim  # noqa: F401

DIKATAKAN = (
    "//*[contains(@class, 'is-invalid') or contains(@class, 'field-error') or @role='alert'"
    " or contains(@class, 'alert-danger')]"
)


def test_every_form_asks_itself_for_what_is_left_out(adegan):  # noqa: F811 - the fixture
    peramban, bungkam, banyak = [], [], 0
    for nama, klien, satu in formulir(adegan):
        if not satu.tanpa_peramban:
            peramban.append(f"{nama} {satu.tujuan}")
        if not satu.wajib:
            continue
        banyak += 1
        response, _ = kirim(klien, satu, dict.fromkeys(satu.wajib, ""))
        if response.status_code < 400 and not (
            berhtml(response) and html.fromstring(response.content).xpath(DIKATAKAN)
        ):
            bungkam.append(f"{nama} {satu.tujuan} {sorted(satu.wajib)}")

    assert peramban == [], "\n".join(peramban)
    assert bungkam == [], "\n".join(bungkam)
    assert banyak > 60
