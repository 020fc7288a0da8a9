"""The face: components, fields, charts, the map, the theme and the vendored files."""
