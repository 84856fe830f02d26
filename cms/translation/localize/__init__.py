"""wagtail-localize, made safe: what its own code does is replaced where it would publish what nobody approved.

Every replacement is one function of this package, put in place by `make_safe` and tested by name in
`tests/translation/`. All ways through wagtail-localize (submitting, synchronising, its editor, PO files) end in them.
"""

from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import TranslationCreator
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

from cms.translation.exchange.po_export import export_po

from . import privacy, publishing, saving, segments, submitted_text, submitting


def make_safe() -> None:
    """Puts the replacements in place; called once, when Django starts."""
    from cms.translation.exchange.replaced import import_po

    TranslationCreator.create_translations = submitting.create_translations
    TranslationSource.get_or_create_from_instance = classmethod(submitted_text.get_or_create_from_instance)
    TranslationSource.update_or_create_from_instance = classmethod(submitted_text.update_or_create_from_instance)
    TranslationSource.update_from_db = submitted_text.update_from_db
    TranslationSource.refresh_segments = submitted_text.refresh_segments
    TranslationSource.create_or_update_translation = saving.create_or_update_translation
    Translation.export_po = export_po
    Translation.import_po = import_po
    TranslationSource.sync_view_restrictions = privacy.sync_view_restrictions
    StreamFieldSegmentExtractor.handle_block = segments.handle_block
    StreamFieldSegmentExtractor.handle_stream_block = segments.handle_stream_block
    StreamFieldSegmentExtractor.handle_list_block = segments.handle_list_block
    PublishRevisionAction.execute = publishing.execute
