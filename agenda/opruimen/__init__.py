"""Removing what need not be kept any longer: technical leftovers at once, the rest by two persons.

`soorten.py` lists what can expire, `vernietigen.py` holds the verbs of a vernietigingslijst, `uitvoeren.py` destroys
what a second person confirmed, and `technisch.py` clears what holds no decision of anybody.
"""
