"""Tables of English as people type it in a chat: data for the normaliser, no logic.

What fans of this show say is not here but in the knowledge (`synonyms`), where moderators mend it.
"""

from __future__ import annotations

__all__ = [
    "CHAT",
    "CONTRACTIONS",
    "IRREGULAR",
    "NUMBER_WORDS",
    "ORDINALS",
    "STOP_WORDS",
    "TENS",
    "UNITS",
    "VERB_TAILS",
    "WH_HOSTS",
]

CONTRACTIONS: dict[str, tuple[str, ...]] = {
    "aint": ("not",), "arent": ("are", "not"), "cant": ("can", "not"),
    "couldnt": ("could", "not"), "didnt": ("did", "not"), "doesnt": ("does", "not"),
    "dont": ("do", "not"), "hadnt": ("had", "not"), "hasnt": ("has", "not"),
    "havent": ("have", "not"), "hes": ("he", "is"), "hows": ("how", "is"),
    "howd": ("how", "did"), "im": ("i", "am"), "isnt": ("is", "not"), "ive": ("i", "have"),
    "lets": ("let", "us"), "shes": ("she", "is"), "shouldnt": ("should", "not"),
    "thats": ("that", "is"), "theres": ("there", "is"), "theyre": ("they", "are"),
    "theyd": ("they", "did"), "theyll": ("they", "will"), "theyve": ("they", "have"),
    "wasnt": ("was", "not"), "werent": ("were", "not"), "whatd": ("what", "did"),
    "whats": ("what", "is"), "whens": ("when", "is"), "wheres": ("where", "is"),
    "whered": ("where", "did"), "whos": ("who", "is"), "whod": ("who", "did"),
    "whys": ("why", "is"), "whyd": ("why", "did"), "wont": ("will", "not"),
    "wouldnt": ("would", "not"), "youre": ("you", "are"), "youd": ("you", "would"),
    "youve": ("you", "have"),
}  # fmt: skip
"""Contractions as typed without the apostrophe, which is dropped before the look-up."""

WH_HOSTS = frozenset(
    """
who what when where why how that there here it he she let which everyone everybody
""".split()
)
"""Words after which 's stands for "is"; after all others it marks a possessive."""

VERB_TAILS = {"s": "is", "d": "would", "re": "are", "ll": "will", "ve": "have", "m": "am"}
"""What stands behind an apostrophe, and the verb that it is short for."""

CHAT: dict[str, tuple[str, ...]] = {
    "b4": ("before",), "bc": ("because",), "coz": ("because",), "cuz": ("because",),
    "deets": ("details",), "em": ("them",), "ep": ("episode",), "epi": ("episode",),
    "eps": ("episodes",), "fav": ("favorite",), "fave": ("favorite",), "gonna": ("going", "to"),
    "gotta": ("have", "to"), "insta": ("instagram",), "ig": ("instagram",),
    "irl": ("real", "life"), "kinda": ("kind", "of"), "nr": ("number",), "num": ("number",),
    "outta": ("out", "of"), "pic": ("picture",), "pics": ("pictures",), "ppl": ("people",),
    "r": ("are",), "szn": ("season",), "thru": ("through",), "tho": ("though",), "u": ("you",),
    "uni": ("university",), "ur": ("your",), "vid": ("video",), "vids": ("videos",),
    "wanna": ("want", "to"), "wat": ("what",), "wen": ("when",), "wich": ("which",),
    "wut": ("what",), "w": ("with",), "ya": ("you",), "yrs": ("years",), "yr": ("year",),
    "hrs": ("hours",), "bday": ("birthday",), "dob": ("birth", "date"),
    "dept": ("department",), "sis": ("sister",), "bro": ("brother",), "pres": ("president",),
    "vs": ("versus",), "info": ("information",), "char": ("character",), "chars": ("characters",),
    "dir": ("director",), "prod": ("production",), "colour": ("color",), "favourite": ("favorite",),
    "mum": ("mother",), "mom": ("mother",), "mommy": ("mother",), "dad": ("father",),
    "daddy": ("father",), "kids": ("child",), "kid": ("child",), "grey": ("gray",),
    "theatre": ("theater",), "programme": ("program",), "tv": ("television",),
    "telly": ("television",), "teh": ("the",), "hte": ("the",), "adn": ("and",), "nad": ("and",),
    "waht": ("what",), "taht": ("that",), "dose": ("does",),
    "dos": ("does",), "si": ("is",), "ot": ("to",), "fo": ("of",), "thier": ("their",),
    "ahve": ("have",), "mnay": ("many",), "whta": ("what",),
    "wheer": ("where",), "wehn": ("when",), "whcih": ("which",), "whihc": ("which",),
}  # fmt: skip
"""Chat shorthand and spelling variants to the words they stand for."""

IRREGULAR: dict[str, str] = {
    "ate": "eat", "eaten": "eat", "began": "begin", "begun": "begin", "bit": "bite",
    "bitten": "bite", "bites": "bite", "biting": "bite", "broke": "break", "broken": "break",
    "brought": "bring", "built": "build", "came": "come", "caught": "catch", "children": "child",
    "chose": "choose", "chosen": "choose", "dead": "die", "death": "die", "deaths": "die",
    "died": "die", "dies": "die", "dying": "die", "drawn": "draw", "drew": "draw", "fell": "fall",
    "fallen": "fall", "felt": "feel", "feet": "foot", "fought": "fight", "found": "find",
    "gave": "give", "given": "give", "gone": "go", "got": "get", "gotten": "get", "grew": "grow",
    "grown": "grow", "heard": "hear", "held": "hold", "hid": "hide", "hidden": "hide",
    "kept": "keep", "knew": "know", "known": "know", "learnt": "learn", "led": "lead",
    "lives": "life", "lost": "lose", "loses": "lose", "losing": "lose", "made": "make",
    "men": "man", "met": "meet", "mice": "mouse", "paid": "pay", "ran": "run", "said": "say",
    "sang": "sing", "sat": "sit", "saw": "see", "seen": "see", "sent": "send", "shot": "shoot",
    "shoots": "shoot", "slept": "sleep", "sold": "sell", "spent": "spend", "spoke": "speak",
    "spoken": "speak", "stood": "stand", "stole": "steal", "stolen": "steal", "sung": "sing",
    "taken": "take", "taught": "teach", "teeth": "tooth", "thought": "think", "threw": "throw",
    "thrown": "throw", "told": "tell", "took": "take", "went": "go", "women": "woman",
    "won": "win", "wore": "wear", "worn": "wear", "written": "write", "wrote": "write",
    "mins": "minute",
    "born": "birth", "births": "birth", "burnt": "burn", "dealt": "deal", "dreamt": "dream",
    "flew": "fly", "forgot": "forget", "forgotten": "forget", "hurt": "hurt", "laid": "lay",
    "meant": "mean", "rode": "ride", "rose": "rise", "sank": "sink", "shown": "show",
    "stuck": "stick", "swore": "swear", "tied": "tie", "ties": "tie", "tying": "tie",
    "understood": "understand", "woke": "wake",
}  # fmt: skip
"""Forms that a suffix stemmer cannot lead back to their base."""

_SMALL_NUMBERS = {
    word: number
    for number, word in enumerate(
        """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen twenty
""".split()
    )
}  # fmt: skip
NUMBER_WORDS: dict[str, int] = _SMALL_NUMBERS | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "hundred": 100,
    "thousand": 1000,
}

TENS = {"twenty": 20, "thirty": 30}
"""Tens that an ordinal may follow, as in "twenty-first"."""

ORDINALS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20,
}  # fmt: skip

UNITS: dict[str, str] = {
    "season": "season", "seasons": "season", "시즌": "season",
    "episode": "episode", "episodes": "episode", "화": "episode", "회": "episode",
    "에피소드": "episode", "week": "week", "weeks": "week", "chapter": "chapter",
}  # fmt: skip
"""Nouns that a number belongs to: with it they make one token, such as season#2."""

STOP_WORDS = frozenset(
    """
a an the and or but if of to in on at by for with from as into onto about over than i me
my we us our you your he him his she her hers it its they them their this that these
those is am are was were be been being do does did doing have has had having will would
shall should can could may might must not no nor so too very just also then there here
what which who whom whose when where why how any some all both each such only own same
up down out off again once ever even still yet already really actually please pls plz
lol lmao omg wtf haha hey hi hello yo bruh wait ok okay tell know think guys guy anyone
anybody someone somebody thing things stuff like get let one ones now well much many lot
exactly again remember question though because everyone everybody anything nothing
everything nobody while during between after before until
since per via
""".split()
)
"""Words that say little of what is asked; they still count a little, so that none is ignored."""
