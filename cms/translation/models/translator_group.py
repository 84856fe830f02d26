from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _


class TranslatorGroup(models.Model):
    """Binds a group to one locale: what the group permits, it permits for rows of this locale only.

    Pages need no such binding: Wagtail's page permissions follow the tree, and each locale has a tree of its own.
    """

    group = models.OneToOneField(
        Group, on_delete=models.CASCADE, primary_key=True, related_name="translator_group", verbose_name=_("group")
    )
    locale = models.OneToOneField(
        "wagtailcore.Locale", on_delete=models.CASCADE, related_name="translator_group", verbose_name=_("locale")
    )

    class Meta:
        verbose_name = _("translators' group")
        verbose_name_plural = _("translators' groups")

    def __str__(self) -> str:
        return str(self.group)
