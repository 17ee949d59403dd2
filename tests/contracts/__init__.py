"""Contracts: what every strategy, card, screen and exporter must fulfil, checked for each one there is."""
