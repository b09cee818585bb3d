"""`python -m bot.training`: fit the ranking anew; `--help` tells what else."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from dataclasses import asdict

from bot.training import sentences, vectors
from bot.training.examples import gather, knowledge
from bot.training.fit import fit
from bot.training.metrics import Metrics, measure
from bot.training.record import Record, as_text, read, record, write
from bot.training.validate import cross_validate, reliability, thresholds

POINT = 1.0
"""How far metrics may be from the shipped ones where arithmetic differs, in per cent."""


def main() -> int:
    """Do what the command line asks for, and return the exit code."""
    parser = ArgumentParser(prog="python -m bot.training", description="Make the matcher's model.")
    commands = {
        "fit": (_fit, "fit the ranking and write it with its record; what happens by default"),
        "verify": (_verify, "fit, write nothing, and hold the outcome against what ships"),
        "validate": (_validate, "print what each threshold gives out of sample"),
        "sentences": (_sentences, "encode the shipped facts; after any change to them"),
        "projection": (_projection, "make the projection of sentence vectors anew, and encode"),
        "vectors": (_vectors, "make the word vectors, with libraries that the bot does not need"),
    }
    about = "; ".join(f"{name}: {text}" for name, (_, text) in commands.items())
    parser.add_argument("command", nargs="?", choices=commands, default="fit", help=about)
    command, _ = commands[parser.parse_args().command]
    return command()


def _made() -> tuple[str, Record]:
    """Fit afresh: the weights and their record."""
    examples = gather()
    weights = as_text(fit(examples.all))
    full, _ = cross_validate(examples)
    return weights, record(weights, examples, measure(full))


def _fit() -> int:
    weights, made = _made()
    write(weights, made)
    print(_shown(made.metrics))
    return 0


def _verify() -> int:
    shipped, (_, made) = read(), _made()
    if made.weights == shipped.weights:
        print("The same weights as shipped.")
        return 0
    for path in made.changed(shipped):
        print(f"{path} is not what the shipped weights were fitted on.")
    print(f"shipped: {_shown(shipped.metrics)}\nnow:     {_shown(made.metrics)}")
    return int(made.metrics.furthest(shipped.metrics) > POINT)


def _validate() -> int:
    full, thin = cross_validate(gather())
    for title, outcomes in (("all phrasings", full), ("few phrasings", thin)):
        print("\n".join((title, *thresholds(outcomes), *reliability(outcomes), "")))
    return 0


def _sentences() -> int:
    print(f"{sentences.make(knowledge())} new texts.")
    return 0


def _projection() -> int:
    print(f"{sentences.make(knowledge(), afresh=True)} texts.")
    return 0


def _vectors() -> int:
    vectors.make()
    return 0


def _shown(metrics: Metrics) -> str:
    parts = (f"{name.replace('_', ' ')} {value:.1f} %" for name, value in asdict(metrics).items())
    return ", ".join(parts)


if __name__ == "__main__":
    sys.exit(main())
