"""The open data of the site, described for data portals (DCAT-AP)."""
