"""Pages for the browser: one file each, without scripts and without anything fetched from elsewhere.

In the order of reading: `number` (how numbers are written), `palette` (colours and dashes), `table`, `chart` (pictures
as SVG), `page` (the frame that holds them). What stands on a page is said by `game/study` and whoever else makes one.
"""
