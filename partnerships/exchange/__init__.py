"""Import and export of the library as CSV and XLSX: facts and names of the sources, one row a work."""
