"""The face of the portal: components with checked parameters, form fields, charts, the map and the gallery."""
