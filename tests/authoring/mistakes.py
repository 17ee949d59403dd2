"""The mistakes: each an edit that breaks the small scenario, and the code it must be told under.

The exact texts that they must give stand in `messages.txt`; `test_messages.py` compares.
"""

from __future__ import annotations

import re

from tests.authoring.mistake import SMALL, YEAR, Mistake
from tests.authoring.mistakes_beside import MISTAKES_BESIDE

ENDINGS = SMALL[SMALL.index("endings:") :]
NO_CHOICES = "  - {id: a, kind: coach, title: T, text: x}\n"
ACTS = "acts: [{act: apologise, who: {group: saw_it}}]"
IMPORT = "  - {id: import, name: Customs}\n"
THEM = "who: {group: this_person}}, {act: delegate,"
MORE_CHOICES = "".join(
    f"\n      - {{id: c{number}, label: Do {number}, hours: {number + 1}}}" for number in range(3)
)
AGENDA = "seasons: 4\nagendas: [{{minutes: {}, seasons_per_round: {}, debrief_minutes: {}}}]"
TWO_AGENDAS = AGENDA.format(20, 2, 8).replace(
    "}]", "}, {minutes: 20, seasons_per_round: 4, debrief_minutes: 8}]"
)
HARD = (
    "Notwithstanding considerable reservations concerning institutional communication, municipal "
    "administrators reconsidered, authorising comprehensive investigations regarding misunderstandings "
    "surrounding yesterday's announcement,"
)
AGAIN = """label: Say nothing}
  - id: echo
    kind: request
    title: Echo
    text: It comes back.
    only_later: true
    choices: [{id: again, label: Again, later: {card: echo, after_weeks: 1}}]"""
BRINGER = "    from: {group: customers}\n"
RULES_CHANGE = "{happens: rule_change, place: natter}"
IN_A_LINE = "when: [likes >= 2, chose(sour_review, delete), trusts > 2]"
POT_BEHIND = "when: [trusts >= 12, not came_to(found_out), ahead_of(harry), likes >= 20]"
TITLE = "title: The Tea Shop"
ONCE = "only_later: true"
FROM = "from: {group: customers}"
HE = "and {person} says that he has kept it.\n    " + FROM
HER = "and {person} has lost her kettle.\n    " + FROM
WITH_SETBACK = "about: sour_review\n    after_light: waiting"
SAME = "{id: again, label: Say it again, hours: 3.0, acts: [{act: delegate, staff: jo}]}"
LATE = """label: Say nothing}
  - id: echo
    kind: request
    title: Echo
    text: It comes back.
    when: week >= 20
    choices: [{id: again, label: Again, later: {card: screenshot, after_weeks: 40}}]"""
WHEN = "when: week >= 6 and followers > 20"
EXPECT = "    expect: relationships < 300\n"
REPLIES = "reply_minutes: 7.0"
WHY = "}\nreasons:\n  inbox.reply_minutes: Tea is a long story."
LATER = WHY.replace("reply_minutes", "hour_later")
LATER_DAY = WHY.replace("reply_minutes", "day_later")
LIGHTS = "  waiting: {price: 0.5}\n  giving: {off: true}\n  ground: {price: 2.0}"
CLOSES = """    opens_week: 0
    closes_week: 40
    rule_changes:
      - {week: 20, reach: 0.5, text: You will see what matters.}"""

MISTAKES = (
    # what is no text at all
    Mistake("Y01", "too many characters", "", "a: 1\n" * 200_001),
    Mistake("Y01", "too many bytes", "", "€" * 1_400_000),
    Mistake("Y05", "another encoding", "Her blog", "Her bl\udcf6g"),
    Mistake("Y06", "a zip archive", "", "PK\x03\x04more"),
    Mistake("Y06", "a sign that cannot be seen", "Her blog", "Her\u200e \x07blog"),
    Mistake("Y06", "a space without width", "Her blog", "Her \u200bblog\u200b\u200b"),
    Mistake("Y04", "an empty file", "", "# nothing\n\n---\n"),
    Mistake("Y08", "two documents", "cards:", "---\ncards:"),
    Mistake("Y20", "too many values", "", "a:\n" + "  - 1\n" * 50_001),
    Mistake("Y20", "too deep", "cards:", "deep: " + "[" * 50 + "]" * 50 + "\ncards:"),
    # how YAML reads
    Mistake("Y02", "a tab", "    name: Natter", "\tname: Natter"),
    Mistake("Y02", "a no-break space", "    name: Natter", "   \u00a0name: Natter"),
    Mistake("Y02", "a tab before a value", "seasons: 4", "seasons:\t4"),
    Mistake("Y02", "a tab at the end of a line", "seasons: 4", "seasons: 4\t"),
    Mistake("Y10", "a second colon", TITLE, "title: Tortoise: the long game"),
    Mistake("Y10", "a second colon in a list", "      - seen(sour_review)", "      - a: b: c"),
    Mistake("Y11", "a handle", "name: Natter", "name: @natter"),
    Mistake("Y11", "a per cent sign first", "name: Natter", "name: %50 off"),
    Mistake("Y12", "a star", TITLE, "title: *Special* offer"),
    Mistake("Y12", "an ampersand", TITLE, "title: &more to come"),
    Mistake("Y13", "a quote left open", "summary: >-", 'summary: "A shop'),
    Mistake("Y13", "a quote closed too late", TITLE, 'title: "The Tea Shop\nlanguage: "en"'),
    Mistake("Y13", "a quote that only closes", TITLE, 'title: The Tea Shop"'),
    Mistake("Y14", "an apostrophe in single quotes", TITLE, "title: 'don't do it'"),
    Mistake("Y14", "words behind the quote", TITLE, 'title: "The" Tea Shop'),
    Mistake("Y15", "a slot first", "title: A sour review", "title: {person} is sour"),
    Mistake("Y15", "a slot that is not closed, without quotes", "title: Somebody kept", "title: {person kept"),
    Mistake("Y15", "a bracket first", "title: A sour review", "title: [sic] A sour review"),
    Mistake("Y15", "several blocks without brackets", ACTS, "acts: {act: repair}, {act: post}"),
    Mistake("Y16", "indented too little", "    kind: blog", "   kind: blog"),
    Mistake("Y16", "indented too much", "    kind: blog", "      kind: blog"),
    Mistake("Y16", "a dash among keys", "seasons: 4", "seasons: 4\n- more"),
    Mistake("Y16", "another dash", "  - id: screenshot", "  \u2013 id: screenshot"),
    Mistake("Y16", "another dash first", "  - id: blog", "  \u2013 id: blog"),
    Mistake("Y16", "a star for a dash", "  - id: screenshot", "  * id: screenshot"),
    Mistake("Y16", "no space behind the dash", "  - id: screenshot", "  -id: screenshot"),
    Mistake("Y16", "a key among dashes", "  - {id: jo, name: Jo}", "  - {id: jo}\n  name: Jo"),
    Mistake("Y17", "a text behind the sign", "summary: >-", "summary: > A shop"),
    Mistake("Y18", "no colon", "seasons: 4", "seasons 4"),
    Mistake("Y18", "a text not indented", "      The review you", "The review you"),
    Mistake("Y18", "no colon behind a key of a card", "title: A sour review", "title A sour review"),
    Mistake("Y18", "an = for the colon", "seasons: 4", "seasons = 4"),
    Mistake("Y18", "another colon", "seasons: 4", "seasons\uff1a 4"),
    Mistake("Y18", "no space behind the colon", "seasons: 4", "seasons:4"),
    Mistake("Y19", "a brace left open", "{id: jo, name: Jo}", "{id: jo, name: Jo"),
    Mistake("Y19", "a bracket left open", "on: [blog, natter]", "on: [blog, natter"),
    Mistake("Y19", "the wrong bracket", "on: [blog, natter]", "on: [blog, natter}"),
    Mistake("Y19", "no comma", "{week: 20, reach", '{"week" 20, reach'),
    Mistake("Y19", "a bracket too many", "partner: Sam", "partner: ]"),
    Mistake("Y21", "an anchor", "staff:", "staff: &staff"),
    Mistake("Y21", "an alias", "partner: Sam", "partner: *sam"),
    Mistake("Y22", "a brace that is not closed before another", ACTS, ACTS.replace("}}]", "}, {act: repair}]")),
    Mistake("Y22", "a key that is a list", "seasons: 4", "[seasons]: 4"),
    Mistake("Y22", "a key that is missing", "seasons: 4", ": 4"),
    Mistake("Y23", "a merge key", "seasons: 4", "seasons: 4\n<<: {year: 2010}"),
    Mistake("Y24", "a key given twice", "seasons: 4", "seasons: 4\nyear: 2013"),
    Mistake("Y24", "a dash forgotten", "      - id: delete", "        id: delete"),
    Mistake("Y25", "a tag", "partner: Sam", "partner: !Sam"),
    Mistake("Y25", "a tag with no name", "partner: Sam", "partner: !<Sam and Jo"),
    Mistake("Y26", "a backslash", TITLE, 'title: "The \\Tea Shop"'),
    Mistake("Y27", "a directive", "", "%YAML x\n---\na: 1\n"),
    Mistake("Y30", "a hashtag lost", TITLE, "title: Ask about #smallbiz today"),
    Mistake("Y30", "nothing but a hashtag", TITLE, "title: #smallbiz"),
    Mistake("Y30", "a comment that may be none", "plays: tortoise", "plays: tortoise #todo"),
    Mistake("Y31", "a list beside its key", "on: [blog, natter]", "on: - blog"),
    Mistake("Y32", "a value missing", "on: [blog, natter]", "on: [blog,, natter]"),
    Mistake("Y33", "a dash too far right", "      - likes", "       - likes"),
    Mistake("Y99", "what nobody foresaw", "seasons: 4", "'seasons' x: 4"),
    # what the models refuse
    Mistake("S00", "a list of things", "", "- a\n- b\n"),
    Mistake("S01", "an unknown key", "    kind: blog", "    knid: blog"),
    Mistake("S01", "an unknown key with its model", "seasons: 4", "sesons: 4"),
    Mistake("S01", "a needed key of another game", "label: Say nothing", "caption: Say nothing"),
    Mistake("S01", "a key of another game", "acts: [{act: delete", "effects: [{act: delete"),
    Mistake("S01", "no space behind a colon in braces", "{act: delete, ", "{act:delete, "),
    Mistake("S01", "an unknown lever", "{meet: 2}", "{meat: 2}"),
    Mistake("S01", "a comma in a text", "name: Jo}", "name: Jo, the baker}"),
    Mistake("S02", "a key missing", "    title: A sour review\n", ""),
    Mistake("S02", "a key missing at the top", TITLE + "\n", ""),
    Mistake("S02", "several keys missing at the top", "", "format: long-race/1\nid: tea-shop\n"),
    Mistake("S01", "a key misspelt is not missing as well", "    title: A", "    tilte: A"),
    Mistake("S01", "points for an act", "act: delete, place: natter", "act: help, trust: 5"),
    Mistake("S01", "weeks by another name", "after_weeks: 2", "after_months: 2"),
    Mistake("S03", "no format", "format: long-race/1\n", ""),
    Mistake("S04", "a format of the future", "long-race/1", "long-race/2"),
    Mistake("S05", "another format", "long-race/1", "short-race"),
    Mistake("S10", "yes for true", "seat: true", "seat: yes"),
    Mistake("S10", "no truth at all", "seat: true", "seat: 7"),
    Mistake("S11", "a word not listed", "kind: blog", "kind: blgo"),
    Mistake("S11", "a light not known", "only_later: true", "after_light: lader"),
    Mistake("S12", "a title too long", TITLE, "title: " + "The Tea Shop of all Tea Shops " * 2),
    Mistake("S12", "a label too long", "Delete it", "A label that goes on, and on, and on, for far too long"),
    Mistake("S13", "a number too small", "seasons: 4", "seasons: 0"),
    Mistake("S13", "a number in a block by name", "waiting: {price: 0.5}", "waiting: {price: 20}"),
    Mistake("S13", "per cent for a share", "catchment: 0.5", "catchment: 50"),
    Mistake("S13", "a market without people", "people: 400", "people: 0"),
    Mistake("S13", "a market of millions", "people: 400", "people: 10000000"),
    Mistake("S13", "a horizon of a hundred years", "seasons: 4", "seasons: 400"),
    Mistake("S16", "no number for a parameter", REPLIES, "reply_minutes: .nan"),
    Mistake("S16", "infinity for a parameter", REPLIES, "reply_minutes: -.inf"),
    Mistake("S16", "a number beyond all numbers", REPLIES, "reply_minutes: 1.0e+400"),
    Mistake("S14", "an id with blanks", "id: tea-shop", "id: Tea Shop"),
    Mistake("S14", "an id with an umlaut", "id: delete", "id: Böse Kritik"),
    Mistake("S14", "an id of figures", "id: delete", "id: 2012"),
    Mistake("S14", "an id that is a picture", "id: delete", "id: 🎉"),
    Mistake("S14", "a language by its name in English", YEAR, "year: 2012\nlanguage: german"),
    Mistake("S15", "too few", "", re.sub(r"(?s)runners:.*?\nstaff:", "runners: []\nstaff:", SMALL)),
    Mistake("S11", "a month for a season", "seasons: 4", "seasons: 4\nbegins: January"),
    Mistake("S16", "a number for a text", TITLE, "title: 2012"),
    Mistake("S16", "a text for a number", "seasons: 4", "seasons: four"),
    Mistake("S16", "a unit behind a number", REPLIES, "reply_minutes: 7 minutes"),
    Mistake("S16", "a time for a number", "seasons: 4", "seasons: 12:30"),
    Mistake("S16", "noughts before a number", "seasons: 4", "seasons: 04"),
    Mistake("S16", "a comma for a point", "catchment: 0.5", "catchment: 0,5"),
    Mistake("S16", "a percentage for a share", "catchment: 0.5", "catchment: 20 %"),
    Mistake("S16", "a percentage for per cent", "traditional: 40", "traditional: 40%"),
    Mistake("S16", "a point between thousands", "people: 400", "people: 2.000"),
    Mistake("S16", "minutes for hours", "hours: 1.0", "hours: 30 minutes"),
    Mistake("S16", "a half as a sign", "hours: 1.0", "hours: 1 ½"),
    Mistake("S16", "a half as a fraction", "hours: 1.0", "hours: 1/2"),
    Mistake("S16", "hours and minutes", "hours: 1.0", "hours: 1:30"),
    Mistake("S16", "months for weeks", "opens_week: 0", "opens_week: 3 months"),
    Mistake("S16", "a date for a week", "opens_week: 0", "opens_week: 1 April"),
    Mistake("S16", "a date for a year", "year: 2012", "year: 1 January 2012"),
    Mistake("S16", "about so many", "people: 400", "people: ca. 200"),
    Mistake("S16", "from so many to so many", "people: 400", "people: 200-300"),
    Mistake("S16", "so many in words", "people: 400", "people: two hundred"),
    Mistake("S16", "nothing for a list", "on: [blog, natter]", "on:"),
    Mistake("S16", "a fraction for a whole number", "seasons: 4", "seasons: 4.5"),
    Mistake("S16", "a number in quotes", "seasons: 4", 'seasons: "4"'),
    Mistake("S16", "nothing for a text", "partner: Sam", "partner:"),
    Mistake("S16", "a comment for a text", "partner: Sam", "partner: # Sam"),
    Mistake("S16", "a slot for a text", "title: A sour review", "title: {person}"),
    Mistake("S16", "true for a condition", WHEN, "when: true"),
    Mistake("S16", "false for a condition", WHEN, "when: false"),
    Mistake("S16", "a number for a condition", WHEN, "when: 12"),
    Mistake("S16", "nothing for a condition", WHEN, "when:"),
    Mistake("S16", "a block for a condition", WHEN, "when: {week: 12}"),
    Mistake("S16", "a block of more for a condition", WHEN, "when: {from: 12, to: 14}"),
    Mistake("S16", "true among conditions", WHEN, "when: [week >= 6, true]"),
    Mistake("S16", "a number among conditions", WHEN, "when: [week >= 6, 1.5]"),
    Mistake("S16", "a list among conditions", WHEN, "when: [[week >= 6]]"),
    Mistake("S16", "true for what a test expects", EXPECT, "    expect: true\n"),
    Mistake("S16", "a text for a list", "on: [blog, natter]", "on: blog"),
    Mistake("S16", "a list without brackets", "on: [blog, natter]", "on: blog, natter"),
    Mistake("S16", "a list in round brackets", "on: [blog, natter]", "on: (blog, natter)"),
    Mistake("S16", "a list in braces", "on: [blog, natter]", "on: {blog, natter}"),
    Mistake("S16", "a group as a word", "from: {group: customers}", "from: customers"),
    Mistake("S16", "an act as a word", ACTS, "acts: apologise"),
    Mistake("S16", "an act as a word of a list", ACTS, "acts: [apologise]"),
    Mistake("S16", "a list for a block", LIGHTS, "  - waiting"),
    Mistake("S16", "a list for one value", "plays: hare", "plays: hare, with: {claims: [1]}"),
    Mistake("S16", "a number in words that cannot be", YEAR, "year: twelve"),
    Mistake("S16", "a light that is off in a word", "giving: {off: true}", "giving: off"),
    Mistake("S16", "one block for a list", ACTS, "acts: {act: apologise}"),
    Mistake("S17", "between the steps", "hours: 1.0", "hours: 1.3"),
    Mistake("S16", "true for a parameter", REPLIES, "reply_minutes: true"),
    Mistake("S16", "a power that YAML reads as a text", REPLIES, "reply_minutes: 1e400"),
    Mistake("S18", "one parameter against another", f"{REPLIES}{WHY}", f"hour_later: 80{LATER}"),
    Mistake("S18", "two parameters against each other", f"{REPLIES}{WHY}", f"day_later: 2, hour_later: 7.0{LATER_DAY}"),
    # what the models cannot know
    Mistake("L01", "an id given twice", "name: Jo}", "name: Jo}\n  - {id: jo, name: Joan}"),
    Mistake("L02", "an id that means something", "runners:", IMPORT + "runners:"),
    Mistake("L03", "a place that is not there", "place: natter", "place: chatter"),
    Mistake("L03", "a card that is not there", "card: screenshot", "card: screenshoot"),
    Mistake("L03", "a place that a runner is not on", "[blog, natter]", "[blgo, natter]"),
    Mistake("L04", "a strategy that is not there", "plays: tortoise", "plays: tortose"),
    Mistake("L05", "a measure that is not there", "measure: trusts", "measure: trussts"),
    Mistake("L06", "more than all people", "traditional: 40", "traditional: 50"),
    Mistake("L07", "a week too full", "create: 4", "create: 99"),
    Mistake("L07", "fewer half-hours than none", "create: 4", "create: -4"),
    Mistake("L08", "unlocked after the end", "{meet: 2}", "{meet: 5}"),
    Mistake("L08", "unlocked before the start", "{meet: 2}", "{meet: 0}"),
    Mistake("L08", "a new rule after the end", "week: 20", "week: 60"),
    Mistake("L08", "due after the end", "label: Say nothing}", LATE),
    Mistake("L09", "on a place that opens later", "name: Her blog", "name: Her blog\n    opens_week: 3"),
    Mistake("L09", "closed before it opens", "opens_week: 0", "opens_week: 45"),
    Mistake("L09", "new rules where it has closed", "closes_week: 40", "closes_week: 20"),
    Mistake("L10", "a card without choices", "  - id: scr", NO_CHOICES + "  - id: scr"),
    Mistake("L10", "five choices", "label: Say nothing}", "label: Say nothing}" + MORE_CHOICES),
    Mistake("L11", "two defaults", "hours: 1.0", "default: true"),
    Mistake("L12", "a card that can never come", "card: screenshot", "card: sour_review"),
    Mistake("L13", "a slot that nobody fills", "writes {person}", "writes {persn}"),
    Mistake("L13", "a slot that is not closed", "writes {person}", "writes {person"),
    Mistake("L13", "a slot closed by another bracket", "writes {person}", "writes {person)"),
    Mistake("L13", "a slot that is not opened", "writes {person}", "writes person}"),
    Mistake("L13", "a slot of two braces", "writes {person}", "writes {{person}}"),
    Mistake("L13", "a slot of a brace and two", "writes {person}", "writes {person}}"),
    Mistake("L13", "a slot without a name", "writes {person}", "writes {}"),
    Mistake("L13", "a slot with blanks", "writes {person}", "writes { Person }"),
    Mistake("L13", "a brace for a bracket", "#teashop", "{from today"),
    Mistake("L13", "a slot where nothing is filled in", TITLE, "title: The tea of {person}"),
    Mistake("L13", "a slot without a person", "    from: {group: customers}\n", ""),
    Mistake("L14", "a hood taken off by a name", "name: Harry's Hot Tea", "name: The Hare"),
    Mistake("L14", "a hood taken off", "and it has company", "and a hare has it"),
    Mistake("L36", "two seats", "plays: hare", "seat: true, plays: hare"),
    Mistake("L37", "hours that nobody sees", "{create: 4, reply: 2}", "{create: 4, meet: 2}"),
    Mistake("L15", "a parameter that is not there", "plays: hare", "plays: hare, with: {clams: 3}"),
    Mistake("L15", "a parameter out of range", "plays: hare", "plays: hare, with: {claims: 30}"),
    Mistake("L15", "a parameter of rules", "plays: hare", "plays: listener, with: {claims: 3}"),
    Mistake("L16", "no place to leave", "act: delete, place: natter", "act: leave_place"),
    Mistake("L16", "no reach to change", BRINGER, f"{BRINGER}    happenings: [{RULES_CHANGE}]\n"),
    Mistake("L16", "nothing to set", "act: delete, place: natter", "act: set"),
    Mistake("L16", "no target", "act: delete, place: natter", "act: set, source: reply"),
    Mistake("L16", "brought by whoever brings it", "from: {group: customers}", "from: {group: this_person}"),
    Mistake("L16", "nothing to deny", "acts: [{act: delegate,", "acts: [{act: deny}, {act: delegate,"),
    Mistake("L16", "no list to promise", "{act: apologise,", "{act: promise}, {act: apologise,"),
    Mistake("L16", "nobody to expect it of", "{act: delegate, staff: jo}", "{act: delegate, expectations: true}"),
    Mistake("L16", "nobody brings it", "acts: [{act: delegate,", "acts: [{act: help, " + THEM),
    Mistake("L12", "lines that never hold at one time", "week >= 6 and", "season >= 3 and week < 26 and"),
    Mistake("L12", "a place that is open and closed", "week >= 6 and", "not open(natter) and open(natter) and"),
    Mistake("L12", "a place that opens later", "when: week >= 6 and", "when: week > 40 and open(natter) and"),
    Mistake("L12", "a card that waits for itself", "week >= 6 and", "seen(sour_review) and"),
    Mistake("L12", "fewer than none", "followers > 20", "followers < 0"),
    Mistake("L12", "a card that only itself brings", "label: Say nothing}", AGAIN),
    Mistake("L12", "a chance of nothing", "label: Say nothing}", AGAIN.replace("only_later: true", "chance: 0")),
    Mistake("L12", "a card by a light that is off", "when: week >= 6 and followers > 20", "when: lit(giving)"),
    Mistake("L12", "a card by another card's choice", "week >= 6 and followers > 20", "chose(screenshot, delete)"),
    Mistake("L12", "a card due after the end", "week >= 6 and followers > 20", "[week >= 60]"),
    Mistake("L12", "a card for more people than there are", "week >= 6 and followers > 20", "[followers >= 4000]"),
    Mistake("L12", "a card for more energy than there is", "week >= 6 and followers > 20", "energy > 100"),
    Mistake("L12", "a card for more years than there are", "week >= 6 and followers > 20", "(3 <= year) and week >= 6"),
    Mistake("L25", "two options with the same words", "label: Delete it", "label: Answer kindly, where all can see."),
    Mistake("L25", "two cards with the same title", "title: Somebody kept a screenshot", "title: A sour review"),
    Mistake("L25", "two businesses with the same name", "name: Harry's Hot Tea", "name: Ana's Teas"),
    Mistake("L26", "a line that always holds", "week >= 6 and", "week >= 1 and"),
    Mistake("L26", "a line that is never above", "week >= 6 and", "(100 >= energy) and"),
    Mistake("L27", "a key of another act", "{act: apologise,", "{act: apologise, bold: 2,"),
    Mistake("L27", "a key of another happening", ONCE, f"{ONCE}\n    happenings: [{{happens: questions, weeks: 3}}]"),
    Mistake("L27", "a chance for what comes by a choice", ONCE, f"{ONCE}\n    chance: 0.2"),
    Mistake("L27", "a light for what comes with a setback", "about: sour_review", WITH_SETBACK),
    Mistake("L28", "two options that come to the same", "{id: nothing, label: Say nothing}", SAME),
    Mistake("L29", "a goal that says another number", "label: Forty trust", "label: 400 trust"),
    Mistake("L29", "a goal of nothing", "at_least: 40}", "at_least: 0}"),
    Mistake("L38", "a person taken for a man", "and it has company.", HE),
    Mistake("L38", "what a person has", "and it has company.", HER),
    Mistake("L24", "trust as if it were people", "week >= 6 and followers > 20", "week >= 6 and trust >= 30"),
    Mistake("L24", "liking as if it were people, the other way round", "week >= 6 and followers > 20", "30 < liking"),
    Mistake("L17", "a change without a reason", "reply_minutes: 7.0", "reply_minutes: 7.0, quick_minutes: 9.0"),
    Mistake("L17", "a reason for nothing", "Tea is a long story.", "Tea is a long story.\n  inbox.defects: x"),
    Mistake("L18", "a dead end", "hours: 3.0, acts: [{act: delegate, staff: jo}]", "acts: [{act: stay_silent}]"),
    Mistake("L19", "an option that tells its merit", "Say nothing", "Do the right thing"),
    Mistake("L19", "an option with its reward", "Say nothing", "Say nothing (+3 trust)"),
    Mistake("L20", "a card after a light that is off", "only_later: true", "after_light: giving"),
    Mistake("L20", "a light without evidence", CLOSES, "    company_needed: 0"),
    Mistake("L21", "a text that is hard to read", "The review you deleted is back,", HARD),
    Mistake("L22", "an agenda without play", "seasons: 4", AGENDA.format(20, 2, 20)),
    Mistake("L22", "a round too long", "seasons: 4", AGENDA.format(20, 5, 8)),
    Mistake("L22", "no time to talk", "seasons: 4", AGENDA.format(90, 1, 5)),
    Mistake("L22", "rounds too short", "seasons: 4", AGENDA.format(20, 1, 13)),
    Mistake("L22", "an agenda given twice", "seasons: 4", TWO_AGENDAS),
    Mistake("L23", "words missing", "Say nothing", '""'),
    Mistake("S11", "an agenda of other minutes", "seasons: 4", AGENDA.format(30, 2, 8)),
    # endings
    Mistake("S16", "an ending as a word", ENDINGS, "endings: queue\n"),
    Mistake("S16", "an ending as a word of a list", ENDINGS, "endings: [queue]\n"),
    Mistake("L35", "an ending of the game misspelt", "- id: street", "- id: streat"),
    Mistake("L35", "an ending without a time", "    when: likes >= 20\n", ""),
    Mistake("L35", "an ending without a headline", "    title: One pot\n", ""),
    Mistake("L35", "a condition on one of the game's", "- id: street", "- id: street\n    when: likes >= 2"),
    Mistake("L35", "a picture for one of the game's", "- id: street", "- id: street\n    like: room"),
    Mistake("L35", "an ending without words", "  - id: street\n", "  - id: queue\n  - id: street\n"),
    Mistake("L01", "an ending given twice", "- id: pot", "- id: kettle"),
    Mistake("L12", "a goal for more people than there are", "at_least: 40}", "at_least: 401}"),
    Mistake("L12", "an ending on a date", "when: likes >= 20", "when: [likes >= 20, week < 40]"),
    Mistake("L12", "an ending by a light that is off", "when: likes >= 20", "when: lit(giving)"),
    Mistake("L12", "an ending by another card's choice", "when: likes >= 20", "when: chose(sour_review, sorry)"),
    Mistake("L12", "an ending for more than all people", "when: likes >= 20", "when: relationships > 400"),
    Mistake("L12", "an ending behind another", "when: likes >= 20", POT_BEHIND),
    Mistake("L13", "a slot that no ending fills", "what {person} will", "what {customer} will"),
    Mistake("L14", "a hood taken off in an ending", "They come in twos", "Hares come in twos"),
    Mistake("L23", "an ending without last words", "It is the cup with the crack.", '""'),
    Mistake("S11", "a picture that is not there", "like: room", "like: rom"),
    Mistake("S12", "the text of an ending too long", "They come in twos now, ", "They come in twos now, " * 12),
    Mistake("E01", "a term not known in an ending", "trusts >= 12", "trussts >= 12"),
    Mistake("E05", "an ending of the game that is not there", "came_to(found_out)", "came_to(found)"),
    Mistake("E02", "a comma in a list of one line", "when: likes >= 20", IN_A_LINE),
    Mistake("E05", "a rival who is not there", "ahead_of(harry)", "ahead_of(you)"),
    # tests inside a scenario
    Mistake("L04", "a strategy that a test seats", "plays: tortoise\n    by", "plays: heir\n    by"),
    Mistake("L15", "a parameter that a test sets", "plays: tortoise\n    by", "plays: hare(claims=30)\n    by"),
    Mistake("L15", "a parameter of rules in a test", "plays: tortoise\n    by", "plays: listener(claims=3)\n    by"),
    Mistake("L30", "a test that asks nothing", EXPECT, ""),
    Mistake("L30", "a test that asks two things", EXPECT, EXPECT + "    wins: hare\n"),
    Mistake("L30", "a test after the end", "by_week: 26", "by_week: 60"),
    Mistake("L30", "more than all runs", "at_least: 3", "at_least: 5"),
    Mistake("L24", "a test of trust as if it were people", "relationships < 300", "trust >= 30"),
    Mistake("L31", "a parameter taken away that is not there", EXPECT, EXPECT + "    without: trade.ofer=0\n"),
    Mistake("L31", "a parameter taken away by nothing", EXPECT, EXPECT + "    without: trade.offer\n"),
    # conditions
    Mistake("E01", "a month", WHEN, "when: december"),
    Mistake("E01", "a term not known", WHEN, "when: week >= 6 and folowers > 20"),
    Mistake("E01", "a term not known in a test", "expect: relationships", "expect: relationship"),
    Mistake("E02", "one equals sign", WHEN, "when: week = 6"),
    Mistake("E02", "a word of conditions in capitals", WHEN, "when: Not seen(screenshot)"),
    Mistake("E03", "a number for a truth", WHEN, "when: week and followers > 20"),
    Mistake("E04", "a power", WHEN, "when: week ** 6 > 2"),
    Mistake("E05", "a card not known in a condition", "seen(sour_review)", "seen(sour_revue)"),
    Mistake("E06", "too long a condition", WHEN, "when: " + " or ".join(["week > 6"] * 40)),
    Mistake("E07", "brackets missing", "seen(sour_review)", "seen"),
    *MISTAKES_BESIDE,
)  # fmt: skip
