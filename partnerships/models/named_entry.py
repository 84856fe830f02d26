"""What all entries of the library share: an address made from the name, and a column to find them by any name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from anyascii import anyascii
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from cms.core.models.library_entry import LibraryEntry
from cms.core.works import source_of
from cms.publishing.folding import fold
from cms.publishing.projection import publication

# How these letters are written out in addresses (DIN 5007-2); anyascii would drop the dots.
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


def ascii_slug(name: str, max_length: int = 120) -> str:
    """The name as an address: "Нижний Новгород" becomes "nizhniy-novgorod", "Düren" "dueren"."""
    return slugify(anyascii(name.translate(_WRITTEN_OUT)))[:max_length].strip("-")


class NamedEntry(LibraryEntry):
    """An entry of the partnership library."""

    find_text = models.TextField(
        editable=False,
        default="",
        help_text=_("Every name of the work in every language, folded; the admin's lists and choosers search it."),
    )

    search_fields: ClassVar[list[Any]] = [
        index.SearchField("find_text"),
        index.AutocompleteField("find_text"),
        index.FilterField("locale_id"),
        index.FilterField("live"),
    ]

    class Meta(LibraryEntry.Meta):
        abstract = True
        constraints = (
            models.UniqueConstraint(
                fields=["locale", "slug"], condition=~models.Q(slug=""), name="%(app_label)s_%(class)s_address"
            ),
        )

    def __str__(self) -> str:
        """What editors call it; a draft that was stored before anybody named it needs words, too."""
        return self.display_name() or gettext("(no name yet)")

    def display_name(self) -> str:
        """The name in the row's own language; empty as long as there is none."""
        raise NotImplementedError

    def own_names(self) -> Iterable[str]:
        """Names of this row by which editors look for the work: in its own language, and those that are facts."""
        raise NotImplementedError

    def slug_text(self) -> str:
        """What the address is made from."""
        return next(iter(self.own_names()), "")

    @property
    def approved_schedule(self) -> bool:
        """Whether it goes live at a set time; lists prefetch that as ``scheduled_revisions``."""
        prefetched = self.__dict__.get("scheduled_revisions")
        return self.scheduled_revision is not None if prefetched is None else bool(prefetched)

    def clean(self) -> None:
        super().clean()
        self.slug = ascii_slug(self.slug) if self.slug else ""
        if self.slug and self._other_works().filter(slug=self.slug).exists():
            raise ValidationError(
                {"slug": _("“%(slug)s” is the address of another entry. Choose another one.") % {"slug": self.slug}}
            )

    def derive(self) -> None:
        """Fill the columns that follow from others, before the row is stored.

        The address is made when the entry is first published: before that its name may be half typed.
        """
        if self.live and not self.slug:
            self.slug = self._free_slug()

    def save_base(self, *args: Any, **kwargs: Any) -> None:
        """Every way of saving ends here; fixtures (``raw``) and partial saves store what they are given."""
        whole = not kwargs.get("raw") and kwargs.get("update_fields") is None
        if whole:
            self.derive()
        super().save_base(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        with publication():
            super().save(*args, **kwargs)
            if kwargs.get("update_fields") is None:
                self.refresh_find_text()

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Delete this row; the work's other rows are no longer found by its names."""
        with publication():
            deleted = super().delete(*args, **kwargs)
            self.refresh_find_text()
        return deleted

    def refresh_find_text(self) -> None:
        """Store the names of all rows of the work in each of them. Nothing a reader sees depends on it."""
        rows = list(self.siblings(inclusive=True))
        found = self.fold_names([name for row in rows for name in row.own_names()])
        changed = [row for row in rows if row.find_text != found]
        self.siblings(inclusive=True).exclude(find_text=found).update(find_text=found)
        self.find_text = found
        for row in changed:
            # Wagtail's index knows what was saved, which is what the row was found by before.
            row.find_text = found
            index.insert_or_update_object(row)

    @staticmethod
    def fold_names(names: Iterable[str]) -> str:
        """Names as ``find_text`` holds them: each once, folded, in its own script and in ASCII."""
        folded: dict[str, None] = {}
        for name in names:
            if name:
                folded[fold(name)] = None
                folded[fold(anyascii(name))] = None
        return "\n".join(folded)

    def siblings(self, *, inclusive: bool = False) -> models.QuerySet[Any]:
        """The other rows of the work, in other locales."""
        rows = type(self)._default_manager.filter(translation_key=self.translation_key)
        return rows if inclusive else rows.exclude(pk=self.pk)

    def _other_works(self) -> models.QuerySet[Any]:
        return type(self)._default_manager.exclude(translation_key=self.translation_key)

    def _free_slug(self) -> str:
        """The source's address, or one made from the name that no other work has."""
        source = source_of(self)
        if source.pk != self.pk and source.slug:
            return source.slug
        wanted = ascii_slug(self.slug_text(), 110) or self._meta.model_name or ""
        taken = set(self._other_works().filter(slug__startswith=wanted).values_list("slug", flat=True))
        free, number = wanted, 1
        while free in taken:
            number += 1
            free = f"{wanted}-{number}"
        return free


def find(queryset: models.QuerySet[Any], text: str) -> models.QuerySet[Any]:
    """Rows whose work has all the words of ``text`` in one of its names, in any language and either script."""
    for word in fold(text).split():
        either = models.Q(find_text__contains=word) | models.Q(find_text__contains=fold(anyascii(word)) or word)
        queryset = queryset.filter(either)
    return queryset
