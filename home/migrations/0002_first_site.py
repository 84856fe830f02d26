"""The site that a fresh database has: an empty home page in the default language, and every content language."""

from typing import Any

from django.conf import settings
from django.db import migrations
from django.utils import timezone

SITE_NAME = "Trilog"


def create_first_site(apps: Any, schema_editor: Any) -> None:
    """Put a home page in the place of Wagtail's welcome page, unless somebody has built a site already."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Locale = apps.get_model("wagtailcore", "Locale")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    HomePage = apps.get_model("home", "HomePage")

    for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        Locale.objects.get_or_create(language_code=code)

    welcome = Page.objects.filter(depth=2, numchild=0, content_type__app_label="wagtailcore", slug="home").first()
    if welcome is None or HomePage.objects.exists():
        return
    content_type, _created = ContentType.objects.get_or_create(app_label="home", model="homepage")
    home = HomePage(
        title=SITE_NAME,
        draft_title=SITE_NAME,
        slug="home",
        url_path="/home/",
        content_type=content_type,
        locale=Locale.objects.get(language_code=settings.LANGUAGE_CODE),
        path=welcome.path,
        depth=welcome.depth,
        numchild=0,
        live=True,
        first_published_at=timezone.now(),
        last_published_at=timezone.now(),
    )
    # The welcome page's row is taken over: deleting it would take the site along.
    home.page_ptr_id = welcome.pk
    home.translation_key = welcome.translation_key
    home.save()
    Site.objects.filter(root_page=welcome).update(site_name=SITE_NAME)


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("home", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(create_first_site, migrations.RunPython.noop)]
