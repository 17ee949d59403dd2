"""Tests of the scenarios that are shipped; how files are read is tested in `tests/authoring`."""
