"""Filipino as people ask with it, and the English that it is matched as: data, no logic.

An entry of no English says nothing in a question.
"""

from __future__ import annotations

__all__ = ["FILIPINO"]

FILIPINO = """
ano = what | anong = what | sino = who | sino sino = who | may season = is there season
sinong = who | kanino = whose | kailan = when | kelan = when | saan = where | san = where
saang = which place | nasaan = where | bakit = why | paano = how | pano = how | ilan = how many
ilang = how many | ilang taon = how old | ilang taong gulang = how old | gulang = age
edad = age | ilang beses = how many times | beses = times | gaano = how
gaano katagal = how long | gaano kahaba = how long | gaano katangkad = how tall
magkano = how much | alin = which | aling = which | namatay = died | mamatay = die
mamamatay = die | patay = dead | pinatay = killed | pumatay = killed | pinapatay = kills
buhay = alive | nabuhay = survived | mabubuhay = survives | nakaligtas = survived
makakaligtas = survives | ligtas = safe | nakagat = bitten | kinagat = bit | kumagat = bit
kagat = bite | naging = turned into | magiging = turn into | nahawa = infected
nahawaan = infected | infected = infected | gamot = cure | lunas = cure | bakuna = vaccine
immune = immune | nangyari = happened | nangyayari = happens | mangyayari = happens
babalik = return | bumalik = returned | balik = return | lalabas = come out
ipapalabas = release | ilalabas = release | petsa = date | tungkol = about | tungkol saan = about
patungkol = about | panoorin = watch | mapapanood = watch | manood = watch | napanood = watched
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
taga saan = from where | galing = from | pinanganak = born | ipinanganak = born
kaarawan = birthday | bday = birthday | taon = year | buwan = month | araw = day | oras = hours
minuto = minutes | tagal = long | haba = length | taas = height | katangkad = tall
pangalan = name | kahulugan = meaning | ibig sabihin = meaning | sinabi = said | sabi = said
anong sabi = what said | tao = people | babae = girl | lalaki = boy | dalaga = girl
sundalo = soldier | militar = army | pulis = police | bomba = bomb | binomba = bombed
virus = virus | nagsimula = started | simula = start | nagmula = origin | bahagi = season
yugto = episode | ikalawang = second | pangalawang = second | ikalawa = second
kumpirmado = confirmed | kanselado = cancelled | na-cancel = cancelled | nacancel = cancelled
tuloy = continue | itutuloy = continued | parangal = award | gantimpala = award | nanalo = won
napanalunan = won | kanta = song | kumanta = sang | tugtog = music | tunog = sound
pagkakaiba = difference | pinagkaiba = difference | kaibahan = difference | kaysa = than
kumpara = compared | pareho = same | lahat = all | sikat = popular | sumikat = popular
marami = many | manonood = viewers | views = views | boses = voice | nagboses = voice
salin = dub | tagalog = tagalog | natapos = finished | tapos = ended | bago = before
pagkatapos = after | habang = while | dahil = because | at = and | hindi = not | di = not
wala = no | walang = without | meron = is there | mayroon = is there | sabihin = tell
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
pinili = chosen | kalahati = half | halimaw = monster | tagal ng = how long | nag-aral = studied
nag-aaral = studies | kurso = course | makakabalik = return | makakapanood = watch
papanoorin = watch | nakita = seen | sa totoong buhay = in real life | season = season
episode = episode | eps = episodes | trailer = trailer | teaser = teaser | kdrama = kdrama
game = game | cast = cast | ending = ending | release = release | spoiler = spoiler
crush = crush | bully = bully | fans = fans | fan = fan | role = role | part = part
scene = scene | video = video | youtube = youtube | instagram = instagram | dub = dub
soundtrack = soundtrack | ost = soundtrack | hospital = hospital | may = | ba = | po = | opo =
ang = | ng = | sa = | si = | ni = | kay = | na = | pa = | nga = | lang = | naman = | talaga =
daw = | raw = | yung = | nung = | nong = | dun = | doon = | dito = | ito = | yan = | yun =
iyon = | iyan = | nyo = | niyo = | ko = | ako = | kayo = | tayo = | kami = | mo = | niya =
nya = | siya = | sya = | nila = | sila = | kasi = | kaya = | eh = | ha = | huhu = | guys =
pls = | mga = | din = | rin = | ay = | para = | kung = | pag = | nang = | naba = | bang =
nanggaling = came from | lumabas = came out | ano-ano = what | buhay pa = still alive
para saan = what for | sila ba = end up together | ilang araw = how many days
naging sila = ended up together | kasama pa ba = return | laban = fight
tunay na buhay = real life | anong araw = what date | buong pangalan = full name
magiging sila = end up together | anong oras = what time | ilang buwan = how many months
labas = release | ibang pelikula = other films | pang-ilan = which number | dami = how many
ka-edad = same age | anong buwan = which month | papel = role | mga namatay = who died
taong gulang = years old | unang namatay = died first | kamatayan = death | mga artista = cast
labanan = fight | nabubuhay = alive | anong klase = what kind | isang = one | mabuhay = survive
love team = couple | top 1 = number one | anu-ano = what | numero = number
kolehiyo = university | saan nakatira = where live | college = university
impeksiyon = infection | unang project = debut | bakit ang tagal = why so long
pagkamatay = death | ilang episode = how many episodes | pagbabalik = return | direk = director
unibersidad = university | unang episode = episode 1 | pang-ilang episode = which episode
part 2 = season 2 | part 3 = season 3 | part 1 = season 1 | anong episode = which episode
inilabas = released | ipinanganak sa = born in | serbisyo militar = military service
unang season = season 1 | patayin = kill | ipinanganak noong = born
ilan ang episode = how many episodes | pagpatay = killing | matanda = old | away = fight
pagkuha = filming | anong kurso = what major | season one = season 1 | mamamatay-tao = killer
mula = from | dating = dating | ahensiya = agency | guro sa agham = science teacher
petsa ng labas = release date | pala = | kuha = takes | ikalawang season = season 2
make-up = makeup | kanino galing = from who | ilang take = how many takes
anong klaseng = what kind | masayang wakas = happy ending | nanonood = watching
pangalawang season = season 2 | muna = | ikatlong season = season 3 | natitira = left survivors
napatay = killed | ginagampanan = plays | kasama sa cast = in the cast | part two = season 2
season two = season 2 | taping = filming | gumaganap bilang = plays as
nangungunang = number one | nag-taping = filmed | saang bansa = which country
guro sa science = science teacher | saang lugar = which place | paano nagtapos = how ends
nagbalik = returned | saan mapapanood = where to watch | gumanap bilang = played as
napapanood = watch | sino ang gumanap = who plays | petsa ng kapanganakan = birthday
namamatay = dies | papatayin = kill | nag-shoot = filmed | artistang babae = actress
kumpletong pangalan = full name | artistang lalaki = actor | mapanood = watch | loveteam = couple
lugar ng shooting = filming location | mas = more | nag-debut = debut
saang episode = which episode | nag-aaway = fight | nangunguna = number one
saang season = which season | nag-military = military service | isa = one | lumalaban = fights
season three = season 3 | bumabalik = returns | ngayon = now | nanood = watched
petsa ng release = release date | sinong gumanap = who plays | komiks = comic
kinumpirma = confirmed | gaano kalaki = how big | nakakahawa = infectious | ipinalabas = released
ipinalabas sa = released on | premyo = award | natira = left survivors | gaano kataas = how tall
sinu-sino = who | bat = why | mga nakaligtas = survivors | pagpapalabas = release
nilabas = released | matangkad = tall | kinunan sa = filmed in | gaganap = plays | yong =
pangatlong season = season 3 | worth it = worth watching | inamin = confessed
pinalabas = released | nagbabalik = returns | alam = know | gaano kabilis = how fast
pinanood = watched | nagsimulang umarte = debut | nanguna = number one | hanggang = until
bahay = house | eksena ng halikan = kiss scene | ung = | magbabalik = return | kaya ba = can
magtatapos = end | yata = | tulad = like | gaano karami = how many | maging = become
makabalik = return | high school = high school | nang-bully = bullied | na-bully = bullied
asan = where | dalawang = two | papatay = kill | pinaslang = killed | anong height = how tall
pumapatay = kills | parang = like | sakit = disease | gaano kalayo = how far | syota = dating
uri = kind | kasama ba = in | nakumpirma = confirmed | pag-ibig = love
kissing scene = kiss scene | magkasintahan = couple | gampanin = role | lng = | mundo = world
adviser = homeroom teacher | following = followers | gagawin = do | puso = heart | panu = how
nasan = where | nakapatay = killed | impeksyon = infection | ilang takes = how many takes
manuod = watch | mga kaibigan = friends | iskrip = script | inanunsyo = announced | award = award
ginagawa = does | gaano kalakas = how strong | anak na babae = daughter | dahilan = reason
pagkain = food | wika = language | magkarelasyon = dating | katawan = body
inanunsiyo = announced | gabi = night | tinatablan = infected | saklolo = rescue
mas bata = younger | siga = bully | makita = see | tapos na = finished | gamit = use
dalawa = two | kagatin = bite | sinasabi = says | tatlong = three | name tag = name tag
nagligtas = saved | mayroong = is there | buong mundo = worldwide | kinukunan = filming
kabilang = part of | ayaw = hates | naka-survive = survived | nag-survive = survived
anak na lalaki = son | pinaka = most | ginagamit = uses | nagkabalikan = back together
agency = agency | maaari = can | suntukan = fight | real name = real name | tama = true
buhok = hair | gawa = made | nasagip = rescued | nakikita = sees | katulad = like
mas maganda = better | nagkaroon = had | kinakagat = bites | pinagkunan = filming location
magandang = good | napanuod = watched | pamahalaan = government | kapatid na babae = sister
batang = young | noon = before | totoo ba = is it true | makaka-survive = survives
pagtatapat = confession | masaya = happy | script = script | rating = rating | panuorin = watch
matagal = long | ililigtas = save | aamin = confess | apat = four | ngayong taon = this year
pagbabago = change | kapangyarihan = power | malakas = strong | sanhi = cause | lakas = power
grupo = group | nagkatuluyan ba = end up together | stage name = stage name | umaamin = confesses
pang-apat = fourth | relasyon = relationship | mas malakas = stronger | opisyal = official
debut = debut | kayang = can | sinagip = rescued | magkakatuluyan = end up together
aral = lesson | pangarap = dream | makeup = makeup | release date = release date | linggo = week
galit = angry | takot = afraid | pakiramdam = feel | magtapat = confess | masama = villain
nmn = | isang beses = once | mag-aral = study | nagbuwis ng buhay = sacrificed life
science teacher = science teacher | ipinagtapat = confessed | followers = followers
gamitin = use | limang = five | pangyayari = events | hayop = animal | bukas = open
pagmamahal = love | umalis = left | bawal sa bata = suitable for kids | ganda = beautiful
ginamit = used | nararamdaman = feels | ibang drama = other works
military service = military service | bkt = why | dalawang beses = twice | mas mabilis = faster
mga nagawa = works | ingles = english | ibinigay = gave | maaring = can | nagiging = turns into
anim = six | kiss scene = kiss scene | bagong drama = new project | totoong buhay = true story
kakagatin = bite | akala = thought | laman = flesh | happy ending = happy ending | tulong = help
laman ng tao = human flesh | pwedeng = can | kakayahan = ability | utak = brain
iniisip = thinks | mga aktor = actors | gumagawa = makes | aalis = leave | proyekto = project
rescue = rescue | nakaraang taon = last year | kukunan = film | tlga = | tas =
gobyerno = government | ss2 = season 2 | dedo = dead | nagsasakripisyo = sacrifices
nakasurvive = survived | makakasurvive = survives | nagsurvive = survived | kumakagat = bites
nangagat = bit | nakakagat = bites | nahahawa = infected | mahahawa = infected
nakahawa = infected | hawaan = infection | nainfect = infected | na-infect = infected
nililigtas = saves | sumagip = rescued | nambully = bullied | nambubully = bully
nambu-bully = bully | binully = bullied | nabully = bullied | binubully = bullied
binu-bully = bullied | pambubully = bullying | pambu-bully = bullying | nagdedate = dating
nagde-date = dating | nagtatapat = confesses | kiniss = kissed | kinikiss = kisses
magki-kiss = kiss | nagki-kiss = kiss | magkiss = kiss | naging magjowa = ended up together
nalaman = found out | nagshoot = filmed | sinoshoot = filming | nagshooting = filmed
nagsushooting = filming | nagsu-shooting = filming | nagtaping = filmed | kumpanya = company
nagganap = played | nagdebut = debut | manhwa = comic | pinanuod = watched | ipinapanood = watch
nagsundalo = military service | magsusundalo = military service | magmilitar = military service
mandatory service = military service | kaedad = same age | nametag = name tag | linya = line
narinig = heard | couple = couple | okay ba = good | nakilala = met | nakilala sa = known for
linggo-linggo = weekly | pitong = seven | nagulat = surprised | pagsasanay = training
nagsabi = said | damdamin = feelings | nag-boses = voiced | suot = wear | apoy = fire
isyu = controversy | uminom = drink | pangunahing tauhan = main character | may-akda = author
libre = free | tatlo = three | natagpuan = found | nakatira = lives | nakatira sa = lives in
lahi = ethnic background | milyon = million | ibang palabas = other works
totoong kwento = true story | amoy = smell | ngipin = teeth | totoong pangyayari = true story
basahin = read | pang-amoy = smell | iniwan = left behind | labi = lips | aso = dog
lumalabas = comes out | nilikha = created | ikatlong = third | orihinal = original
sampung = ten | kalaban = enemy | iwan = leave | mga sundalo = soldiers | pusa = cat
kasunod = next | marinig = hear | batas militar = martial law | sasakyan = car | agosto = august
mayo = may | survivor = survivor | naririnig = hears | hinahanap = search | ipinakita = shown
tlaga = | paningin = sight | kumakain = eats | kagaya = like | sad ending = sad ending
kabanata = chapter | enero = january | walong = eight | infection = infection
pinagmulan = origin | agham = science | naalala = remembered | gastos = cost
mga karakter = characters | hunyo = june | oktubre = october | naramdaman = felt
base sa totoong buhay = based on true story | nabasa = read | tema = theme | nobyembre = november
lihim = secret | nawalan ng mata = lost eye | bigat = weight | bida sa = lead of
mga bida = leads | modelo = model | gagawa = make | lima = five | tulog = sleep
disyembre = december | ranking = ranking | hiwalay = separated | isla = island
minamahal = loves | natatakot = afraid | issue = controversy | tumaas = rose | pag-atake = attack
tumulong = helped | produksyon = production | paghahanda = preparation | mas matanda = older
nagbago = changed | nagbabago = changes | maghanap = search | timbang = weight
nag-away = fought | pangunahing karakter = main character | marso = march | lokasyon = location
hulyo = july | binuksan = opened | bullying = bullying | direksyon = directed
pebrero = february | abril = april | setyembre = september | pinakamataas = highest
kamag-aral = classmate | kompanya = company | malungkot = sad | pag-arte = acting
kapanganakan = birth | alaga = pet | siyam = nine | kampo = camp | natutulog = sleeps
naiwan = left behind | doktor = doctor | nagmamahal = loves | tawa = laugh | kaaway = enemy
tumatakbo = run | presidente = president | tirahan = house | sna = | ingay = noise
nagustuhan = liked | kanan = right | pumayat = lose weight | salamin sa mata = glasses
merong = is there | nasaktan = hurt | umiiyak = cries | kanang mata = right eye | kaliwa = left
magbasa = read | eroplano = plane | iyak = cry | isang take = one take | binigay = gave
kalahating = half | nagmumula = comes from | nobela = novel | kalahating tao = half human
tenga = ear | nagtatapos = ends | kambal = twins | puntos = score | sinabihan = told
sugat = wound | armas = weapon | heneral = commander | tagahanga = fans | bigay = give
lumaban = fought | gubat = forest | magkaibigan = friends | muling nabuhay = came back to life
leeg = neck | kasamang artista = castmates | libreng = free | nabuhay muli = came back to life
nakalimutan = forgot | survive = survive | karahasan = violence | sandata = weapon
bangka = boat | kaklase = classmate | mga kaklase = classmates | silid-aralan = classroom
nag-training = trained | libo = thousand | hilig = hobby | bangkay = body | buksan = open
natakot = afraid | kaliwang mata = left eye | pinakamagandang = best | rason = reason
nagtapos = graduated | nagtapos sa = ended | nagalit = angry | nakakatawa = funny
mababasa = read | segundo = seconds | minahal = loved | panganay = oldest sibling
barkada = group of friends | bf = boyfriend | dumami = grew | ikaapat = fourth
umakyat = climbed | hinanap = searched | pagsusulit = exam | istasyon ng pulis = police station
pagkakaibigan = friendship | magkaiba = different | sugatan = injured | pagsabog = explosion
nagkita = met | yakap = hug | confirmed = confirmed | binasa = read | nagtuturo = teaches
misis = wife | sweldo = salary | sumikat sa = known for | bunso = youngest sibling | kakain = eat
hango sa = based on | tainga = ear | extra = extras | marahas = violent
matalik na kaibigan = best friend | pagsisisi = regret | nakagawa = created
kumalat ang virus = virus spread | tinulungan = helped | tinanggihan = rejected
gwapo = handsome | ikatlo = third | maingay = noise | hagdan = stairs | kainan = restaurant
inisip = thought | kritiko = critics | pangatlo = third | lumipad = fly
nag-ehersisyo = worked out | pinanggalingan = origin | sarado = closed | tumalon sa = jumped from
pangatlong = third | pagkalat = spread | sumabog = exploded | tumawa = laughed
nasugatan = injured | nagturo = taught | aawit = sing | nag-turn = turned | sinunog = burned
tatakbo = run | nag-dub = dub voice | pambata = suitable for kids | kumot = blanket | sampu = ten
protektahan = protect | mang-aawit = singer | naka-dub = dubbed | nakakainis = annoying
libangan = hobby | survivors = survivors | gf = girlfriend | kilig = romantic | natulog = slept
pinakita = shown | pito = seven | mister = husband | kinabahan = nervous
produksiyon = production | kahinaan = weakness | nalungkot = sad | kontrobersiya = controversy
naglaho = disappeared | single = single | pinangalanan = named | alagang hayop = pet
nakasuot = wears | umarte = acted | speaker = loudspeaker | nagtatago = hides
panganganak = birth | kamera = camera | sikreto = secret | naghiwalay = broke up
galing umarte = acting | puwede = can | nahanap = found | kasikatan = popularity
likod ng kamera = behind the scenes | nakakagulat = surprising | patok = popular
makatakas = escape | nakatali = tied | pogi = handsome | walo = eight | pandinig = hearing
kumakalat = spreads | nars = nurse | nagmahal = loved | kumakanta = sings | kapareho = same
isinara = closed | tumaba = gain weight | filming = filming | pinakasikat = most popular
ngaba = | pandemya = outbreak | naawa = pity | rekord = record | restawran = restaurant
tangkad = height | binaril = shot | nasunog = burned | iniiwan = leaves behind
nakulong = trapped | nag-trending = popular | trending = popular | niyakap = hugged
berde = green | berdeng = green | suntok = punch | nakakulong = locked | gumanti = revenge
laboratoryo = lab | kontrobersyal = controversial | magtago = hide | boyfriend = boyfriend
anunsyo = announcement | maghiwalay = break up | english = english | bidang babae = female lead
paghihiganti = revenge | bidang lalaki = male lead | nagpalit = changed
pinakamalakas = strongest | nahuhulog = falls | ikinasal = married | nagsisi = regret
naghanda = prepared | project = project | nalaglag = fell | clinic = nurse office
nagpakasal = married | awtor = author | binatikos = criticised | kaninong = whose
nakatapos = graduated | klinika = nurse office | selos = jealous | palayaw = nickname
naiyak = cried | hinango = adapted from | nabuntis = pregnant | paki explain = explain
ganti = revenge | ipinangalan = named after | inatake = attacked | nagkakilala = met
prodyuser = producer | pinakamaganda = best | girlfriend = girlfriend | set = set
pasabog = bomb | tinuturo = teaches | nakakaawa = pity | pinakahuli = last
love story = love story | review = review | karugtong = sequel | nanganak = gave birth
iskor = score | nino = whose | ikinulong = locked | magkapareho = same | singer = singer
romansa = romance | binugbog = beaten | ex = ex | baterya = battery | nilabanan = fought
kinasal = married | kabado = nervous | wlang = without | nagpakamatay = suicide
nainis = annoyed | hinampas = struck | umaakyat = climb | brutal = gory | sinaksak = stabbed
idol = idol | nagkwento = told | palaso = arrow | naiba = different | record = record
tinulak = pushed | canteen = cafeteria | bff = best friend | nagseselos = jealous
umatake = attacked | tumatakas = escape | music room = music room | sinuntok = punched
umere = aired | batikos = criticism | bumbero = firefighter | kontrobersya = controversy
gym = gym | nakakaiyak = sad emotional | itinulak = pushed | ginastos = cost
pinakabata = youngest | inimbento = created | tinago = hid | palikuran = toilet
pasilyo = hallway | nagutom = hungry | sinuot = wore | nakakakilig = romantic | awards = awards
cute = cute | one take = one take | ikalima = fifth | kababata = childhood friend
kinansela = cancelled | subtitle = subtitles | pamalo = stick | traydor = traitor
broadcasting room = broadcast room | nabulag = lost eye | nagsasanay = training | pwde = can
epidemya = outbreak | umaatake = attack | lengguwahe = language | nasyonalidad = nationality
bubungan = rooftop | manganganak = give birth | pinakamatanda = oldest | pde = can
kinaiinisan = hated | umaarte = acts | ensayo = practice | nag-ensayo = practised | main = main
nabaril = shot | dalawampu = twenty | magkaaway = enemies | graduate = graduate
headset = earphones | labindalawa = twelve | tumatalon = jump | producer = producer
ratings = ratings | budget = budget | ipinagpaliban = postponed | sinipa = kicked | lead = lead
original = original | na-nominate = nominated | naaamoy = smells | nagsanay = trained
premiere = premiere | pumatok = popular | pinasabog = bombed | ibinatay = based on
pinakauna = first | library = library | kinamumuhian = hated | natagalan = took so long
main character = main character | pinakamalungkot = saddest | audition = audition | genre = genre
chopper = helicopter | kinulong = locked | magpapakamatay = suicide | hinagis = threw
komandante = commander | tinali = tied | ibinase = based on | nakansela = cancelled
ikinuwento = told | nagselos = jealous | hindi tinablan = immune | effects = effects
plot = plot | pagbomba = bombing | makakatakas = escape | kalmot = scratch | weight = weight
nakalmot = scratched | kinalmot = scratched | nasaksak = stabbed | pinana = shot arrow
bobombahin = bomb | binobomba = bombs | nakakatakas = escapes | pinrotektahan = protected
nagprotekta = protected | nagtraydor = betrayed | gumraduate = graduated | grumaduate = graduated
nagkagustuhan = like each other | nagyakapan = hugged | binasted = rejected
pinakamatangkad = tallest | location = location | nagaudition = audition | dinirehe = directed
idinirehe = directed | nagdidirek = directs | nagtraining = trained | nagdub = dub voice
binase = based on | author = author | pinakapangit = worst | pinakanakakatakot = scariest
nanomina = nominated | nanominate = nominated | nag-enlist = enlist | kinwento = told
bonfire = campfire | pakipaliwanag = explain | lab = lab | feelings = feelings
uniform = uniform | quarantine = quarantine | main characters = main characters | height = height
ideal type = ideal type | behind the scenes = behind the scenes | supporting = supporting
ship = ship | reviews = reviews | sequel = sequel | cameo = cameo | drone = drone
rooftop = rooftop | props = props | stunt = stunt | outbreak = outbreak | stunts = stunts
wig = wig | subtitles = subtitles | earphones = earphones | cafeteria = cafeteria | cgi = cgi
leads = leads | dubbed = dubbed | spoilers = spoilers | enlist = enlist
loudspeaker = loudspeaker | campfire = campfire
"""
