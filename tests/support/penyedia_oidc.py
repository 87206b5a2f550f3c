"""A provider of OpenID Connect on this machine: discovery, authorize, token, jwks, userinfo."""

import json
import secrets
import threading
import time
from contextlib import contextmanager
from hashlib import sha256
from urllib.parse import parse_qs, urlencode
from wsgiref.simple_server import WSGIRequestHandler, make_server

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from fido2.utils import websafe_encode

KLIEN, RAHASIA = "kerja-sama", "rahasia-klien-yang-panjang"


class Penyedia:
    """Signs in whoever `orang` is, without asking; `batal` is somebody who changes their mind."""

    def __init__(self):
        self.alamat = ""
        self.orang = {"sub": "1980", "email": "sri@contoh.example", "email_verified": True}
        self.batal = False
        self.kunci = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self._minta: dict[str, dict] = {}
        self._token: set[str] = set()

    def __call__(self, environ, start_response):
        jalur = environ["PATH_INFO"]
        isi = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)).decode()
        kueri = parse_qs(isi or environ["QUERY_STRING"])
        satu = {kunci: nilai[0] for kunci, nilai in kueri.items()}
        status, tajuk, badan = self._jawab(jalur, satu, environ)
        tajuk = [("Content-Type", "application/json"), *tajuk]
        start_response(status, tajuk)
        return [json.dumps(badan).encode()]

    def _jawab(self, jalur, minta, environ):
        if jalur == "/.well-known/openid-configuration":
            return "200 OK", [], self._penemuan()
        if jalur == "/authorize":
            return self._izin(minta)
        if jalur == "/token":
            return self._beri_token(minta)
        if jalur == "/userinfo":
            kenal = environ.get("HTTP_AUTHORIZATION", "").removeprefix("Bearer ") in self._token
            return ("200 OK", [], self.orang) if kenal else ("401 Unauthorized", [], {})
        if jalur == "/jwks":
            kunci = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.kunci.public_key()))
            return "200 OK", [], {"keys": [kunci | {"kid": "satu", "alg": "RS256", "use": "sig"}]}
        return "404 Not Found", [], {}

    def _penemuan(self):
        titik = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
        return {
            "issuer": self.alamat,
            "jwks_uri": f"{self.alamat}/jwks",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            **{f"{nama}_endpoint": f"{self.alamat}/{jalur}" for nama, jalur in titik.items()},
        }

    def _izin(self, minta):
        kode = secrets.token_hex(8)
        self._minta[kode] = minta
        jawab = {"error": "access_denied"} if self.batal else {"code": kode}
        kembali = f"{minta['redirect_uri']}?{urlencode(jawab | {'state': minta['state']})}"
        return "302 Found", [("Location", kembali)], {}

    def _beri_token(self, minta):
        izin = self._minta.pop(minta.get("code"), None)
        bukti = websafe_encode(sha256(minta.get("code_verifier", "").encode()).digest())
        if (
            not izin
            or bukti != izin["code_challenge"]
            or (minta["client_id"], minta["client_secret"]) != (KLIEN, RAHASIA)
        ):
            return "400 Bad Request", [], {"error": "invalid_grant"}
        token = secrets.token_hex(8)
        self._token.add(token)
        waktu = int(time.time())
        isi = self.orang | {"iss": self.alamat, "aud": KLIEN, "iat": waktu, "exp": waktu + 60}
        tanda = jwt.encode(isi, self.kunci, algorithm="RS256", headers={"kid": "satu"})
        return "200 OK", [], {"access_token": token, "id_token": tanda, "token_type": "Bearer"}


class _Diam(WSGIRequestHandler):
    def log_message(self, *args):
        return


@contextmanager
def penyedia():
    """Runs one on a free port while it is open."""
    satu = Penyedia()
    with make_server("127.0.0.1", 0, satu, handler_class=_Diam) as server:
        satu.alamat = f"http://127.0.0.1:{server.server_port}"
        utas = threading.Thread(target=server.serve_forever, args=(0.02,))
        utas.start()
        try:
            yield satu
        finally:
            server.shutdown()
            utas.join()
