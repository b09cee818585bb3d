"""Whether a text is in a language whose words are not known: any but English and Korean.

Such a text is left as it is (a Spanish word is no misspelt English one), and what it means is left
to the sentence encoder. Told by the script, by letters that English does not have, or by the small
words of a language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

__all__ = ["is_foreign", "is_mostly_strange"]

MOSTLY = 3
"""One word in so many has to be strange, for a text to be in another language: of 8,000 fitting
questions in English none is taken for one, and of those in other languages three in four that
`is_foreign` misses."""

LEAST_LETTERS = 4
"""Letters that these have together: "k" is a word in chats of any language."""

_LETTER = re.compile(r"[^\W\d_]")
_LATIN_OR_HANGUL = re.compile(
    "[A-Za-z\u00aa-\u02af\u1e00-\u1eff가-힣\u1100-\u11ffㄱ-ㅣ\uff21-\uff5a]"
)

_MARKED = re.compile(r"\b\w*[\u00c0-\u00f6\u00f8-\u024f\u1e00-\u1eff]\w*")
"""A word with a letter that English does not have."""

_SMALL_WORDS = frozenset(
    """
aan acontece acteurs actores actriz ada adalah aflevering afleveringen ainda akan akhirnya algo
alguien algum alla anche anders ang ano anong anulowane apa apakah arti atores attore attori
auch auf aux avec ay ba babalik bagaimana bakit banget bansa bao bedzie bei belum berapa bir
boek bolum bolumde bu buat buhay capitulo capitulos ce che chet chi cikacak combien como cosa
cua cual cuando cuantas cuanto cuantos czy daha dan dans dari dat dau daw de degil del della
delle dem depois der des deutsche dien dimana ditonton dizi dlaczego donde dood dos dove dulu
duoc ecco echt ediyor een ein einde eine einen el ela ele elenco elle endingnya episodenya
episodi episodios esce est esta estan este explicado explication finisce foi folge folgen fur
gaano gaat gak gdzie gebeurt geeft gelecek gibi gibt gibts gimana gio gli haben habra hangi
hanno hay heeft heet het hindi hoeveel icin iedereen ihre ikut ilan ilang ile ini interpreta ist
istiyor itu izlenir için jak je jemand jest joue juga juntos kac kailan kalo kanino kapan
kaçıncı kelan kenapa khi khong kiedy kimi kimler kommt komt konczy konusu kto ktora ktory la las
le lebt leeft les leur lohnt los maar maganda mati meisje mengapa meninggal merita meron meurt
mga miedo miedosa mit morre morreu morta morto muere mueren muore murio musim muy naar nag
naging nakaligtas namatay nangyari nao nasa nasaan nasil nasıl neden nel nella nerde nerede
nereden ng nggak nguoi nhan nhieu nhung nicht nie niet noch noemen nomes nonton nung nyo ob
odcinek odcinkow oder ohne olacak oldu olecek olmak oluyor onde ont oynuyor oyuncu paano paham
panoorin para pas pasa pasó pelicula pemain pemeran perche personagens personaggi phan phim
pinas po por porque pourquoi pq przez przezyje puntate qual quand quando quantas quante quanti
quantos que quel quelle quels quem questa qui quien quienes quoi reparto romantiek saan saison
sampai sans sao sara sebutan seine seizoen selamat sem sempre ser sera seru seviyor sezon
sezonie sezonu siapa sich sie sigue sih sind sinh sino sinopsis smierc sobre sobrevive
sobreviven sono sonra sont sonunda sopravvive sortie speelt spiegazione spielt staffel stagione
stirbt sudah survit syutingnya talaga tayang tem temporada temporadas terminan tidak tiene toch
torna totoo truong trwa tuoi udah uma umarl umiera una und une uno vai van vay veut vien vinto
vira vivant vive volta von vonden voor vrai waar waarom wann warum wat welche welcher welches
welk welke wer wie wieso wieviele wird wo worden wordt wroci wurde xem yang yg yok yung zginal
zijn zmienia zu zyje çıkacak
""".split()
)
"""Words that are common in Spanish, Portuguese, French, German, Italian, Dutch, Polish, Turkish,
Indonesian, Vietnamese or Filipino, mostly without their marks, and no names or slips of English."""

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
    strange = sum(word in _SMALL_WORDS for word in found) + len(_MARKED.findall(text))
    return strange > 0 and strange > sum(word in _ENGLISH for word in found)


def is_mostly_strange(found: Sequence[str], strange: Sequence[str], asked: int) -> bool:
    """Whether so many words are `strange`, such as another language has and English does not.

    Of `asked` words beside the names; every little word of English speaks against it, twice.
    """
    english = sum(word in _ENGLISH for word in found)
    is_much = len(strange) * MOSTLY >= asked and sum(map(len, strange)) >= LEAST_LETTERS
    return is_much and len(strange) > 2 * english
