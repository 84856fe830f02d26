"""Pictures and files."""

from __future__ import annotations

import io

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from wagtail.models import Collection

from cms.core.models import Document, Image
from cms.demo.documents import DOCUMENTS
from cms.demo.loading.found import Found
from cms.demo.pictures.catalogue import PICTURES
from cms.demo.pictures.picture import CREDIT, LICENCE

COLLECTION = "Demo"
"""The collection that holds pictures and files of the demo content; they are recognised by it and by their title."""


def load_assets(found: Found) -> None:
    """Draw the pictures and write the files that are not there yet."""
    collection = Collection.objects.filter(name=COLLECTION).first()
    if collection is None:
        collection = Collection.get_first_root_node().add_child(name=COLLECTION)
    _load_images(found, collection)
    _load_documents(found, collection)


def _load_images(found: Found, collection: Collection) -> None:
    stored = {image.title: image for image in Image.objects.filter(collection=collection)}
    for key, picture in PICTURES.items():
        title = picture.title[found.source.language_code]
        image = stored.get(title)
        if image is None:
            content = picture.jpeg(key)
            image = Image(
                title=title,
                collection=collection,
                file=ImageFile(io.BytesIO(content), name=f"trilog-{key}.jpg"),
                file_size=len(content),
                credit=CREDIT,
                licence=LICENCE,
                alt=dict(picture.alt),
                caption=dict(picture.caption),
            )
            image.save()
            found.created.append(image)
        found.images[key] = image


def _load_documents(found: Found, collection: Collection) -> None:
    stored = {document.title: document for document in Document.objects.filter(collection=collection)}
    for key, written in DOCUMENTS.items():
        document = stored.get(written.title)
        if document is None:
            content = written.write()
            document = Document(
                title=written.title,
                collection=collection,
                file=ContentFile(content, name=written.filename),
                file_size=len(content),
            )
            document.save()
            found.created.append(document)
        found.documents[key] = document
