"""The Voorbeeldprogramma 2026–2028: invented, complete, and made through the same verbs as anything real.

One module per noun. Each fills its own noun once and leaves it alone when it is there, so that a demo of an earlier
version gets what came later. Money and status come from the verbs only, at the moment at which they would happen.
"""
