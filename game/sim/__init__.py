"""What happens: people, runners, platforms, inbox, setbacks, needs, insight; the run. Imports nothing of ours.

Who decides lives in `game/strategies`, what scenario files mean in `game/authoring`.

In the order of reading:

- the ground: `clock`, `luck` and `draws`, `column`, `tables`, `limits`, `spelling`;
- what a scenario declares: `declared`, `part`, `scenario`, `market`, `place`, `runner`, `staff`, `lever`, `plan`,
  `light`, `deck`, `ending`, `expectation`, `session`, `pack`; `parameter` and `override`; the language of conditions
  in `vocabulary`, `grammar`, `everyday`, `condition`, `terms` and `asked`;
- the world: `people`, `relations`, `members`, `followers`, `posts`, `rates`, `ladder`, `state`, `world`,
  `agenda` and `engine`;
- a week: `sitting`, `meeting`, `posting`, `presence`, `automation`; `publishing`, `cascade`, `archive`, `views`,
  `attention`, `kernels`, `booking`; `inbox`, `receiving`, `replying`, `leaving`; `discovery`, `trade`, `platform`;
  `hazard`, `setback`, `hearing`, `response`, `lesson`, `card`, `act`; `energy`, `practice`, `knack`, `temperament`,
  `insight`; `season`, `planning`, `orders`, `settlement`;
- what is told of it: `cause`, `measure`, `ledger`; `view`, `seen`, `guests`, `company`, `stories`;
- the run: `decision`, `strategy`, `answering`, `replies`, `history`, `checkpoint`, `fork`, `quiet_year`, `gait`,
  `outcome`, `run`, `rehearsal`; its file: `model`, `codec`, `runline`, `runfile`, `saving`, `writing`.
"""
