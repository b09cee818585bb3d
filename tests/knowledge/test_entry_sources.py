"""What can be wrong with a source and its web address."""

from __future__ import annotations

import pytest

from .conftest import Problems, table
from .entries import ADDRESS, CHARACTER, URL, fact, source


@pytest.mark.parametrize(
    ("content", "problem"),
    table({
        "picture without a licence": (fact(f"image: {{url: '{URL}'}}"),
                                      "3:1: fact 'a': 'image.licence' is missing; add it"),
        "picture without an address": (fact("image: {licence: Mine, url: here}"),
                                       f"3:24: fact 'a': 'image.url' {ADDRESS}"),
        "misspelt key of a source": (source(f"title: t, url: '{URL}', publsher: p"),
                                     "3:41: fact 'a': unknown key 'sources[1].publsher'; "
                                     "did you mean 'publisher'?"),
        "no address": (source("title: t"),
                       "2:45: fact 'a': 'sources[1].url' is missing; add it"),
        "no such month": (source(f"title: t, url: '{URL}', date: 2022-13"),
                          "3:41: fact 'a': 'sources[1].date' is not well-formed; "
                          "write 2022, 2022-02 or 2022-02-07"),
        "script": (source("title: t, url: 'javascript:alert(1)'"),
                   f"3:11: fact 'a': 'sources[1].url' {ADDRESS}"),
        "no scheme": (source("title: t, url: example.org/a"),
                      f"3:11: fact 'a': 'sources[1].url' {ADDRESS}"),
        "no host": (source("title: t, url: 'https:///a'"),
                    f"3:11: fact 'a': 'sources[1].url' {ADDRESS}"),
        "half an IPv6 address": (source("title: t, url: 'https://[::1'"),
                                 f"3:11: fact 'a': 'sources[1].url' {ADDRESS}"),
        "impossible port": (source("title: t, url: 'https://example.org:99999/'"),
                            f"3:11: fact 'a': 'sources[1].url' {ADDRESS}"),
        "empty address": (source("title: t, url: ''"),
                          f"3:11: fact 'a': 'sources[1].url' {ADDRESS}"),
        "space": (source("title: t, url: https://example.org/a b"),
                  f"3:11: fact 'a': 'sources[1].url' {CHARACTER}"),
        "angle brackets": (source("title: t, url: https://example.org/<a>"),
                           f"3:11: fact 'a': 'sources[1].url' {CHARACTER}"),
        "control character before": (source('title: t, url: "\\x01https://example.org"'),
                                     f"3:11: fact 'a': 'sources[1].url' {CHARACTER}"),
        "turned writing": (source('title: t, url: "https://example.org/\\u202ea"'),
                           f"3:11: fact 'a': 'sources[1].url' {CHARACTER}"),
        "user name": (source("title: t, url: https://netflix.com@example.org/a"),
                      "3:11: fact 'a': 'sources[1].url' holds a user name; "
                      "write the address without it"),
        "long address": (source(f"title: t, url: {URL}{'a' * 500}"),
                         "3:11: fact 'a': 'sources[1].url' is longer than 500 characters; "
                         "shorten it"),
    }),
)  # fmt: skip
def test_a_source_that_is_refused(content: str, problem: str, problems: Problems) -> None:
    assert problems(content) == [f"a.yaml:{problem}"]


@pytest.mark.parametrize(
    "content",
    [
        source("title: t, url: 'https://ko.wikipedia.org/wiki/박솔로몬?a=b#c', date: 2022-02"),
        source("title: t, url: 'http://example.org:8080/@user', date: 2022"),
    ],
)
def test_a_source_that_is_read(content: str, problems: Problems) -> None:
    assert problems(content) == []
