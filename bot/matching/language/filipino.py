"""Filipino as people ask with it, and the English that it is matched as: data, no logic.

An entry of no English says nothing in a question.
"""

from __future__ import annotations

__all__ = ["FILIPINO"]

FILIPINO = """
ano = what | anong = what | sino = who | sino sino = who | sino-sino = who | may season = is there season | sinong = who | kanino = whose | kailan = when
kelan = when | saan = where | san = where | saang = which place | nasaan = where | bakit = why
paano = how | pano = how | pa'no = how | ilan = how many | ilang = how many
ilang taon = how old | ilang taong gulang = how old | gulang = age | edad = age
ilang beses = how many times | beses = times | gaano = how | gaano katagal = how long
gaano kahaba = how long | gaano katangkad = how tall | magkano = how much | alin = which
aling = which | namatay = died | mamatay = die | mamamatay = die | patay = dead
pinatay = killed | pumatay = killed | pinapatay = kills | buhay = alive | nabuhay = survived
mabubuhay = survives | nakaligtas = survived | makakaligtas = survives | ligtas = safe
nakagat = bitten | kinagat = bit | kumagat = bit | kagat = bite | naging = turned into
magiging = turn into | nahawa = infected | nahawaan = infected | infected = infected
gamot = cure | lunas = cure | bakuna = vaccine | immune = immune | nangyari = happened
nangyayari = happens | mangyayari = happens | babalik = return | bumalik = returned
balik = return | lalabas = come out | ipapalabas = release | lumabas came = out
ilalabas = release | petsa = date | tungkol = about | tungkol saan = about | patungkol = about
panoorin = watch | mapapanood = watch | manood = watch | napanood = watched
pinapanood = watching | pelikula = film | palabas = series | serye = series | drama = drama
artista = actor | aktor = actor | aktres = actress | gumanap = played | gumaganap = plays
ginampanan = played | karakter = character | tauhan = characters | bida = lead
kontrabida = villain | direktor = director | nagdirek = directed | sumulat = wrote
nagsulat = wrote | manunulat = writer | gumawa = made | ginawa = made | lumikha = created
maganda = good | sulit = worth watching | pangit = bad | nakakatakot = scary | nakakadiri = gory
madugo = gory | bata = kid | mga bata = kids | pwede sa bata = suitable for kids
magulang = parents | tatay = father | papa = father | ama = father | daddy = father
nanay = mother | mama = mother | ina = mother | kapatid = sibling | kapatid na lalaki = brother
kuya = brother | ate = sister | anak = child | sanggol = baby | beybi = baby | buntis = pregnant
kaibigan = friend | bestfriend = best friend | guro = teacher | titser = teacher
teacher = teacher | prinsipal = principal | punong guro = principal | estudyante = student
mag-aaral = student | paaralan = school | eskwelahan = school | eskwela = school | klase = class
presidente ng klase = class president | class president = class president | silid = room
banyo = toilet | cr = toilet | ospital = hospital | bubong = rooftop | kantina = cafeteria
aklatan = library | mata = eye | pana = archery | mamamana = archer | mahal = loves
gusto = likes | may gusto = likes | nagkagusto = liked | umamin = confessed
nagtapat = confessed | naghalikan = kissed | nagkiss = kissed | nag-kiss = kissed | halik = kiss
halikan = kiss | hinalikan = kissed | magkatuluyan = end up together
nagkatuluyan = ended up together | mag-jowa = dating | jowa = dating | magjowa = dating
kasintahan = dating | asawa = married | kasal = married | totoo = true | totoong = real
tunay = real | tunay na pangalan = real name | hango = based | batay = based on | base = based on
kuwento = story | kwento = story | katapusan = ending | wakas = ending | huli = last
huling = last | dulo = end | sa dulo = in the end | sa huli = in the end | ipaliwanag = explain
paliwanag = explained | una = first | unang = first | susunod = next | ulit = again
muli = again | kinunan = filmed | shinoot = filmed | nag-shooting = filmed | shooting = filming
lugar = place | lungsod = city | siyudad = city | bansa = country | taga = from
taga saan = from where | galing = from | nanggaling came = from | pinanganak = born
ipinanganak = born | kaarawan = birthday | bday = birthday | birthday = birthday | taon = year
buwan = month | araw = day | oras = hours | minuto = minutes | tagal = long | haba = length
taas = height | katangkad = tall | pangalan = name | kahulugan = meaning | ibig sabihin = meaning
sinabi = said | sabi = said | anong sabi = what said | tao = people | babae = girl | lalaki = boy
dalaga = girl | sundalo = soldier | militar = army | pulis = police | bomba = bomb
binomba = bombed | virus = virus | nagsimula = started | simula = start | nagmula = origin
bahagi = season | yugto = episode | ikalawang = second | pangalawang = second | ikalawa = second
kumpirmado = confirmed | kanselado = cancelled | na-cancel = cancelled | nacancel = cancelled
tuloy = continue | itutuloy = continued | parangal = award | gantimpala = award | nanalo = won
napanalunan = won | kanta = song | kumanta = sang | tugtog = music | tunog = sound
pagkakaiba = difference | pinagkaiba = difference | kaibahan = difference | kaysa = than
kumpara = compared | pareho = same | lahat = all | sikat = popular | sumikat = popular
marami = many | manonood = viewers | views = views | boses = voice | nagboses = voice
salin = dub | tagalog = tagalog | natapos = finished | tapos = ended | bago = before
pagkatapos = after | habang = while | dahil = because | at = and | hindi = not
di = not | wala = no | walang = without | meron = is there | mayroon = is there | sabihin = tell
lider = leader | pwede = can | eksena = scene | makikita = seen | nasalihan = appeared in
kasali = joins | sumali = joined | tinatawag = called | tawag = called | pinas = philippines
pilipinas = philippines | pinay = filipina | pinoy = filipino | agad = immediately
dati = before | nasa = in | nilaro = played game | kasama = with | magkakaroon = will there be
gets = understand | tumakbo = run | mabilis = fast | mabagal = slow | tumalon = jump
nahulog = fell | nakatakas = escaped | tumakas = escaped | nagtago = hide | niligtas = saved
iniligtas = saved | nagsakripisyo = sacrificed | sakripisyo = sacrifice | nawala = missing
kuwarto = room | kwarto = room | pinto = door | bintana = window | gusali = building
pader = wall | palapag = floor | kotse = car | bisikleta = bicycle | baril = gun
kutsilyo = knife | sunog = fire | tubig = water | kumain = eat | kinain = ate | kinakain = eats
gutom = hunger | dugo = blood | kamay = hand | paa = leg | mukha = face | damit = clothes
uniporme = uniform | salamin = glasses | singsing = ring | regalo = gift | sulat = letter
mensahe = message | telepono = phone | selpon = phone | cellphone = phone | pamilya = family
apelyido = surname | ahensya = agency | bagong = new | ibang = other | iba = other
pamagat = title | titulo = title | koreano = korean | korea = korea | numero uno = number one
pwesto = rank | mahirap = difficult | umiyak = cried | natawa = laughed | nahiya = embarrassed
nag-sorry = apologised | humingi ng tawad = apologised | susunod na season = next season
na-postpone = postponed | naantala = postponed | balita = news | plano = plan
siyentipiko = scientist | eksperimento = experiment | daga = hamster | kumalat = spread
pigilan = stop | trabaho = job | anong trabaho = what job | saang school = which school
paboritong = favourite | paborito = favourite | nag-audition = audition | napili = chosen
pinili = chosen | kalahati = half | kalahating zombie = half zombie | halimaw = monster
tagal ng = how long | nag-aral = studied | nag-aaral = studies | kurso = course
makakabalik = return | makakapanood = watch | papanoorin = watch | nakita = seen
sa totoong buhay = in real life | season = season | episode = episode | ep = episode
eps = episodes | trailer = trailer | teaser = teaser | zombie = zombie | zombies = zombies
netflix = netflix | webtoon = webtoon | kdrama = kdrama | game = game | cast = cast
ending = ending | release = release | spoiler = spoiler | crush = crush | bully = bully
fans = fans | fan = fan | role = role | part = part | scene = scene | video = video
youtube = youtube | instagram = instagram | dub = dub | soundtrack = soundtrack
ost = soundtrack | hospital = hospital | squid = squid
may = | ba = | po = | opo = | ang = | ng = | sa = | si = | ni = | kay = | na = | pa = | nga =
lang = | naman = | talaga = | daw = | raw = | yung = | 'yung = | nung = | nong = | dun = | doon =
dito = | ito = | yan = | yun = | iyon = | iyan = | nyo = | niyo = | ko = | ako = | kayo =
tayo = | kami = | mo = | niya = | nya = | siya = | sya = | nila = | sila = | kasi = | kaya =
eh = | ha = | huhu = | guys = | pls = | mga = | din = | rin = | ay = | para = | kung = | pag =
nang = | naba = | bang =
"""
