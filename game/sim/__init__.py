"""What happens: people, runners, platforms, inbox, setbacks, needs, insight; the run. Imports nothing of ours.

Who decides lives in `game/strategies`, what scenario files mean in `game/authoring`.

In the order of reading: `clock` and `draws`; `scenario`, `market`, `place`, `runner`, `deck` and `parameter`;
`people` and `relations`; `world`, `agenda` and `engine`; `sitting`, `meeting`, `posting`, `presence`; `publishing`,
`views`, `attention`, `kernels`, `booking`; `inbox`, `receiving`, `replying`; `discovery`, `trade`, `platform`;
`hazard`, `setback`, `response`, `card`, `act`; `energy`, `practice`, `insight`; `season`, `planning`, `orders`,
`plan`; `cause`, `measure`, `ledger`; `view`, `seen`, `stories`; `quiet_year`, `outcome`, `run`, `runfile`;
`rehearsal`.
"""
