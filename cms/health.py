"""Whether this process can do its work, for load balancers and monitors."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from search.searching import asked_now


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """``ok`` when the database answers; otherwise the database's error makes it a 500.

    With ``?search`` a second line tells who answers searches. The site is well without its search server.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    told = f"ok\nsearch: {_search()}\n" if "search" in request.GET else "ok\n"
    return HttpResponse(told, content_type="text/plain")


def _search() -> str:
    state = asked_now()
    if state is None:
        return "database"
    return "degraded" if state.reason else "server"
