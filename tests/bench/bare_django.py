"""(b): the same bytes from a Django view that does nothing but fetch them with one query by primary key."""

from django.conf import settings

from cms.settings.environment import env

settings.configure(
    SECRET_KEY="bench",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    MIDDLEWARE=[],
    DATABASES={"default": {**env.db_url_config(env.str("DATABASE_URL")), "CONN_MAX_AGE": None}},
    USE_TZ=True,
    LOGGING_CONFIG=None,
)

from django.core.wsgi import get_wsgi_application  # noqa: E402  (settings come first)
from django.db import connection  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.urls import re_path  # noqa: E402


def view(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM bench_answers WHERE path = %s", [request.get_full_path()])
        (body,) = cursor.fetchone()
    return HttpResponse(body, content_type="application/json")


urlpatterns = [re_path("", view)]
application = get_wsgi_application()
