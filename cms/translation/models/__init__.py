from .basis import TranslationBasis
from .translator_group import TranslatorGroup

__all__ = ["TranslationBasis", "TranslatorGroup"]
