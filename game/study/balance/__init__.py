"""Balance: is a scenario fair, is every option worth choosing sometimes, does anything go wrong, how long is it.

In the order of reading: `moment` (a moment at a card, each option tried under the same lucks), `played` (one run of
one strategy, and what is kept of it), `cards` (what runs say of cards), `weighing` (all runs, and what they say),
`findings` (what to look at), `shelf` (the same over several scenarios), `report` (as text and JSON), `page` (as a page
for the browser). Runs are spread by `game/study/workers.py`.
"""
