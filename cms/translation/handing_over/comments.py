"""Threads about a place in the text follow the text."""

from __future__ import annotations

from collections.abc import Mapping

from cms.translation.carrying.matching import moved
from cms.translation.carrying.units import Unit
from cms.translation.models import Comment

from .stored import Keys


def move_comments(old: Mapping[Unit, Keys], new: Mapping[Unit, Keys]) -> None:
    """Takes the comments of places that are gone to where their text stands now. Two queries at most."""
    still = {keys.context_id for keys in new.values()}
    pairs = moved([unit for unit in old if unit not in new], [unit for unit in new if unit not in old])
    places: dict[int, int] = {}
    for after, before in pairs.items():
        if old[before].context_id not in still:
            places.setdefault(old[before].context_id, new[after].context_id)
    if not places:
        return
    comments = list(Comment.objects.filter(context_id__in=places))
    for comment in comments:
        comment.context_id = places[comment.context_id or 0]
    if comments:
        Comment.objects.bulk_update(comments, ["context"])
