"""The widget kit: one tree of widgets that drawing, focus, speech and tests all read.

Reading order: `theme` (colours, sizes), `shelf`, `fonts`, `icons`, `shapes`, `prose` (lines),
`keys` (actions), `look` (scale), `painter`; then `widget`, `sharing`, `layout`, `panels`,
`labels`, `terms` (words that explain themselves), `items`, `buttons`, `choices`, `stepper`,
`amounts`, `entry`, `canvas`, `chart`, `dialog`, `guide` (a bubble that points); then `focus`,
`mouse`, `keyboard` and `scene`, which bring a tree to life; `settings`, `sound` and `music`. The
window is next door in `game/play/window.py`, the screens in `game/play/screens`.
"""

from game.play.kit.amounts import Meter, Progress, Slider
from game.play.kit.buttons import Button, IconButton, Toggle
from game.play.kit.canvas import Canvas, Spot
from game.play.kit.chart import LineChart, Series
from game.play.kit.choices import Choices, Option, Segmented, Tabs
from game.play.kit.dialog import Dialog
from game.play.kit.entry import TextInput
from game.play.kit.items import Item, ItemList
from game.play.kit.keys import Action
from game.play.kit.labels import Badge, Heading, Icon, KeyChip, Mark, Pips, StageMark, Text
from game.play.kit.layout import Column, FirstThatFits, Grid, Row, Spacer, Stack
from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.kit.panels import Bar, Card, Divider, Panel, Scroll
from game.play.kit.settings import Settings
from game.play.kit.stepper import Stepper
from game.play.kit.theme import STAGES
from game.play.kit.widget import Widget

__all__ = [
    "STAGES",
    "Action",
    "Badge",
    "Bar",
    "Button",
    "Canvas",
    "Card",
    "Choices",
    "Column",
    "Dialog",
    "Divider",
    "FirstThatFits",
    "Grid",
    "Heading",
    "Icon",
    "IconButton",
    "Item",
    "ItemList",
    "KeyChip",
    "LineChart",
    "Look",
    "Mark",
    "Meter",
    "Option",
    "Painter",
    "Panel",
    "Pips",
    "Progress",
    "Row",
    "Scroll",
    "Segmented",
    "Series",
    "Settings",
    "Slider",
    "Spacer",
    "Spot",
    "Stack",
    "StageMark",
    "Stepper",
    "Tabs",
    "Text",
    "TextInput",
    "Toggle",
    "Widget",
]
