"""Yardsticks: the audience part of the model written again, plainly, in Mesa and in SimPy with a process a person.

`scene.py` says what is to be simulated, `audience.py` holds the rules that both share, `mesa_audience.py` and
`simpy_audience.py` what is peculiar to each; `bare_loop.py` calls the engine's kernels and nothing else. What they take
is compared by `python -m tests.benchmarks`.
"""
