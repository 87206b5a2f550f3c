"""Components that show: block tags and leaves; a misspelt attribute fails at parse time.

Those with which one acts (buttons, forms, filters, pages) are in `controls`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from inti import storage
from inti.grafik import Grafik, dari_isi, svg
from inti.tones import ALERT_ICONS, TONES, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from django.template import Context

    from inti.menu import ButirMenu

register = template.Library()


def render(name: str, **context: Any) -> SafeString:
    """The component's own template, with nothing in its context but its attributes."""
    return trimmed(render_to_string(f"components/{name}.html", context))


def trimmed(html: str) -> SafeString:
    """Without the white space around it: some values keep their line breaks."""
    return SafeString(html.strip())


@register.simple_tag
def site_sheets() -> list[str]:
    """{% site_sheets as sheets %}: the style sheets that a page links, in their order."""
    return storage.site_sheets()


@register.simple_tag
@cache  # a list page shows a hundred
def icon(name: str) -> SafeString:
    """{% icon "name" %}: decorative, from the sprite."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("img/ikon.svg"),
        name,
    )


@register.simple_tag
def sidebar(menu: Iterable[ButirMenu]) -> SafeString:
    """{% sidebar menu %}: the main menu, whose lines differ by role and page alone."""
    return _sidebar(tuple(menu))


@lru_cache(maxsize=256)
def _sidebar(menu: tuple[ButirMenu, ...]) -> SafeString:
    return render("sidebar", menu=menu)


@register.simple_block_tag(takes_context=True)
def page_heading(
    context: Context,
    content: str,
    *,
    title: Any,
    subtitle: Any = "",
    back: str = "",
    back_label: str = "",
) -> SafeString:
    """{% page_heading title=… back=url back_label="…" %}buttons{% endpage_heading %}.

    Beside the title stands the way to the section of the guide that tells of the page.
    """
    return render(
        "page_heading",
        content=content,
        title=title,
        subtitle=subtitle,
        back=back,
        back_label=back_label,
        help=context.get("bantuan_url", ""),
    )


@register.simple_block_tag
def breadcrumbs(content: str) -> SafeString:
    """{% breadcrumbs %}{% crumb … %}{% crumb … %}{% endbreadcrumbs %}, above the page heading."""
    return render("breadcrumbs", content=content)


@register.simple_tag
def crumb(label: Any, href: str = "") -> SafeString:
    """One step; the last one has no address."""
    return render("crumb", label=label, href=href)


@register.simple_block_tag
def card(content: str, *, title: str = "", actions: str = "", id: str = "") -> SafeString:  # noqa: A002 - the HTML attribute's name
    """{% card title="…" %}…{% endcard %}."""
    return render("card", content=content, title=title, actions=actions, id=id)


@register.simple_block_tag
def table(content: str, *, caption: str, stack: bool = True) -> SafeString:
    """{% table caption="…" %}<thead>…<tbody>…{% endtable %}: rows become cards on a phone."""
    return render("table", content=content, caption=caption, stack=stack)


@register.simple_block_tag
def facts(content: str) -> SafeString:
    """{% facts %}{% fact "Nomor" %}…{% endfact %}{% endfacts %}: names and values."""
    return render("facts", content=content)


@register.simple_block_tag
def fact(content: str, label: str) -> SafeString:
    """One name and its value; a dash where there is nothing."""
    return render("fact", content=trimmed(content), label=label)


@register.simple_block_tag
def tabs(content: str, *, label: str) -> SafeString:
    """{% tabs label="…" %}{% tab … %}{% endtabs %}: links between sibling pages."""
    return render("tabs", content=content, label=label)


@register.simple_tag
def tab(label: str, *, href: str, active: bool = False, count: int | None = None) -> SafeString:
    """One of the tabs, with a count if there is something to count."""
    return render("tab", label=label, href=href, active=active, count=count)


@register.simple_block_tag
def stats(content: str) -> SafeString:
    """{% stats %}{% stat … %}{% endstats %}: figures side by side."""
    return render("stats", content=content)


@register.simple_tag
def stat(label: str, value: Any, *, href: str, tone: str = "", hint: str = "") -> SafeString:
    """A number that opens to its rows."""
    return render("stat", label=label, value=value, href=href, tone=tone, hint=hint)


@register.simple_tag
def chart(grafik: Grafik | Mapping[str, Any]) -> SafeString:
    """{% chart grafik %}: bars with their figures; the table beside it is the page's own."""
    satu = grafik if isinstance(grafik, Grafik) else dari_isi(grafik)
    return SafeString(svg(satu))


@register.simple_tag
@lru_cache(maxsize=512, typed=True)  # a word that is safe is not the same as one that is not
def status_badge(status: str, label: str = "") -> SafeString:
    """{% status_badge object.status object.get_status_display %}."""
    tone, name = TONES.get(str(status), UNKNOWN)
    return format_html(
        '<span class="status status-{}">{}{}</span>', tone, icon(name), label or status
    )


@register.simple_tag
def stepper(steps: Sequence[tuple[str, str]], current: str) -> SafeString:
    """`steps` is an enum's choices in order; `current` the value reached."""
    values = [value for value, _ in steps]
    reached = values.index(current) if current in values else -1
    rows = [
        {
            "label": label,
            "no": i + 1,
            "state": "done" if i < reached else "current" if i == reached else "ahead",
        }
        for i, (_, label) in enumerate(steps)
    ]
    return render("stepper", steps=rows)


@register.simple_tag
def timeline(lines: Iterable[Any], *, limit: int | None = None) -> SafeString:
    """The audit lines of an object, newest first, those that say the same as one; then the rest."""
    runs = [list(same) for _, same in groupby(lines, key=_said)]
    older = [line for run in runs[limit:] for line in run] if limit else []
    return render("timeline", runs=runs[:limit], older=older)


def _said(line: Any) -> tuple[Any, ...]:
    return line.pelaku_nama, line.kalimat, line.sebagai, line.perubahan.get("catatan")


@register.simple_tag
def alert(message: Any, *, tone: str = "info", title: str = "") -> SafeString:
    """{% alert "…" tone="warning" %}; tone: info, success, warning, danger."""
    return render("alert", message=message, tone=tone, title=title, icon=ALERT_ICONS[tone])


@register.simple_tag
def empty(message: str, *, hint: str = "", href: str = "", label: str = "") -> SafeString:
    """{% empty "Belum ada …" hint="…" href=url label="…" %}."""
    return render("empty", message=message, hint=hint, href=href, label=label)


@register.simple_tag
def progress(
    percent: int, *, label: str, url: str = "", href: str = "", href_label: str = ""
) -> SafeString:
    """A job's progress; with `url` the page asks again every second, `href` is its result."""
    return render(
        "progress", percent=percent, label=label, url=url, href=href, href_label=href_label
    )


@register.simple_tag
def bar_chart(chart: Grafik) -> SafeString:
    """{% bar_chart grafik %}: the picture alone; its figures belong in a table beside it."""
    # What inti.grafik draws holds no text that is not escaped.
    return SafeString(svg(chart))
