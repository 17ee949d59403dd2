"""Tests of `game/study`."""
