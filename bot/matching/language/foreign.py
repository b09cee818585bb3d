"""Whether a text is in a language whose words the matcher does not know: all but English and Korean.

Such a text is left as it is (a Spanish word is no misspelt English one), and what it means is left
to the sentence encoder. Told by the script, or by the small words of a language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

__all__ = ["is_foreign"]

_LETTER = re.compile(r"[^\W\d_]")
_LATIN_OR_HANGUL = re.compile("[A-Za-z\u00aa-\u02af\u1e00-\u1eff가-힣\u1100-\u11ffㄱ-ㅣ\uff21-\uff5a]")

_SMALL_WORDS = frozenset(
    """
que quien quienes cual cuando cuantos cuantas donde como por para porque esta este estan hay una
uno los las del con sin sobre tiene sera habra cuanto muere mueren vive sigue quem qual quando
quantos quantas onde porque uma um dos das nao tem vai sao esta com sem sobre ser foi ele ela
morre qui quel quelle quels quand combien pourquoi comment est ce une des les dans avec sans sur
sont pas il elle leur ont fait mort wer wie wann wo warum welche welcher welches ist sind der das
den dem ein eine einen und oder nicht mit ohne von zu auf fur hat haben wird gibt es im wurde kommt
chi che cosa dove perche quanti quante il lo gli della delle nel nella una sono non hanno ha
sara wie welke waar waarom hoeveel het een zijn niet met voor heeft wordt komt kto co kiedy gdzie
dlaczego jak ile jest czy nie sie przez kim ne nerede nasil neden kac kim icin bir ve mi var yok
siapa apa kapan dimana mana kenapa mengapa bagaimana berapa yang dan di ke dari ada akan adalah
apakah tidak ini itu sudah ai la gi nao khi sao tai bao nhieu co khong cua va nhung duoc phim
sino ano kailan saan bakit paano ilan ang ng mga sa ba si na ay may hindi yung daw po
""".split()
) - frozenset(
    """
a as at be come den die do fait for he her him in is it la lo long me mi most no of on pas per
plus sale see si so son sin tal ten the to us sa san man mana met mort nao nan com con dan das di
du es et ha ile yang um co non ng il im ke ne nell na ni po va sur tai var ve vive kim khi may bao ai ba es
""".split()
)
"""Words that are common in Spanish, Portuguese, French, German, Italian, Dutch, Polish, Turkish,
Indonesian, Vietnamese or Filipino, without their marks, and no English word, name or slip of one."""

_ENGLISH = frozenset(
    """
the a an is are was were do does did has have had will would can could of in on for with and or
what who when where why how which not be it he she they i my you that this there
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
