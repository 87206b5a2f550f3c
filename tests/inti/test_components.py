"""Components: declared attributes, what each shows, and a gallery that shows them all."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.apps import apps
from django.conf import settings
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import Context, TemplateSyntaxError, engines
from django.test import RequestFactory

from inti.chips import chips
from inti.forms import TanggalField
from inti.menu import ButirMenu
from inti.putusan import tolak
from inti.templatetags import components, controls
from inti.templatetags.tampilan import waktu_sampai
from inti.tones import TONES

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
COMPONENTS = sorted(p.name for p in (TEMPLATES / "components").glob("*.html"))
TAGS = sorted({*components.register.tags, *controls.register.tags})
CLASSES = {
    name
    for sheet in (ROOT / "static").rglob("*.css")
    for name in re.findall(r"\.([a-zA-Z][\w-]*)", sheet.read_text())
}
ICONS = set(re.findall(r'id="([^"]+)"', (ROOT / "static/img/ikon.svg").read_text()))


def render(source, url="/", **context):
    request = RequestFactory().get(url)
    template = engines["django"].engine.from_string(source)
    return template.render(Context({"request": request, "csrf_token": "TOKEN", **context}))


class SaringForm(forms.Form):
    q = forms.CharField(label="Cari", required=False)
    status = forms.MultipleChoiceField(
        label="Status", required=False, choices=[("a", "Berlaku"), ("b", "Berakhir")]
    )
    sejak = TanggalField(label="Sejak", required=False)
    terlambat = forms.BooleanField(label="Terlambat", required=False)


@pytest.mark.parametrize("tag", TAGS)
def test_misspelt_attribute_is_a_syntax_error(tag):
    with pytest.raises(TemplateSyntaxError, match="unexpected keyword argument 'salah_tulis'"):
        render(f"{{% {tag} salah_tulis='x' %}}{{% end{tag} %}}")


@pytest.mark.parametrize("name", COMPONENTS)
def test_component_says_its_attributes_first(name):
    first = (TEMPLATES / "components" / name).read_text().splitlines()[0]

    assert re.fullmatch(r"\{# .+ #\}", first)


@pytest.mark.parametrize(
    ("mode_demo", "status"), [(True, 200), (False, 404)], ids=["demo", "production"]
)
@pytest.mark.django_db
def test_gallery_is_for_demonstration_only(client, settings, mode_demo, status):
    settings.MODE_DEMO, settings.DEBUG = mode_demo, False

    assert client.get("/_gallery/").status_code == status


@pytest.mark.django_db
def test_gallery_shows_every_component(client, settings):
    settings.MODE_DEMO = True
    components._sidebar.cache_clear()  # what another test has drawn is not drawn again

    response = client.get("/_gallery/")

    shown = {template.name for template in response.templates}
    assert {f"components/{name}" for name in COMPONENTS} - shown == set()


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.html")), ids=lambda p: str(p.relative_to(TEMPLATES))
)
def test_icons_of_template_are_in_the_sprite(path):
    used = set(re.findall(r"""\bicon[ =]["']([\w-]+)["']""", path.read_text()))

    assert used - ICONS == set()


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.html")), ids=lambda p: str(p.relative_to(TEMPLATES))
)
def test_classes_of_template_are_in_a_style_sheet(path):
    values = re.findall(r'class="((?:\{[%{].*?[%}]\}|[^"])*)"', path.read_text())
    plain = " ".join(re.sub(r"\{[%{].*?[%}]\}", "\0", value) for value in values).split()

    assert {name for name in plain if "\0" not in name} - CLASSES == set()


def test_icons_of_statuses_and_menu_are_in_the_sprite():
    menu = [butir.ikon for butir in _menu()]

    assert {*menu, *(name for _, name in TONES.values())} - ICONS == set()


def _menu() -> tuple[ButirMenu, ...]:
    module, _, name = settings.MENU.rpartition(".")
    return getattr(__import__(module, fromlist=[name]), name)


def test_every_status_of_every_model_has_a_tone():
    fields = [f for model in apps.get_models() for f in model._meta.get_fields()]
    statuses = {
        value
        for field in fields
        if field.name.startswith("status") and getattr(field, "choices", None)
        for value, _ in field.choices
    }

    assert statuses - TONES.keys() == set()


def test_status_is_said_in_text_with_an_icon():
    html = render('{% status_badge "terlambat" "Terlambat" %}')

    assert "status-danger" in html
    assert "#alert-circle" in html
    assert ">Terlambat</span>" in html.replace("</svg>", ">")


def test_unknown_status_is_neutral():
    assert "status-neutral" in render('{% status_badge "entah" %}')


def test_refused_action_is_disabled_with_its_reason():
    html = render(
        '{% action_button "Setujui" action="/x/" putusan=putusan %}',
        putusan=tolak("Bukan hak Anda."),
    )

    assert "disabled" in html
    assert "Bukan hak Anda." in html
    assert "<form" not in html


def test_action_is_a_post_with_token_and_question():
    html = render('{% action_button "Kirim" action="/x/" confirm="Yakin?" %}')

    assert '<form method="post" action="/x/" data-confirm="Yakin?">' in html
    assert 'value="TOKEN"' in html


def test_action_inside_an_include_that_is_given_nothing_keeps_its_token():
    dalam = engines["django"].from_string('{% action_button "Kirim" action="/x/" %}').template
    luar = engines["django"].from_string("{% include dalam only %}")

    html = luar.render({"dalam": dalam}, RequestFactory().get("/"))

    assert re.search(r'name="csrfmiddlewaretoken" value="\w{64}"', html)


def test_action_with_href_is_a_link():
    assert '<a class="btn btn-primary" href="/x/">' in render(
        '{% action_button "Buka" href="/x/" tone="primary" %}'
    )


def test_text_given_to_a_component_is_escaped():
    html = render("{% card title=judul %}{{ judul }}{% endcard %}", judul="<b>")

    assert "<b>" not in html
    assert html.count("&lt;b&gt;") == 2


def _banyak(nama):
    class NamaForm(forms.Form):
        nama = forms.CharField()

    data = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-nama": nama}
    return forms.formset_factory(NamaForm)(data)


@pytest.mark.parametrize(("lingkup", "ditandai"), [("nama", True), (None, False)])
def test_form_alert_points_below_only_where_a_field_is_marked(lingkup, ditandai):
    class NamaForm(forms.Form):
        nama = forms.CharField(required=False)

    form = NamaForm({})
    form.add_error(lingkup, "Belum dapat disimpan.")

    page = render("{% form_alert form formset %}", form=form, formset=_banyak("Ani"))

    assert ("di bawah isian yang ditandai" in page) is ditandai


@pytest.mark.parametrize(("nama", "ditandai"), [("Ani", False), ("", True)])
def test_form_alert_looks_into_the_rows(nama, ditandai):
    page = render("{% form_alert formset %}", formset=_banyak(nama))

    assert ("di bawah isian yang ditandai" in page) is ditandai


def test_fact_without_value_shows_a_dash():
    assert "–" in render('{% fact "Nomor" %} {% endfact %}')


def test_fact_keeps_markup_and_drops_white_space_around_it():
    html = render('{% fact "Nomor" %}\n  <a href="#">1</a>\n{% endfact %}')

    assert '<dd><a href="#">1</a></dd>' in html


def test_stepper_tells_done_current_and_ahead():
    html = render("{% stepper langkah 'b' %}", langkah=[("a", "A"), ("b", "B"), ("c", "C")])

    assert re.findall(r"step-(done|current|ahead)", html) == ["done", "current", "ahead"]
    assert 'aria-current="step"' in html


def riwayat(*lines, limit=None):
    jejak = [
        SimpleNamespace(
            pelaku_nama=nama,
            kalimat=kalimat,
            sebagai="",
            perubahan={"catatan": catatan} if catatan else {},
            waktu=datetime(2026, 1, 5, 9, 30 - ke, tzinfo=ZoneInfo(settings.TIME_ZONE)),
        )
        for ke, (nama, kalimat, catatan) in enumerate(lines)
    ]
    html = render("{% timeline jejak limit=limit %}", jejak=jejak, limit=limit)
    return " ".join(re.sub(r"<[^>]+>", " ", html.replace("</strong>", "")).split())


def test_timeline_says_once_what_a_person_did_again_and_again():
    simpan = ("Sri", "menyimpan matrik", "")

    assert riwayat(*[simpan] * 8, ("Sri", "membuka matrik", "")) == (
        "Sri menyimpan matrik, 8 kali 5 Januari 2026 pukul 09.23–09.30 "
        "Sri membuka matrik 5 Januari 2026 pukul 09.22"
    )


@pytest.mark.parametrize(
    ("detik", "bunyi"),
    [
        (0, "5 Januari 2026 pukul 09.30"),
        (59, "5 Januari 2026 pukul 09.30"),
        (60, "5 Januari 2026 pukul 09.30–09.31"),
        (86_400, "5 Januari 2026 pukul 09.30 sampai 6 Januari 2026 pukul 09.30"),
        # Four minutes past midnight where it is read, the same day where it is stored.
        (52_440, "5 Januari 2026 pukul 09.30 sampai 6 Januari 2026 pukul 00.04"),
    ],
)
def test_a_range_says_once_what_both_ends_share(detik, bunyi):
    awal = datetime(2026, 1, 5, 2, 30, tzinfo=UTC)

    assert waktu_sampai(awal, awal + timedelta(seconds=detik)) == bunyi


@pytest.mark.parametrize(
    "lain", [("Budi", "mengirim", "a"), ("Sri", "menarik", "a"), ("Sri", "mengirim", "b")]
)
def test_timeline_keeps_apart_what_differs_or_has_something_between(lain):
    satu = ("Sri", "mengirim", "a")

    assert "kali" not in riwayat(satu, lain, satu)


def test_timeline_folds_away_what_is_beyond_its_limit():
    satu, dua, tiga = (("Sri", kalimat, "") for kalimat in ("satu", "dua", "tiga"))

    isi = riwayat(satu, satu, dua, tiga, tiga, limit=2)

    awal, _, lama = isi.partition("Riwayat lebih lama")
    assert "satu, 2 kali" in awal
    assert "dua" in awal
    assert "tiga, 2 kali" in lama


@pytest.mark.parametrize(("attributes", "polls"), [('url="/x/"', True), ("", False)])
def test_progress_asks_again_only_while_it_has_an_address(attributes, polls):
    html = render(f'{{% progress 40 label="Menyusun" {attributes} %}}')

    assert ('hx-trigger="every 1s"' in html) is polls


def test_pagination_keeps_filters_and_writes_page_numbers_plainly():
    page = Paginator(range(60_000), 25).page(1_200)

    html = render("{% pagination page %}", url="/?status=a&status=b&page=1200", page=page)

    assert "Halaman 1.200 dari 2.400 · 60.000 data" in html
    assert 'href="?status=a&amp;status=b&amp;page=1199"' in html
    assert 'href="?status=a&amp;status=b&amp;page=1201"' in html


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("/", "?urut=nomor"),
        ("/?urut=nomor&page=3", "?urut=-nomor"),
        ("/?urut=-nomor&q=air", "?q=air&amp;urut=nomor"),
    ],
)
def test_sort_link_turns_round_and_goes_to_the_first_page(url, href):
    assert f'href="{href}"' in render('{% sort_link "Nomor" "nomor" %}', url=url)


def test_chips_say_filters_in_words_and_take_them_away():
    params = QueryDict("q=air&status=a&status=b&sejak=2026-01-05&terlambat=on&page=2&urut=nomor")

    told = {chip.label: (chip.value, chip.href) for chip in chips(SaringForm(params), params)}

    assert told["Cari"][0] == "air"
    assert told["Status"] == (
        "Berlaku, Berakhir",
        "?q=air&sejak=2026-01-05&terlambat=on&urut=nomor",
    )
    assert told["Sejak"][0] == "5 Januari 2026"
    assert told["Terlambat"][0] == "ya"


@pytest.mark.parametrize("query", ["", "q=", "sejak=bukan-tanggal"])
def test_no_chip_for_nothing_or_nonsense(query):
    params = QueryDict(query)

    assert chips(SaringForm(params), params) == []


def test_filter_bar_keeps_the_order_and_counts_folded_filters():
    url = "/?q=air&status=a&urut=-nomor"
    saringan = SimpleNamespace(form=SaringForm(QueryDict("q=air&status=a")))

    html = render("{% filter_bar saringan %}", url=url, saringan=saringan)

    assert '<input type="hidden" name="urut" value="-nomor">' in html
    assert re.search(r"Saringan <span[^>]*>1<", html)
    assert 'value="air"' in html


def test_numbers_in_addresses_are_plain():
    assert render('<a href="?naskah={{ pk }}">', pk=1234) == '<a href="?naskah=1234">'
