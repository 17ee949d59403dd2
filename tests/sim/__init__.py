"""Tests of the simulation, a file for each of its modules."""
