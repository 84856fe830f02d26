"""The pages that we add to the admin, with something to see on each."""

from __future__ import annotations

import json

from playwright.sync_api import Page

from tests.demo_site import DemoSite

PREPARE = """
import json
from django.urls import reverse
from wagtail.actions.unpublish_page import UnpublishPageAction
from articles.models import PressReleasePage
from cms.core.models import User
from cms.translation.admin.addresses import source_address, target_address
from cms.translation.jobs.options import JobOptions
from cms.translation.jobs.ordering import order
from cms.translation.jobs.selections import Everything
from cms.translation.models import FollowQuestion, Job, Target
from partnerships.models import Partnership
from wagtail_localize.models import StringSegment, Translation

admin = User.objects.get(username="admin")
draft = Target.objects.get(state="draft", locale__language_code="ru")
outdated = Target.objects.get(state="outdated", locale__language_code="ru")
begun = Translation.objects.get(source__object_id=draft.translation_key, target_locale=draft.locale)
segment = StringSegment.objects.filter(source=begun.source).order_by("order").first()
entry = Target.objects.filter(content_type__model="partnership", locale__language_code="ru").order_by("pk").first()
untouched = Target.objects.filter(state="none", locale__language_code="en", content_type__model="pressreleasepage")
unsubmitted = untouched.order_by("pk").first()
job = order(Job.Kind.UPDATE, Everything(), JobOptions(), admin)
source = PressReleasePage.objects.get(pk=outdated.source_pk)
UnpublishPageAction(source, user=admin).execute()
question = FollowQuestion.objects.get()
press = source.get_parent()
release = ["articles", "pressreleasepage", draft.source_pk]
print(json.dumps({
    "inbox on the home": reverse("wagtailadmin_home"),
    "inbox": reverse("translation_inbox"),
    "workbench of a page": target_address(draft),
    "workbench with a proposal": target_address(outdated),
    "workbench of an entry": target_address(entry),
    "history of a string": reverse("translation_string_history", args=[begun.pk, segment.context_id]),
    "matrix": reverse("translation_matrix"),
    "matrix, filtered": reverse("translation_matrix") + "?state=outdated&q=Bremen",
    "what has changed": reverse("translation_changes", args=[outdated.translation_key, "ru"]),
    "assigning": reverse("translation_assign", args=[draft.pk]),
    "comments": reverse("translation_comments", args=[draft.pk]),
    "submitting": reverse("wagtail_localize:submit_page_translation", args=[unsubmitted.source_pk]),
    "joint publication": reverse("translation_release", args=release),
    "joint publications": reverse("translation_releases"),
    "jobs": reverse("translation_jobs"),
    "a job": reverse("translation_job", args=[job.pk]),
    "ordering a job": reverse("translation_job_order") + f"?section={press.pk}",
    "questions about translations": reverse("translation_follow_list"),
    "a question about translations": reverse("translation_follow", args=[question.pk]),
    "policy": reverse("wagtailsettings:edit", args=["translation", "followpolicy"]),
    "list of pages": reverse("wagtailadmin_explore", args=[press.pk]),
    "list of entries": reverse("wagtailsnippets_partnerships_partnership:list"),
    "account": reverse("wagtailadmin_account"),
    "webhooks": reverse("webhooks:index"),
    "shared previews": reverse("previews_report"),
    "searches without results": reverse("search_empty"),
    "search indices": reverse("search_indices"),
    "followers": reverse("publishing_followers"),
}))
"""


def prepare(site: DemoSite) -> dict[str, str]:
    """Makes what the pages need, and returns their paths by name."""
    paths: dict[str, str] = json.loads(site.manage("shell", "--verbosity", "0", "-c", PREPARE).splitlines()[-1])
    return paths


def sign_in(page: Page, address: str, username: str) -> None:
    """As one of the demo's people."""
    from cms.demo.loading.people import PASSWORD

    page.goto(f"{address}/admin/login/")
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
