"""Tests of scenario files: how they are read, and how mistakes are told."""
