"""Secrets and signatures, as Standard Webhooks has them (https://www.standardwebhooks.com)."""

import base64
import secrets
from collections.abc import Sequence
from datetime import datetime

from django.views.decorators.debug import sensitive_variables
from standardwebhooks.webhooks import Webhook

PREFIX = "whsec_"
SECRET_BYTES = 32


def generate_secret() -> str:
    """A new secret in the form that receivers' libraries take."""
    return PREFIX + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


@sensitive_variables("signing_secrets", "secret")
def signed_headers(message_id: str, at: datetime, body: str, signing_secrets: Sequence[str]) -> dict[str, str]:
    """The headers by which a receiver knows the message, its time and us: one signature for every secret."""
    signatures = [Webhook(secret).sign(message_id, at, body) for secret in signing_secrets]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
