"""Files that are sent: what is taken, and what is refused before it costs anything."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile

import pytest

from bot.curation.uploads import MOST_BYTES, MOST_FILES, MOST_UNPACKED, Unusable, unpack

FACTS = b"facts: [{id: one, question: One?, answer: Yes.}]\n"


def packed(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(Unusable) as refused:
        unpack(name, data)
    return str(refused.value)


def test_a_file_is_itself_and_a_zip_file_what_is_in_it() -> None:
    assert unpack("mine.yaml", FACTS) == (("mine.yaml", FACTS),)
    files = {"a.yaml": FACTS, "phrasings/b.YAML": b"phrasings: {one: [is it one]}\n"}
    assert unpack("all.ZIP", packed(**files)) == tuple(files.items())


def test_other_files_are_refused() -> None:
    assert "no .yaml and no .zip" in refusal("facts.yml", FACTS)
    assert "no .yaml and no .zip" in refusal("facts", FACTS)
    assert "no whole zip file" in refusal("facts.zip", FACTS)
    assert "no whole zip file" in refusal("facts.zip", packed(**{"a.yaml": FACTS})[:-30])
    assert "holds no file" in refusal("facts.zip", packed())


def test_a_zip_file_in_a_zip_file_is_refused() -> None:
    inner = packed(**{"a.yaml": FACTS})
    assert "holds inner.zip" in refusal("outer.zip", packed(**{"inner.zip": inner}))


def test_too_large_and_too_many_are_refused() -> None:
    assert "larger than 4 MiB" in refusal("a.yaml", b"#" * (MOST_BYTES + 1))
    many = {f"{number}.yaml": b"#" for number in range(MOST_FILES + 1)}
    assert "more than 200 files" in refusal("a.zip", packed(**many))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = packed(**{"a.yaml": bytes(200 * 2**20)})
    tracemalloc.start()
    try:
        assert "unpacked it is larger" in refusal("a.zip", bomb)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2**20
    several = packed(**{f"{n}.yaml": bytes(MOST_UNPACKED // 3) for n in range(4)})
    assert "unpacked it is larger" in refusal("a.zip", several)


def test_a_file_that_is_larger_than_it_says_is_refused() -> None:
    """Its list claims a few bytes; what comes out is the bomb."""
    bomb = bytearray(packed(**{"a.yaml": bytes(50 * 2**20)}))
    size = struct.pack("<L", 50 * 2**20)
    while (place := bomb.find(size)) >= 0:
        bomb[place : place + 4] = struct.pack("<L", 10)
    tracemalloc.start()
    try:
        assert "no whole zip file" in refusal("a.zip", bytes(bomb))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2**20


def test_a_password_is_refused() -> None:
    data = bytearray(packed(**{"a.yaml": FACTS}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + offset] |= 1
    assert "has a password" in refusal("a.zip", bytes(data))
