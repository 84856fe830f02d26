"""What only solidarity letters have in their document."""

from cms.publishing.context import Context
from cms.publishing.types import Json

from ..models import Signatory, SolidarityLetterPage
from .signatories import signatories_document


def solidarity_letter_fields(obj: SolidarityLetterPage, context: Context) -> Json:
    """Return from whom to whom the letter goes, and who has signed it."""
    signed = context.asset(Signatory.asset_kind, obj.translation_key) or []
    return {
        "sender": obj.sender,
        "addressees": obj.addressees,
        "occasion": obj.occasion,
        "original_locale": obj.original_locale,
        "translation_credit": obj.translation_credit,
        "signatories": signatories_document(obj, signed, context),
    }
