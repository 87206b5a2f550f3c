"""Passkeys: django-allauth's forms with our labels."""

from __future__ import annotations

from typing import Any

from allauth.mfa.webauthn import forms as kunci_forms

from inti.forms.teks import TeksField

PETUNJUK = "Supaya Anda mengenalinya kelak, misalnya “Laptop kantor” atau “Ponsel”."


class PasangKunciForm(kunci_forms.AddWebAuthnForm):
    """The name and what the device made; whether it can sign in alone is the device's to say."""

    name = TeksField(label="Nama kunci", max_length=60, required=False, help_text=PETUNJUK)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("passwordless", None)


class UbahKunciForm(kunci_forms.EditWebAuthnForm):
    """Another name."""

    name = TeksField(label="Nama kunci", max_length=60, help_text=PETUNJUK)
