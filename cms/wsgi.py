"""The WSGI entry point: production settings unless DJANGO_SETTINGS_MODULE says otherwise."""

import os

from django.core.wsgi import get_wsgi_application

from cms.front_door.opening import with_front_door

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")

application = with_front_door(get_wsgi_application())
