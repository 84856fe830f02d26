"""All demo pictures by their keys."""

from collections.abc import Mapping

from .pattern_pictures import PATTERN_PICTURES
from .picture import DemoPicture
from .townscape_pictures import TOWNSCAPE_PICTURES

PICTURES: Mapping[str, DemoPicture] = {**TOWNSCAPE_PICTURES, **PATTERN_PICTURES}
