"""The account people sign in with."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A person who works in the newsroom.

    Adds nothing to Django's user yet. It is a model of our own because a user model cannot be exchanged once the
    first migration has run.
    """
