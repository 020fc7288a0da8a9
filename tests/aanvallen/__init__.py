"""Hostile requests: each is refused or neutralised, nothing changes, and the answer gives nothing away.

What was refused stands in the security log; what was decided, in the audit trail, and nothing else does. Forged
answers of a provider are in tests/agenda/oidc/test_vervalsingen.py, files made to harm in tests/agenda/bestanden too.
"""
