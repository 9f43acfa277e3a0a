"""Keeps readers' addresses secret: sealed where they must be read again, and hashed with a key
where it is enough to know one again. All keys come from the paper's secret by HKDF (RFC 5869),
one for each purpose, so that no value of one purpose says anything about another."""

from __future__ import annotations

import base64
import hashlib
import hmac
from functools import lru_cache
from ipaddress import IPv6Address, ip_address

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


class SealError(Exception):
    """A sealed address was sealed with another secret: put the paper's own secret_key back, or
    add the old one to SECRET_KEY_FALLBACKS."""


@lru_cache(maxsize=32)
def _key(secret: str, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(secret.encode())


def _boxes() -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    keys = [_key(secret, b"broadsheet: readers' e-mail") for secret in secrets]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in keys])


def seal(email: str) -> bytes:
    """The address, so that only this paper can read it."""
    return _boxes().encrypt(email.encode())


def unseal(sealed: bytes | memoryview) -> str:
    """The address again, for writing to the reader; never for a page.

    Raises:
        SealError: the paper's secret has been changed.
    """
    try:
        return _boxes().decrypt(bytes(sealed)).decode()
    except InvalidToken as error:
        raise SealError(SealError.__doc__) from error


def _keyed(purpose: bytes, text: str) -> str:
    key = _key(settings.SECRET_KEY, purpose)
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def mark_of_email(email: str) -> str:
    """By which the same address is known again, however its letters are cased."""
    return _keyed(b"broadsheet: mark of an e-mail address", email.strip().casefold())


def mark_of_network_address(address: str) -> str:
    """By which the same network address is known again. IPv6: the /64 it is in, which is one
    household's, as one address is with IPv4."""
    try:
        found = ip_address(address)
    except ValueError:
        return _keyed(b"broadsheet: mark of a network address", address)
    if isinstance(found, IPv6Address):
        mapped = found.ipv4_mapped
        short = str(mapped) if mapped else (found.packed[:8]).hex()
        return _keyed(b"broadsheet: mark of a network address", short)
    return _keyed(b"broadsheet: mark of a network address", str(found))
