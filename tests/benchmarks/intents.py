"""A public intent set: `python -m tests.benchmarks.intents OUT.csv WHEEL...`.

The voice-assistant skills of OpenVoiceOS carry what people say to them, an intent a file (Apache
2.0). Get some with `pip download --no-deps ovos-skill-weather ovos-skill-date-time
ovos-skill-alerts ovos-skill-personal`; this writes them as text,label for `--intents`.
"""

from __future__ import annotations

import csv
import random
import re
import sys
import zipfile
from pathlib import Path

MOST = 40
"""Texts of an intent that are kept, drawn at random: some skills list every combination."""

FILLINGS = {
    "location": "Lisbon Oslo Nairobi Boston Kyoto Lima".split(),
    "day": "Monday Friday Sunday".split(),
    "date": ["tomorrow", "next week", "the third"],
}


def main() -> None:
    """Read the intents of all wheels and write the CSV file."""
    rng = random.Random(1)
    out, *wheels = sys.argv[1:]
    with Path(out).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for wheel in wheels:
            with zipfile.ZipFile(wheel) as archive:
                for name in sorted(archive.namelist()):
                    if re.search(r"en-us/.*\.intent$", name, re.IGNORECASE):
                        label = f"{Path(wheel).name.split('-')[0]}/{Path(name).stem}"
                        for text in _texts(archive.read(name).decode("utf-8"), rng):
                            writer.writerow([text, label])


def _texts(content: str, rng: random.Random) -> list[str]:
    lines = sorted({line.strip() for line in content.splitlines() if line.strip()})
    rng.shuffle(lines)
    return [re.sub(r"\{(\w+)\}", lambda m: _filling(m[1], rng), line) for line in lines[:MOST]]


def _filling(slot: str, rng: random.Random) -> str:
    return rng.choice(FILLINGS.get(slot, ["two"]))


if __name__ == "__main__":
    main()
