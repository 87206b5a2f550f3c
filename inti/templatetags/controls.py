"""Components with which one acts: buttons, forms, filters, pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlencode

from crispy_forms.templatetags.crispy_forms_filters import as_crispy_field
from django import template
from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import BaseFormSet
from django.middleware.csrf import get_token
from django.utils.safestring import SafeString

from inti.chips import chips
from inti.forms.saringan import SaringanForm
from inti.halaman import HalamanKunci
from inti.putusan import BOLEH, Putusan
from inti.saringan import SEMUA, dapat_disimpan, kueri_saringan, sama, saringan_tersimpan
from inti.templatetags.components import render
from inti.templatetags.plain_choice import plain_choice

if TYPE_CHECKING:
    from django.core.paginator import Page
    from django.forms import BaseForm, BoundField
    from django.template import Context
    from django_filters import FilterSet

    from inti.models import SaringanTersimpan

register = template.Library()


@register.simple_tag(takes_context=True)
def action_button(
    context: Context,
    label: str,
    *,
    href: str = "",
    action: str = "",
    putusan: Putusan = BOLEH,
    icon: str = "",
    tone: str = "outline-primary",
    confirm: str = "",
) -> SafeString:
    """A link (href) or a POST button (action); a refusing Putusan disables it and says why."""
    return render(
        "action_button",
        label=label,
        href=href,
        action=action,
        putusan=putusan,
        icon=icon,
        tone=tone,
        confirm=confirm,
        csrf_token=_token(context) if action else "",
    )


def _token(context: Context) -> str:
    """Also within an include that is given nothing (`only`), where the context has none."""
    request = getattr(context, "request", None)
    return str(context.get("csrf_token") or (get_token(request) if request else ""))


@register.simple_tag
def print_button(label: str = "Cetak") -> SafeString:
    """Prints the page; only where JavaScript runs."""
    return render("print_button", label=label)


@register.simple_block_tag
def dialog(
    content: str,
    *,
    title: str,
    trigger: str,
    icon: str = "",
    tone: str = "outline-primary",
    open: bool = False,  # noqa: A002 - the HTML attribute's name
) -> SafeString:
    """{% dialog title="…" trigger="…" %}form{% enddialog %}; without JavaScript it unfolds."""
    return render(
        "dialog", content=content, title=title, trigger=trigger, icon=icon, tone=tone, open=open
    )


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    """{% field form.nama %}: label, input, help and errors of one field."""
    return cast("SafeString", as_crispy_field(bound))


@register.simple_tag
def filter_field(bound: BoundField) -> SafeString:
    """{% field %} of a filter, where choices are many and mostly plain."""
    return plain_choice(bound) or field(bound)


@register.simple_tag
def upload(bound: BoundField) -> SafeString:
    """{% upload form.berkas %}: a file field with a drop zone and the list of what was chosen."""
    css = "form-control is-invalid" if bound.errors else "form-control"
    return render(
        "upload",
        field=bound,
        widget=bound.as_widget(attrs={"class": css}),
        limit=settings.BATAS_UNGGAH,
    )


@register.simple_block_tag
def form_section(content: str, *, title: str, hint: str = "") -> SafeString:
    """{% form_section title="…" %}fields{% endform_section %}: a fieldset with its legend."""
    return render("form_section", content=content, title=title, hint=hint)


@register.simple_tag
def form_alert(*parts: BaseForm | BaseFormSet[Any]) -> SafeString | str:
    """{% form_alert form formset %}: points below, if a field is marked there."""
    if any(_marked(part) for part in parts):
        return render("form_alert")
    return ""


def _marked(part: BaseForm | BaseFormSet[Any]) -> bool:
    if isinstance(part, BaseFormSet):
        return bool(part.total_error_count())
    return any(name != NON_FIELD_ERRORS for name in part.errors)


@register.simple_block_tag
def form_actions(content: str) -> SafeString:
    """{% form_actions %}buttons{% endform_actions %}: stays in sight on a phone."""
    return render("form_actions", content=content)


@register.simple_tag(takes_context=True)
def filter_bar(context: Context, filterset: FilterSet, *, export: bool = False) -> SafeString:
    """{% filter_bar filter %}: search, folded filters, and what is applied, for a list page.

    With `export=True` the list can be taken away as a file, see inti.views.ekspor.
    """
    form = filterset.form
    params = context["request"].GET
    visible = [bound for bound in form if bound.name != "q" and not bound.is_hidden]
    applied = chips(form, params)
    saved = saringan_tersimpan(context["request"])
    everything = f"?{SEMUA}=1" if any(satu.bawaan for satu in saved) else "?"
    bar = render(
        "filter_bar",
        search=form["q"] if "q" in form.fields else None,
        fields=visible,
        hidden=[bound for bound in form if bound.is_hidden and bound.value()],
        chips=[replace(c, href=everything) if c.href == "?" else c for c in applied],
        everything=everything,
        count=sum(chip.name != "q" for chip in applied),
        order=params.get("urut", ""),
        export=export_links(context) if export else "",
    )
    return bar + _saved_filters(context, saved)


def _saved_filters(context: Context, saved: list[SaringanTersimpan]) -> SafeString:
    """The filters that the reader keeps of this list, and the form that keeps what is applied."""
    request = context["request"]
    now = kueri_saringan(request.GET)
    known = any(sama(satu.kueri, now) for satu in saved)
    new = now and not known and dapat_disimpan(request)
    if not saved and not new:
        return SafeString("")
    page = request.resolver_match.view_name
    return render(
        "saved_filters",
        saved=[(satu, sama(satu.kueri, now)) for satu in saved],
        form=SaringanForm(initial={"halaman": page, "kueri": now}) if new else None,
        csrf_token=_token(context),
    )


@register.simple_tag(takes_context=True)
def sort_link(context: Context, label: str, field: str) -> SafeString:
    """A column heading that sorts; the view decides which fields it accepts."""
    current = context["request"].GET.get("urut", "")
    direction = {field: "naik", f"-{field}": "turun"}.get(current, "")
    order = f"-{field}" if current == field else field
    href = f"?{query(context, 'urut', 'page', 'sebelum', 'setelah')}urut={order}"
    return render("sort_link", label=label, href=href, direction=direction)


@register.simple_tag(takes_context=True)
def pagination(
    context: Context,
    page_obj: Page[Any] | HalamanKunci,
    *,
    label: str = "Halaman",
    anchor: str = "",
) -> SafeString:
    """Previous and next, keeping the filters of the page; `label` tells two of them apart.

    `anchor` is the part of a long page to come back to, for a list read by key.
    """
    if isinstance(page_obj, HalamanKunci):
        return _key_pagination(context, page_obj, label, f"#{anchor}" if anchor else "")
    base = f"?{query(context, 'page')}page="
    previous = f"{base}{page_obj.previous_page_number()}" if page_obj.has_previous() else ""
    following = f"{base}{page_obj.next_page_number()}" if page_obj.has_next() else ""
    return render("pagination", page=page_obj, previous=previous, following=following, label=label)


def _key_pagination(context: Context, page: HalamanKunci, label: str, anchor: str) -> SafeString:
    """The same for a list whose pages have no numbers."""
    base = query(context, "sebelum", "setelah")
    return render(
        "key_pagination",
        page=page,
        previous=f"?{base}{urlencode({'sebelum': page.sebelum})}{anchor}" if page.sebelum else "",
        following=f"?{base}{urlencode({'setelah': page.setelah})}{anchor}" if page.setelah else "",
        first=f"?{base.removesuffix('&')}{anchor}" if page.sebelum else "",
        label=label,
    )


@register.simple_tag(takes_context=True)
def export_links(context: Context) -> SafeString:
    """{% export_links %}: the list as XLSX and as CSV, with the filters and order of the page."""
    base = f"?{query(context, 'page', 'sebelum', 'setelah', 'format')}format="
    return render("export_links", xlsx=f"{base}xlsx", csv=f"{base}csv")


def query(context: Context, *without: str) -> str:
    """The current query string, ready to be added to, less some parameters."""
    params = context["request"].GET.copy()
    for name in without:
        params.pop(name, None)
    code = params.urlencode()
    return f"{code}&" if code else ""
