"""Passkeys: django-allauth's forms with our labels."""

from __future__ import annotations

from typing import Any

from allauth.mfa.webauthn import forms as kunci_forms
from django import forms

from inti.forms.teks import TeksField

PETUNJUK = "Supaya Anda mengenalinya kelak, misalnya “Laptop kantor” atau “Ponsel”."


class KredensialField(forms.JSONField):
    """What the device made or signed; brackets without end are none of it."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        """Raises ValidationError."""
        try:
            return super().to_python(value)
        except RecursionError as error:
            pesan = self.error_messages["invalid"]
            raise forms.ValidationError(pesan, code="invalid", params={"value": ""}) from error


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
