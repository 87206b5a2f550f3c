"""Passkeys: django-allauth's forms with our labels."""

from __future__ import annotations

from typing import Any

from allauth.mfa.webauthn import forms as kunci_forms
from django import forms

from inti.forms.teks import TeksField

PETUNJUK = "Supaya Anda mengenalinya kelak, misalnya “Laptop kantor” atau “Ponsel”."
# A certificate chain of a device fits many times over.
TERPANJANG = 50_000


class KredensialField(forms.JSONField):
    """What the device made or signed; neither brackets nor characters without end are it."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.max_length = TERPANJANG  # of what is sent: what is read from it may have no length

    def to_python(self, value: Any) -> Any:
        """Raises ValidationError."""
        if isinstance(value, str) and len(value) > TERPANJANG:
            raise self._tidak_sah()
        try:
            return super().to_python(value)
        except RecursionError as error:
            raise self._tidak_sah() from error

    def _tidak_sah(self) -> forms.ValidationError:
        return forms.ValidationError(
            self.error_messages["invalid"], code="invalid", params={"value": ""}
        )


class PasangKunciForm(kunci_forms.AddWebAuthnForm):
    """The name and what the device made; whether it can sign in alone is the device's to say."""

    credential = KredensialField()
    name = TeksField(label="Nama kunci", max_length=60, required=False, help_text=PETUNJUK)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("passwordless", None)


class UbahKunciForm(kunci_forms.EditWebAuthnForm):
    """Another name."""

    name = TeksField(label="Nama kunci", max_length=60, help_text=PETUNJUK)


class MasukKunciForm(kunci_forms.LoginWebAuthnForm):
    """Signing in with it."""

    credential = KredensialField()


class UlangKunciForm(kunci_forms.ReauthenticateWebAuthnForm):
    """Being asked again."""

    credential = KredensialField()
