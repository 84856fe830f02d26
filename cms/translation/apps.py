from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    """Makes wagtail-localize safe and answers the publishing core about states."""

    name = "cms.translation"
    label = "translation"
    verbose_name = _("Translation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.core import checks

        from cms.publishing import states
        from cms.publishing.ticks import ticks

        from . import localize, permissions, signals
        from .following.watching import watch
        from .gaps import gaps_of
        from .jobs.checks import jobs_wait_for_the_worker
        from .jobs.tasks import TICKS
        from .releases import schedule
        from .states import state_of
        from .work import conf, listening, moderation_mails
        from .work.tasks import TICKS as MAIL_TICKS

        localize.make_safe()
        permissions.register_policies()
        signals.connect()
        schedule.connect()
        watch()
        states.register(state_of, gaps_of)
        conf.load()
        listening.connect()
        moderation_mails.replace_mails()
        for tick in (*TICKS, *MAIL_TICKS):
            ticks.register(tick)
        checks.register(jobs_wait_for_the_worker)
