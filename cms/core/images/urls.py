"""The addresses of pictures; see `PicturesMiddleware`."""

from django.urls import path

from .addresses import ROOT
from .views import serve_image

urlpatterns = [path(f"{ROOT[1:]}/<int:image_id>/<str:token>/<str:name>", serve_image, name="image")]
