"""Wagtail and wagtail-localize."""

WAGTAIL_SITE_NAME = "Trilog"
WAGTAILADMIN_BASE_URL = ""
WAGTAIL_ALLOW_UNICODE_SLUGS = True
# Publishing past a workflow leaves it running: it is never cancelled without anybody saying so.
WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = False
# Nothing about editors or the installation is sent to third parties.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None

WAGTAILIMAGES_IMAGE_MODEL = "core.Image"
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.core.file_forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp", "svg"]
WAGTAILDOCS_DOCUMENT_MODEL = "core.Document"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cms.core.file_forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = [
    "csv", "docx", "ics", "odt", "pdf", "pptx", "rtf", "txt", "xlsx", "zip",
]  # fmt: skip

# The admin's own search; readers search editions.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "cms.core.admin_search", "SEARCH_CONFIG": "simple"}}

# A translation is never made public by submitting it, and deleting a target keeps its strings.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True
# What wagtail-localize does in the background is done by our worker.
WAGTAILLOCALIZE_JOBS = {"BACKEND": "cms.translation.jobs.localize_backend.KeptBackend"}
# Whether translation jobs are done at once, by whoever orders them. For single tests; refused at the start.
TRANSLATION_JOBS_IMMEDIATE = False
