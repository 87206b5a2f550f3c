"""Test certificates: a signer under an issuer of its own, both named as a test."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import NameOID

if TYPE_CHECKING:
    from datetime import datetime

PENERBIT = "PENERBIT UJI – BUKAN BSrE"
BERLAKU = timedelta(days=365)


def buat(nama: str, sandi: str, *, pada: datetime) -> tuple[bytes, bytes]:
    """The signer with its key (PKCS#12, under the passphrase) and the issuer (PEM)."""
    kunci_akar, kunci = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    nama_akar, nama_uji = _nama(PENERBIT), _nama(f"{nama} (SERTIFIKAT UJI)")
    akar = _sertifikat(nama_akar, kunci_akar, nama_akar, kunci_akar, pada=pada, induk=True)
    sertifikat = _sertifikat(nama_uji, kunci, nama_akar, kunci_akar, pada=pada, induk=False)
    enkripsi = BestAvailableEncryption(sandi.encode())
    p12 = pkcs12.serialize_key_and_certificates(b"uji", kunci, sertifikat, [akar], enkripsi)
    return p12, akar.public_bytes(Encoding.PEM)


def _nama(teks: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, teks[:64])])


def _sertifikat(
    nama: x509.Name,
    kunci: ec.EllipticCurvePrivateKey,
    penerbit: x509.Name,
    kunci_penerbit: ec.EllipticCurvePrivateKey,
    *,
    pada: datetime,
    induk: bool,
) -> x509.Certificate:
    kegunaan = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=induk,
        crl_sign=induk,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(nama)
        .issuer_name(penerbit)
        .public_key(kunci.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(pada - timedelta(minutes=5))
        .not_valid_after(pada + BERLAKU)
        .add_extension(x509.BasicConstraints(ca=induk, path_length=None), critical=True)
        .add_extension(kegunaan, critical=True)
        .sign(kunci_penerbit, hashes.SHA256())
    )
