"""Settings of people: passwords, second factor, single sign-on, and how long an account lives."""

from config.env import read

AUTH_USER_MODEL = "inti.Pengguna"
AUTHENTICATION_BACKENDS = ["inti.backends.masuk.MasukBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "inti.sandi_umum.SandiUmumValidator"},
    {"NAME": "inti.sandi.BSSNValidator"},  # asks for something only in that mode
]
SANDI_MODE = read("SANDI_MODE")
SANDI_UMUR_HARI = read("SANDI_UMUR_HARI")
SANDI_RIWAYAT = read("SANDI_RIWAYAT")
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "inti.akun.AkunAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Pengawasan Kerja Sama] "
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # that mail would invite to sign up, which nobody can
ACCOUNT_FORMS = {
    "login": "inti.forms.akun.MasukForm",
    "change_password": "inti.forms.akun.GantiSandiForm",
    "set_password": "inti.forms.akun.BuatSandiForm",
    "reset_password": "inti.forms.akun.LupaSandiForm",
    "reset_password_from_key": "inti.forms.akun.SandiDariTautanForm",
    "reauthenticate": "inti.forms.akun.UlangSandiForm",
}
# In words in docs/keamanan.md: a window that opens again by itself, never a lock.
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "20/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/m/key",
    "reset_password_from_key": "20/m/ip",
    "reauthenticate": "10/m/user",
}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
FAKTOR_KEDUA = read("FAKTOR_KEDUA")
MFA_ADAPTER = "inti.akun.FaktorKeduaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# An address is proven by the link of the invitation or of the change (inti.services.surel_akun),
# not by the library's own list, in which signing in by e-mail enters it as unproven.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RATE_LIMITS = {"webauthn_login": "30/m/ip"}  # a whole office may come from one address
MFA_TOTP_TOLERANCE = 1  # half a minute off is no reason to keep somebody out
MFA_FORMS = {
    "authenticate": "inti.forms.akun.KodeForm",
    "reauthenticate": "inti.forms.akun.UlangKodeForm",
    "activate_totp": "inti.forms.akun.PasangFaktorForm",
    "add_webauthn": "inti.forms.kunci_sandi.PasangKunciForm",
    "edit_webauthn": "inti.forms.kunci_sandi.UbahKunciForm",
    "login_webauthn": "inti.forms.kunci_sandi.MasukKunciForm",
    "reauthenticate_webauthn": "inti.forms.kunci_sandi.UlangKunciForm",
}
# One provider of single sign-on, or none.
OIDC_ALAMAT = read("OIDC_ALAMAT").rstrip("/")
OIDC_NAMA = read("OIDC_NAMA")
OIDC_FAKTOR_KEDUA = read("OIDC_FAKTOR_KEDUA")
SOCIALACCOUNT_ADAPTER = "inti.sso.SSOAdapter"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "daerah",
                "name": OIDC_NAMA,
                "client_id": read("OIDC_KLIEN"),
                "secret": read("OIDC_RAHASIA"),
                "settings": {"server_url": OIDC_ALAMAT},
            }
        ]
        if OIDC_ALAMAT
        else [],
    }
}
RETENSI_AKUN_HARI = read("RETENSI_AKUN_HARI")
DIAM_MENIT = read("DIAM_MENIT")
DIAM_PEMUTUS_MENIT = read("DIAM_PEMUTUS_MENIT")
AKUN_DIAM_HARI = read("AKUN_DIAM_HARI")
