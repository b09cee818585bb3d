"""`python -m bot quote`."""

from __future__ import annotations

import json
from pathlib import Path

from command_line import Hyosan


def test_a_line_of_json_for_each_name(hyosan: Hyosan, facts: Path) -> None:
    names = ["park ji-hu", "", "William Shakespeare", "박지후", "Nam On-jo", "lomon", "\x00\x1b"]
    done = hyosan("quote", "--json", "--facts", "facts", "-", stdin="\n".join(names).encode())
    assert (done.status, done.err) == (0, "")
    found = [json.loads(line) for line in done.lines]
    assert [entry["who"] for entry in found] == names
    by_name = {entry["who"]: entry for entry in found}
    assert by_name["park ji-hu"] == {
        "who": "park ji-hu",
        "status": "found",
        "people": ["park-ji-hu"],
        "quote": {
            "id": "park-ji-hu-proud",
            "speaker": "park-ji-hu",
            "kind": "verbatim",
            "text": "I am proud of all of us.",
            "context": "In an interview, February 2022",
            "spoiler": None,
            "sources": [
                {
                    "title": "A talk",
                    "url": "https://example.org/talk",
                    "publisher": "Example News",
                    "date": None,
                }
            ],
        },
    }
    for stranger in ("", "William Shakespeare", "\x00\x1b"):
        assert by_name[stranger]["status"] == "unknown"
        assert by_name[stranger]["people"] == []
        assert by_name[stranger]["quote"] is None
    assert by_name["박지후"]["quote"]["speaker"] == "park-ji-hu"
    assert by_name["Nam On-jo"]["people"][0] == "nam-on-jo"
    assert by_name["Nam On-jo"]["quote"]["speaker"] == "park-ji-hu"
    assert by_name["lomon"]["quote"]["spoiler"] == "s1e7"


def test_an_ambiguous_name_matches_everybody_of_it(hyosan: Hyosan, facts: Path) -> None:
    entry = json.loads(hyosan("quote", "--json", "--facts", "facts", "park").out)
    assert set(entry["people"]) == {"park-ji-hu", "park-solomon"}


def test_plain_text(hyosan: Hyosan, facts: Path) -> None:
    done = hyosan("quote", "--facts", "facts", "-", stdin=b"park ji-hu\nlomon\nParc Gi-hoo\n")
    assert (done.status, done.err) == (0, "")
    assert done.lines[:4] == [
        "“I am proud of all of us.”",
        "— Park Ji-hu, who plays Nam On-jo",
        "Their own words · In an interview, February 2022",
        "Source: Example News, https://example.org/talk",
    ]
    assert "He was shy during the kiss." not in done.out
    assert "Another one" not in done.out
    shown = hyosan("quote", "--facts", "facts", "--spoilers", "lomon")
    assert "He was shy during the kiss." in shown.lines
    assert "“He was shy" not in shown.out
