"""Model fields of our own."""

from cms.core.fields.choice_list import ChoiceListField
from cms.core.fields.edtf import EDTFField
from cms.core.fields.localized_text import LocalizedTextField, content_languages, text_in

__all__ = ["ChoiceListField", "EDTFField", "LocalizedTextField", "content_languages", "text_in"]
