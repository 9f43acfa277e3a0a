"""Django's settings, worked out from the owner's folder. Nothing is decided here that an owner
might want to: that stands in config.py.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from csp.constants import NONCE, NONE, SELF

from broadsheet import config as _config

CONFIG = _config.load(_config.find_folder(None))
HERE = Path(__file__).resolve().parent
DATA = CONFIG.data


def _secret() -> str:
    if CONFIG.secret_key:
        if len(CONFIG.secret_key) < 50:
            raise _config.ConfigError(
                "secret_key", CONFIG.origins["secret_key"], "must have at least 50 characters."
            )
        return CONFIG.secret_key
    path = DATA / "secret"
    if not path.exists():
        _make_secret(path)
    return path.read_text(encoding="utf-8").strip()


def _make_secret(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Written aside and linked into place whole: of two processes that start at once, one wins
    # and neither ever reads half a secret. mkstemp makes it readable by the owner only.
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix="secret-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(secrets.token_urlsafe(64))
        with contextlib.suppress(FileExistsError):
            os.link(aside, path)
    finally:
        os.unlink(aside)


def _sqlite(path: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(CONFIG.folder / path),
        "OPTIONS": {
            # A writer that first reads would otherwise fail instead of waiting (SQLITE_BUSY).
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            " PRAGMA foreign_keys=ON; PRAGMA cache_size=-32768; PRAGMA mmap_size=268435456;",
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 300,
        "CONN_HEALTH_CHECKS": True,
    }


def _database() -> dict[str, Any]:
    address = CONFIG.database_url
    scheme = urlsplit(address).scheme
    if scheme == "sqlite":
        path = address.removeprefix("sqlite:///")
        if path and path != address:
            return _sqlite(path)
    if scheme in {"postgres", "postgresql"} and urlsplit(address).path.strip("/"):
        return _postgresql(address)
    raise _config.ConfigError(
        "database_url",
        CONFIG.origins["database_url"],
        "must be sqlite:///PATH or postgresql://USER:PASSWORD@HOST:PORT/NAME.",
    )


SECRET_KEY = _secret()
DEBUG = CONFIG.debug
PUBLIC_HOST = urlsplit(CONFIG.public_url).hostname
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *CONFIG.allowed_hosts]
if PUBLIC_HOST:
    ALLOWED_HOSTS.append(PUBLIC_HOST)

INSTALLED_APPS = [
    "broadsheet.newsroom",
    "broadsheet.demo",
    "broadsheet.press",
    "broadsheet.replies",
    "broadsheet.paper",
    "broadsheet.paper.tree",
    "broadsheet.wire",
    "broadsheet.topics",
    "broadsheet.pictures",
    "broadsheet.staff",
    "wagtail.contrib.redirects",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks_db",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "broadsheet.newsroom.tongue.NewsroomLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "broadsheet.newsroom.acting.NameWhoActs",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "broadsheet.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # The owner's file beats the theme's, file by file.
        "DIRS": [CONFIG.folder / "templates", HERE / "theme" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
        },
    }
]

DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Where Wagtail remembers cuts of pictures. Each process would remember its own, and print the
    # address of one that another process took away.
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "broadsheet_staff.User"
WAGTAIL_PAGE_MODEL = "broadsheet_paper_tree.PaperPage"
WAGTAILIMAGES_IMAGE_MODEL = "broadsheet_pictures.Picture"

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True
LOCALE_PATHS = [HERE / "newsroom" / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [
    path for path in (CONFIG.folder / "static", HERE / "theme" / "static") if path.is_dir()
]
# Files are served from where they lie: an owner's change needs no collecting step.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA / "media"
SHEETS_ROOT = DATA / "sheets"

AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
SESSION_COOKIE_NAME = "newsroom"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = CONFIG.https_only
SECURE_SSL_REDIRECT = CONFIG.https_only
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "SAMEORIGIN"
if CONFIG.public_url.startswith("https://"):
    CSRF_TRUSTED_ORIGINS = [CONFIG.public_url.rstrip("/")]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        # Wagtail's editor sets style attributes while one writes.
        "style-src": [SELF, "'unsafe-inline'"],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = (CONFIG.copy_most_megabytes + 1) * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

WAGTAIL_SITE_NAME = "Broadsheet"
WAGTAILADMIN_BASE_URL = CONFIG.public_url or f"http://{CONFIG.host}:{CONFIG.port}"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_USER_LOGIN_FORM = "broadsheet.staff.patience.PatientLoginForm"
WAGTAIL_PASSWORD_RESET_ENABLED = bool(CONFIG.mail_url)
WAGTAIL_WORKFLOW_ENABLED = False
WAGTAIL_APPEND_SLASH = True
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAILIMAGES_IMAGE_FORM_BASE = "broadsheet.newsroom.picture_form.PictureForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = CONFIG.picture_most_megabytes * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = CONFIG.picture_most_megapixels * 1_000_000
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpeg", "jpg", "png", "webp"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}


def _mail() -> dict[str, Any]:
    parts = urlsplit(CONFIG.mail_url)
    if not CONFIG.mail_url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise _config.ConfigError(
            "mail_url",
            CONFIG.origins["mail_url"],
            "must be smtp://USER:PASSWORD@HOST:PORT or smtps://...",
        )
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and parts.hostname not in {"localhost"},
        "EMAIL_TIMEOUT": 20,
        "DEFAULT_FROM_EMAIL": CONFIG.mail_from or f"newsroom@{PUBLIC_HOST or 'localhost'}",
    }


globals().update(_mail())

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    # An address that does not exist is the reader's affair, not the log's.
    "loggers": {"django.request": {"level": "ERROR"}},
    "root": {"handlers": ["stderr"], "level": CONFIG.log_level.upper()},
}
