"""The face of the portal: components with checked parameters, fields, charts, the map and the gallery."""
