"""The strategies: how they steer, answer cards, are named and cast, and in what they differ.

That each of them keeps the contract is tested in `tests/contracts`.
"""
