"""Facts that lead to one another, over layers."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.layers import Layer
from bot.knowledge.reader import Reading, read_layers

SOURCE = "{title: t, url: 'https://example.org/a'}"


def _fact(fact_id: str, *related: str) -> str:
    links = ", ".join(related)
    entry = f"id: {fact_id}, question: q, answer: b, sources: [{SOURCE}], related: [{links}]"
    return f"- {{{entry}}}\n"


def _read(folder: Path, *layers: str) -> Reading:
    folders = [folder / f"layer-{number}" for number in range(len(layers))]
    for layer, content in zip(folders, layers, strict=True):
        layer.mkdir()
        (layer / "a.yaml").write_text(content, encoding="utf-8")
    return read_layers([Layer.of(layer) for layer in folders])


def test_a_later_layer_may_lead_to_an_earlier_one(tmp_path: Path) -> None:
    reading = _read(tmp_path, f"facts:\n{_fact('kiss')}", f"facts:\n{_fact('takes', 'kiss')}")
    assert reading.problems == ()
    assert reading.knowledge is not None
    assert reading.knowledge.facts["takes"].related == ("kiss",)


def test_an_earlier_layer_may_lead_to_what_a_later_one_replaces(tmp_path: Path) -> None:
    earlier = f"facts:\n{_fact('kiss')}{_fact('takes', 'kiss')}"
    assert _read(tmp_path, earlier, f"facts:\n{_fact('kiss')}").problems == ()


def test_links_to_what_a_layer_takes_away_are_told_of_once(tmp_path: Path) -> None:
    leading = "".join(_fact(fact_id, "kiss", "e") for fact_id in "abcd")
    reading = _read(tmp_path, f"facts:\n{leading}{_fact('e')}{_fact('kiss')}", "removed: [kiss]")
    assert [str(problem).removeprefix(f"{tmp_path}/") for problem in reading.problems] == [
        "layer-1/a.yaml:1:11: warning: removed: 'kiss' is related to a, b, c and 1 more, which no "
        "longer lead to it; replace them if they should lead elsewhere"
    ]
    assert reading.knowledge is not None
    assert {reading.knowledge.facts[fact_id].related for fact_id in "abcd"} == {("e",)}


@pytest.mark.parametrize("broken", ["facts:\n- {id: kiss, question: q}", "facts: [", "fact: []"])
def test_facts_that_cannot_be_read_are_not_called_unknown(tmp_path: Path, broken: str) -> None:
    (problem,) = _read(tmp_path, f"facts:\n{_fact('takes', 'kiss')}", broken).problems
    assert "layer-1" in problem.place.path
