"""All comments about a target; here they are also written, answered and closed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail_localize.models import TranslationContext

from cms.translation.errors import TranslationError
from cms.translation.models import Comment
from cms.translation.operations.comment import ResolveThread, WriteComment
from cms.translation.work.allowed import may_talk
from cms.translation.work.threads import threads_of

from .target_view import TargetView


class CommentsView(TargetView):
    """Takes the posts of all forms for comments, and leads back to where they stood."""

    template_name = "translation/work/comments.html"
    page_title = gettext_lazy("Comments")
    header_icon = "comment"

    def is_allowed(self) -> bool:
        return may_talk(self.request.user, self.target, self.rows)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        thread = self._named(Comment.objects.filter(target=self.target), "thread")
        if request.POST.get("action") == "resolve":
            if thread is None:
                return self._back_to(None)
            ResolveThread(comment=thread, user=request.user).execute()
            messages.success(request, _("The thread was closed."))
            return self._back_to(thread)
        context = self._named(TranslationContext.objects.filter(object_id=self.target.translation_key), "context")
        try:
            comment = WriteComment(
                target=self.target,
                text=request.POST.get("text", ""),
                context=context,
                thread=thread,
                user=request.user,
            ).execute()
        except TranslationError as error:
            messages.error(request, str(error))
            return self._back_to(thread)
        messages.success(request, _("Your comment was added. Those who take part are told."))
        return self._back_to(comment)

    def _named(self, among: Any, name: str) -> Any | None:
        """What a hidden field of the form names; a 404 for what belongs to another work."""
        value = self.request.POST.get(name, "")
        return get_object_or_404(among, pk=value) if value.isdecimal() else None

    def _back_to(self, comment: Comment | None) -> HttpResponse:
        address = self.next or reverse("translation_comments", args=[self.target.pk])
        if comment is not None and "#" not in address:
            address += f"#thread-{comment.thread_id or comment.pk}"
        return redirect(address)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            target=self.target,
            address=self.address,
            threads=threads_of(self.target),
            **kwargs,
        )
