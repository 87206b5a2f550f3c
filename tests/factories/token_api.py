"""Tokens for tests, and a program that carries one."""

import json

from django.test import Client

from inti.services import token_api


def token(pengguna, *, cakupan="tulis", hari=30):
    return token_api.terbitkan(nama="Uji", cakupan=cakupan, hari=hari, oleh=pengguna)


class Program(Client):
    """A program that acts with the token of a person; without one for None."""

    def __init__(self, pengguna=None, **kwargs):
        kepala = {"HTTP_AUTHORIZATION": f"Bearer {token(pengguna, **kwargs)}"} if pengguna else {}
        super().__init__(**kepala)

    def kirim(self, alamat, isi=None, **kepala):
        return self.post(alamat, json.dumps(isi or {}), "application/json", headers=kepala)
