"""The hot code: whole-array updates of relations. `reference.py` is the definition and runs everywhere.

What calls them, and when, is in `attention.py` next door.
"""
