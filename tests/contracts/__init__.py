"""Contracts: what every strategy must fulfil, checked for each one there is.

What every scenario must is in `tests/scenarios`, what every screen must in `tests/play/test_every_screen.py`.
"""
