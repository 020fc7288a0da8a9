"""The trail under the audit lines: every row written, by whatever way, with who did it and from where.

A trigger of the database writes it, so bulk writes and SQL are in it too; the seals over it show tampering.
"""
