"""The four actielijnen of a programma, their begroting, activiteiten, Raad and samenhang."""
