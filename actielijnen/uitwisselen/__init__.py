"""Mutaties, verplichtingen and betalingen from a file: read, judged row by row, and booked only when confirmed.

Each row goes through the same verb as the screens. Judging does so in a transaction that is taken back.
"""
