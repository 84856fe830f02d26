from .attempt import Attempt, Reason
from .delivery import Delivery
from .endpoint import WebhookEndpoint

__all__ = ["Attempt", "Delivery", "Reason", "WebhookEndpoint"]
