"""Whether a text is in a language whose words are not known: any but English and Korean.

Such a text is left as it is (a Spanish word is no misspelt English one), and what it means is left
to the sentence encoder. Told by the script, or by the small words of a language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

__all__ = ["is_foreign"]

_LETTER = re.compile(r"[^\W\d_]")
_LATIN_OR_HANGUL = re.compile(
    "[A-Za-z\u00aa-\u02af\u1e00-\u1eff가-힣\u1100-\u11ffㄱ-ㅣ\uff21-\uff5a]"
)

_SMALL_WORDS = frozenset(
    """
ada adalah akan ang ano apa apakah auf avec ay bagaimana bakit berapa bir ce che chi combien
como cosa cua cual cuando cuantas cuanto cuantos czy dans dari daw del della delle dem der
des dimana dlaczego donde dos dove duoc een ein eine einen ela ele elle est esta estan este foi
fur gdzie gi gibt gli haben habra hanno hat hay heeft het hindi hoeveel icin ilan ini ist itu jak
jest kac kailan kapan kenapa khong kiedy kommt komt kto las les leur los mengapa mga mit morre
muere mueren nasil neden nel nella nerede nhieu nhung nicht nie niet oder ohne onde ont paano para
perche phim por porque pourquoi przez qual quand quando quantas quante quanti quantos que quel
quelle quels quem qui quien quienes saan sans sao sara sem ser sera siapa sie sigue sind sino
sobre sono sont sudah tem tidak tiene uma una und une uno vai von voor waar waarom wann warum
welche welcher welches welke wer wie wird wo wordt wurde yok yung zijn zu
""".split()
)
"""Words that are common in Spanish, Portuguese, French, German, Italian, Dutch, Polish, Turkish,
Indonesian, Vietnamese or Filipino, without their marks, and no English words, names or slips."""

_ENGLISH = frozenset(
    """
the an are was were do does did have will would can could of for with and or what who when where
why how which not it be she they i my you that this there
""".split()
)


def is_foreign(text: str, found: Sequence[str]) -> bool:
    """Whether `text`, of the words `found`, is in neither English nor Korean, mostly."""
    if not text.isascii():
        letters = _LETTER.findall(unicodedata.normalize("NFKC", text))
        if sum(_LATIN_OR_HANGUL.match(letter) is None for letter in letters) * 2 > len(letters):
            return True
    small = sum(word in _SMALL_WORDS for word in found)
    return small > 0 and small > sum(word in _ENGLISH for word in found)
