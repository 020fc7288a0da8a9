"""The verbs of regelingen: opening a version for applications, and registering what another ministry allots."""
