"""The addresses of pictures, below `/images/`."""

from django.urls import path

from .views import serve_image

urlpatterns = [path("<int:image_id>/<str:token>/<str:name>", serve_image, name="image")]
