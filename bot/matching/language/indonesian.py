"""Indonesian as people ask with it, and the English that it is matched as: data, no logic.

An entry of no English says nothing in a question.
"""

from __future__ import annotations

__all__ = ["INDONESIAN"]

INDONESIAN = """
apa = what | apa itu = what is | siapa = who | siapa saja = who | siapa aja = who | kapan = when
dimana = where | di mana = where | dari mana = from where | kenapa = why | mengapa = why
knp = why | bagaimana = how | gimana = how | gmn = how | berapa = how many | brp = how many
berapa umur = how old | berapa usia = how old | umur = age | usia = age | umurnya = age
berapa lama = how long | kali = times | berapa tinggi = how tall | tinggi = tall | berat = weight
tahun = year | tahun berapa = what year | bulan = month | tanggal = date
tanggal lahir = birthday | jam = hours | menit = minutes | lama = long
episode berapa = which episode | eps berapa = which episode | mati = dies | meninggal = dies
tewas = dies | kematian = death | hidup = alive | masih hidup = still alive | selamat = survives
bertahan = survives | bertahan hidup = survives | nasib = fate | bunuh = kill | membunuh = kills
dibunuh = killed | terbunuh = killed | digigit = bitten | gigit = bite | menggigit = bites
kegigit = bitten | tergigit = bitten | berubah = turns | terinfeksi = infected
tertular = infected | setengah = half | setengah manusia = half human | manusia = human
kebal = immune | obat = cure | penawar = cure | vaksin = vaccine | asal = origin
asal usul = origin | berasal = from | awal = beginning | mulai = begins | musim = season
ada season = is there season | ada musim = is there season
kedua = second | pertama = first | terakhir = last | tamat = ends | akhir = ending
akhirnya = finally | endingnya = ending | akhir cerita = ending | penjelasan = explained
jelaskan = explain | alur = plot | cerita = story | ceritanya = story | menceritakan = about
tentang = about | sinopsis = synopsis | pemain = cast | para pemain = cast
daftar pemain = cast list | pemeran = actor plays | pemerannya = actor
yang memerankan = who plays | memerankan = plays | diperankan = played by
diperankan oleh = played by | dimainkan = played by | main = plays | bermain = plays
aktor = actor | aktris = actress | artis = actor | tokoh = character | karakter = character
peran = role | pemeran utama = lead | tokoh utama = protagonist | jahat = villain
penjahat = villain | antagonis = villain | sutradara = director | disutradarai = directed by
penulis = writer | penulis naskah = screenwriter | pencipta = creator | komik = webtoon
asli = original | diadaptasi = adapted | adaptasi = adaptation | perbedaan = difference
bedanya = difference | beda = different | sama = same | dibanding = compared to
syuting = filming | syutingnya = filming | lokasi = location | lokasi syuting = filming location
tempat = place | tempat syuting = filming location | difilmkan = filmed | adegan = scene
ciuman = kiss | cium = kiss | mencium = kisses | berciuman = kiss | adegan ciuman = kiss scene
suka = likes | naksir = crush | cinta = love | jatuh cinta = falls in love | pacar = dating
pacaran = dating | menyatakan = confesses | menyatakan cinta = confesses love
menyatakan perasaan = confesses feelings | nembak = confesses | jadian = end up together
bersatu = end up together | bersama = together | menikah = married | ayah = father
ayahnya = father | bapak = father | papa = father | ibu = mother | ibunya = mother
orang tua = parents | adik = younger sibling | adiknya = younger sibling | kakak = older sibling
kakaknya = older sibling | anak = child | anak-anak = kids | bayi = baby | hamil = pregnant
teman = friend | sahabat = best friend | guru = teacher | wali kelas homeroom = teacher
guru sains = science teacher | kepala sekolah = principal | ketua kelas = class president
murid = students | siswa = students | siswi = schoolgirl | sekolah = school | sekolahnya = school
kelas = class | rumah sakit = hospital | perpustakaan = library | kantin = cafeteria
atap = rooftop | ruang siaran = broadcast room | ruang musik = music room | kamar = mandi toilet
mata = eye | panahan = archery | pemanah = archer | ponsel = phone | hp = phone
baterai = battery | tentara = army | militer = army | polisi = police | detektif = detective
bom = bomb | dibom = bombed | pengeboman = bombing | kota = city | negara = country
lahir = born | kelahiran = born | ulang tahun = birthday | nama = name | nama asli = real name
namanya = name | arti = meaning | artinya = meaning | maksud = meaning | lagu = song
musik = music | nyanyi = sings | nonton = watch | menonton = watch | tonton = watch
ditonton = watched | nontonnya = watch | tayang = release | tayangnya = release | rilis = release
dirilis = released | keluar = come out | keluarnya = come out | lanjut = renewed
lanjutan = next season | lanjutannya = next season | dibatalkan = cancelled | batal = cancelled
dikonfirmasi = confirmed | konfirmasi = confirmed | resmi = confirmed | kembali = return
balik = return | balik lagi = return | bagus = good | seru = good | rekomen = worth watching
layak = worth | layak ditonton = worth watching | seram = scary | serem = scary
menakutkan = scary | sadis = gory | berdarah = gory | cocok = suitable | boleh = may
penonton = viewers | penghargaan = award | menang = won | memenangkan = won
kisah nyata = true story | nyata = real | benar = true | bener = true | beneran = really
berdasarkan = based on | kata = said | bilang = said | bilang apa said = what | mengatakan = said
orang = people | cewek = girl | cowok = boy | perempuan = girl | laki-laki = boy | gadis = girl
dubber = dub voice | pengisi suara = voice actor | suara = voice | bahasa = language
bahasa inggris = english | populer = popular | terkenal = popular | dari = from | pada = in
ke = to | dan = and | dengan = with | atau = or | oleh = by | tidak = not | nggak = not
ngga = not | bukan = not | tanpa = without | sebelum = before | setelah = after | ketika = when
saat = when | karena = because | lebih = more | paling = most | semua = all | banyak = many
film = series | filmnya = series | serial = series | serialnya = series | drakor = series
drama = drama | jadi zombie = turns into zombie | jadi zombi = turns into zombie | judul = title
kelar = finished | selesai = finished | bikin = makes | membuat = makes | dibuat = made
dulu = before | tukang bully = bully | pembully = bully | pelaku bully = bully | hobi = hobby
sampe = until | sampai = until | abis = after | kacamata = glasses | pecah = broken
lawan = fight | kabur = escape | naik = ride | sebutan = called | persahabatan = friendship
lahiran = birth | melahirkan = birth | hari = day | masuk = enter | dunia = world
ig = instagram | caranya = how | akrab = close | menurut = according to | lari = run
cepat = fast | lambat = slow | lompat = jump | jatuh = fall | sembunyi = hide
menyelamatkan = save | pengorbanan = sacrifice | berkorban = sacrifice | hilang = missing
ruangan = room | ruang = room | pintu = door | jendela = window | gedung = building
tembok = wall | lantai = floor | mobil = car | sepeda = bicycle | pistol = gun | senjata = weapon
pisau = knife | api = fire | kebakaran = fire | air = water | makan = eat | makanan = food
lapar = hunger | darah = blood | tangan = hand | kaki = leg | wajah = face | seragam = uniform
baju = clothes | cincin = ring | hadiah = gift | surat = letter | pesan = message
keluarga = family | marga = surname | agensi = agency | baru = new | lain = other
drama lain = other works | korea = korea | bahasa korea = korean | nomor satu = number one
peringkat = rank | sulit = difficult | susah = difficult | nangis = cry | menangis = cry
tertawa = laugh | malu = embarrassed | minta maaf = apologised | berikutnya = next
selanjutnya = next | ditunda = postponed | berita = news | rencana = plan | ilmuwan = scientist
percobaan = experiment | tikus = hamster | menyebar = spread | pekerjaan = job
favorit = favourite | audisi = audition | dipilih = chosen | terpilih = chosen
monster = monster | kuliah = university | jurusan = major | latihan = training | riasan = makeup
efek = effects | muncul = appears | ikut = joins | pacarnya = dating | istri = wife
suami = husband | adik perempuan = younger sister | kakak laki-laki = older brother
adik laki-laki = younger brother | kakak perempuan = older sister | sekali take = one take
satu take = one take | ketua = leader | mantan = former | teman sekelas = classmate | kalo = if
kalau = if | dgn = with | pas = when | buat = for | untuk = for | tau = know | selain = besides
season = season | episode = episode | ep = episode | eps = episodes | trailer = trailer
teaser = teaser | zombie = zombie | zombies = zombies | virus = virus | netflix = netflix
webtoon = webtoon | kdrama = kdrama | game = game | cast = cast | ending = ending
release = release | spoiler = spoiler | crush = crush | bully = bully | fans = fans | fan = fan
role = role | part = part | scene = scene | video = video | youtube = youtube
instagram = instagram | dub = dub | soundtrack = soundtrack | ost = soundtrack
hospital = hospital | squid = squid | di = in
gak = | apakah = | yang = | itu = | ini = | sih = | dong = | ya = | kah = | nya = | deh = | kok =
lah = | ada = | akan = | bakal = | sudah = | udah = | belum = | masih = | lagi = | juga = | aja =
saja = | bisa = | para = | si = | sang = | tuh = | nih = | kan = | min = | guys = | kak = | ga =
gk = | g = | bgt = | banget = | yg = | tersebut =
"""
