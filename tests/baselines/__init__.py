"""Committed outcomes of short runs: whoever changes one says so, and raises the model number.

`python -m tests.baselines` says which differ, `python -m tests.baselines --update` writes them anew.
"""
