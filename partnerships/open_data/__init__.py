"""Partnerships as open data: for maps as GeoJSON, for tables as CSV."""

from .geojson import FeatureCollection, feature_collection
from .properties import PartnershipProperties, side_points
from .spreadsheet import PartnershipTable, spreadsheet

__all__ = [
    "FeatureCollection",
    "PartnershipProperties",
    "PartnershipTable",
    "feature_collection",
    "side_points",
    "spreadsheet",
]
