"""The verbs of a decentralisatie-uitkering: aanmelden, voorstellen, akkoord, overboeken, opnemen, betalen.

The fund pays a DU. The portal follows it, takes the money from the begroting, and asks nothing in return.
"""
