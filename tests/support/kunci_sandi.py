"""A passkey without a device: answers what a page asks, as a browser would."""

import hashlib
import json
import secrets

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

HADIR, KENAL, BERKUNCI = 0x01, 0x04, 0x40
NIR = b"\0" * 16


class KunciSandi:
    """One key for one site; `mengenal=False` is one that does not ask whose finger it is."""

    def __init__(self, asal="http://localhost", *, mengenal=True):
        self.asal = asal
        self.nomor = secrets.token_bytes(16)
        self.kunci = ec.generate_private_key(ec.SECP256R1())
        self.tanda = HADIR | (KENAL if mengenal else 0)
        self.pemilik = b""

    def buat(self, pertanyaan):
        """The answer to `creation_options`, as JSON text."""
        tanya = pertanyaan["creation_options"]["publicKey"]
        self.pemilik = tanya["user"]["id"]
        publik = ES256.from_cryptography_key(self.kunci.public_key())
        data = AttestedCredentialData.create(NIR, self.nomor, publik)
        benda = AttestationObject.create("none", self._data(tanya["rp"]["id"], data), {})
        isi = {
            "clientDataJSON": self._klien("webauthn.create", tanya),
            "attestationObject": websafe_encode(benda),
        }
        return self._jawaban(isi)

    def jawab(self, pertanyaan):
        """The answer to `request_options`, as JSON text."""
        tanya = pertanyaan["request_options"]["publicKey"]
        klien, data = self._klien("webauthn.get", tanya), self._data(tanya["rpId"])
        ditandatangani = bytes(data) + hashlib.sha256(websafe_decode(klien)).digest()
        isi = {
            "clientDataJSON": klien,
            "authenticatorData": websafe_encode(data),
            "signature": websafe_encode(self.kunci.sign(ditandatangani, ec.ECDSA(hashes.SHA256()))),
            "userHandle": self.pemilik,
        }
        return self._jawaban(isi)

    def _klien(self, jenis, tanya):
        isi = {"type": jenis, "challenge": tanya["challenge"], "origin": self.asal}
        return websafe_encode(json.dumps(isi).encode())

    def _data(self, situs, kunci=None):
        tanda = self.tanda | (BERKUNCI if kunci else 0)
        return AuthenticatorData.create(
            hashlib.sha256(situs.encode()).digest(), tanda, 0, kunci or b""
        )

    def _jawaban(self, isi):
        nomor = websafe_encode(self.nomor)
        return json.dumps({
            "id": nomor, "rawId": nomor, "type": "public-key", "response": isi,
            "clientExtensionResults": {},
        })  # fmt: skip
