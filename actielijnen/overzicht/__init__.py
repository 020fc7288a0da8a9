"""The begroting as a budget holder reads it: per post, year, column of artikel 13, month and version."""
