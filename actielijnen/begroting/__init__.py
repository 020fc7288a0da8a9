"""The verbs of the begroting: muteren, herschikken, reserveren, aangaan, bijstellen, betalen, a year closed.

Every verb locks the line it spends from first, looks at the ceiling, books, and writes the audit line, in one
transaction. Screens, imports, scenarios and examples all book through these.
"""
