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
ada season = is there season | ada musim = is there season | kedua = second | pertama = first
terakhir = last | tamat = ends | akhir = ending | akhirnya = finally | endingnya = ending
akhir cerita = ending | penjelasan = explained | jelaskan = explain | alur = plot
cerita = story | ceritanya = story | menceritakan = about | tentang = about | sinopsis = synopsis
pemain = cast | para pemain = cast | daftar pemain = cast list | pemeran = actor plays
pemerannya = actor | yang memerankan = who plays | memerankan = plays | diperankan = played by
diperankan oleh = played by | dimainkan = played by | main = plays | bermain = plays
aktor = actor | aktris = actress | artis = actor | tokoh = character | karakter = character
peran = role | pemeran utama = lead | tokoh utama = protagonist | jahat = villain
penjahat = villain | antagonis = villain | sutradara = director | disutradarai = directed by
penulis = writer | penulis naskah = screenwriter | pencipta = creator | komik = comic
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
teman = friend | sahabat = best friend | guru = teacher | guru sains = science teacher
kepala sekolah = principal | ketua kelas = class president | murid = students | siswa = students
siswi = schoolgirl | sekolah = school | sekolahnya = school | kelas = class
rumah sakit = hospital | perpustakaan = library | kantin = cafeteria | atap = rooftop
ruang siaran = broadcast room | ruang musik = music room | mata = eye | panahan = archery
pemanah = archer | ponsel = phone | hp = phone | baterai = battery | tentara = army
militer = army | polisi = police | detektif = detective | bom = bomb | dibom = bombed
pengeboman = bombing | kota = city | negara = country | lahir = born | kelahiran = born
ulang tahun = birthday | nama = name | nama asli = real name | namanya = name | arti = meaning
artinya = meaning | maksud = meaning | lagu = song | musik = music | nyanyi = sings
nonton = watch | menonton = watch | tonton = watch | ditonton = watched | nontonnya = watch
tayang = release | tayangnya = release | rilis = release | dirilis = released | keluar = come out
keluarnya = come out | lanjut = renewed | lanjutan = next season | lanjutannya = next season
dibatalkan = cancelled | batal = cancelled | dikonfirmasi = confirmed | konfirmasi = confirmed
resmi = confirmed | kembali = return | balik = return | balik lagi = return | bagus = good
seru = good | rekomen = worth watching | layak = worth | layak ditonton = worth watching
seram = scary | serem = scary | menakutkan = scary | sadis = gory | berdarah = gory
cocok = suitable | boleh = may | penonton = viewers | penghargaan = award | menang = won
memenangkan = won | kisah nyata = true story | nyata = real | benar = true | bener = true
beneran = really | berdasarkan = based on | kata = said | bilang = said | mengatakan = said
orang = people | cewek = girl | cowok = boy | perempuan = girl | laki-laki = boy | gadis = girl
dubber = dub voice | pengisi suara = voice actor | suara = voice | bahasa = language
bahasa inggris = english | populer = popular | terkenal = popular | dari = from | pada = in
ke = to | dan = and | dengan = with | atau = or | oleh = by | tidak = not | nggak = not
ngga = not | bukan = not | tanpa = without | sebelum = before | setelah = after | ketika = when
saat = when | karena = because | lebih = more | paling = most | semua = all | banyak = many
film = series | filmnya = series | serial = series | serialnya = series | drakor = series
drama = drama | judul = title | kelar = finished | selesai = finished | bikin = makes
membuat = makes | dibuat = made | dulu = before | tukang bully = bully | pembully = bully
pelaku bully = bully | hobi = hobby | sampe = until | sampai = until | abis = after
kacamata = glasses | pecah = broken | lawan = fight | kabur = escape | naik = ride
sebutan = called | persahabatan = friendship | lahiran = birth | melahirkan = birth | hari = day
masuk = enter | dunia = world | ig = instagram | caranya = how | akrab = close
menurut = according to | lari = run | cepat = fast | lambat = slow | lompat = jump | jatuh = fall
sembunyi = hide | menyelamatkan = save | pengorbanan = sacrifice | berkorban = sacrifice
hilang = missing | ruangan = room | ruang = room | pintu = door | jendela = window
gedung = building | tembok = wall | lantai = floor | mobil = car | sepeda = bicycle
pistol = gun | senjata = weapon | pisau = knife | api = fire | kebakaran = fire | air = water
makan = eat | makanan = food | lapar = hunger | darah = blood | tangan = hand | kaki = leg
wajah = face | seragam = uniform | baju = clothes | cincin = ring | hadiah = gift
surat = letter | pesan = message | keluarga = family | marga = surname | agensi = agency
baru = new | lain = other | drama lain = other works | korea = korea | bahasa korea = korean
nomor satu = number one | peringkat = rank | sulit = difficult | susah = difficult | nangis = cry
menangis = cry | tertawa = laugh | malu = embarrassed | minta maaf = apologised
berikutnya = next | selanjutnya = next | ditunda = postponed | berita = news | rencana = plan
ilmuwan = scientist | percobaan = experiment | tikus = hamster | menyebar = spread
pekerjaan = job | favorit = favourite | audisi = audition | dipilih = chosen | terpilih = chosen
monster = monster | kuliah = university | jurusan = major | latihan = training | riasan = makeup
efek = effects | muncul = appears | ikut = joins | pacarnya = dating | istri = wife
suami = husband | adik perempuan = younger sister | kakak laki-laki = older brother
adik laki-laki = younger brother | kakak perempuan = older sister | sekali take = one take
satu take = one take | ketua = leader | mantan = former | teman sekelas = classmate | kalo = if
kalau = if | dgn = with | pas = when | buat = for | untuk = for | tau = know | selain = besides
season = season | episode = episode | eps = episodes | trailer = trailer | teaser = teaser
virus = virus | kdrama = kdrama | game = game | cast = cast | ending = ending | release = release
spoiler = spoiler | crush = crush | bully = bully | fans = fans | fan = fan | role = role
part = part | scene = scene | video = video | youtube = youtube | dub = dub
soundtrack = soundtrack | ost = soundtrack | hospital = hospital | di = in | gak = | apakah =
yang = | itu = | ini = | sih = | dong = | ya = | kah = | nya = | deh = | kok = | lah = | ada =
akan = | bakal = | sudah = | udah = | belum = | masih = | lagi = | juga = | aja = | saja =
bisa = | para = | si = | sang = | tuh = | nih = | kan = | min = | guys = | kak = | ga = | gk =
g = | bgt = | banget = | yg = | tersebut = | kamar mandi = toilet | wali kelas = homeroom teacher
kamar = room | yang jadi = who plays | hari apa = what date | mana = which | aku =
siapa yang jadi = who plays | ke mana = where | sama siapa = with who | bulan apa = which month
yang selamat = survivors | adalah = | kita = | pada akhirnya = in the end
pemain baru = new cast | kota mana = which city | siapa yang selamat = who survives | dia =
di akhir = in the end | negara mana = which country | tua = old | sekolah mana = which school
mereka = | nomor 1 = number one | ke berapa = which number | film pertama = first film
berapa hari = how many days | berapa banyak = how many | musim ke = season
musim satu = season 1 | musim baru = new season | pasangan = couple | pemain utama = main cast
melawan = fights | menulis = writes | sma = high school | musim dua = season 2
berapa bulan = how many months | musim pertama = season 1 | jam berapa = what time
yang bertahan = survivors | tanggal berapa = what date | tanda nama = name tag
musim tiga = season 3 | musim kedua = season 2 | sekolah asli = real school
kapan keluar = when release | universitas = university | kemana = where | pak guru = teacher
berakhir bersama = end up together | main film apa = acts in what | berlangsung = takes long
smp = middle school | di dunia nyata = in real life | baca dimana = where to read
akhir bahagia = happy ending | yang menciptakan = who created | dapat piala = won award
nama lengkap = full name | musim berikutnya = next season | usia berapa = how old
musim ketiga = season 3 | musim selanjutnya = next season | kehidupan nyata = real life
kampus = university | jadwal = release date | mengaku = confesses | kok bisa = why
manajemen = agency | kuliah dimana = which university | memainkan = plays
masuk militer = military service | berapa meter = how tall | memang = | pun =
peran utama = lead role | kalian = | penghargaan apa = which award | umur berapa = how old
dapat penghargaan = won award | batas usia = age rating | bu guru = teacher
pacar asli = real dating | guru kimia = science teacher | mengungkapkan = confesses | dalam = in
peringkat satu = number one | pembunuhan = killing | kekerasan sekolah = school violence
umur berapa boleh = age rating | peringkat berapa = what rank | papan nama = name tag
berperan = plays | wajib militer = military service | batas umur = age rating
berperan sebagai = plays role | jumlah penonton = views | tanggal rilis = release date
episode ke = episode | nama panggung = stage name | episode satu = episode 1
episode pertama = episode 1 | tanggal tayang = release date | episode kedua = episode 2
episode terakhir = last episode | nonton dimana = where to watch | sebenarnya =
berapa episode = how many episodes | kekasih = dating | episode ketiga = episode 3
akan ada = will there be | pertarungan = fight | total episode = how many episodes
infeksi = infection | seumur = same age | jadwal tayang = release date | pembunuh = killer
make up = makeup | menjadi = become | bertarung = fight | pengakuan = confession | tak = not
jadi = become | naskah = script | satu = one | siapakah = who | penilaian = rating
seperti = like | ditembak sama = confessed by | hanya = only | dipastikan = confirmed
pengikut = followers | diumumkan = announced | jangan = not | bareng = together | gugur = dies
berapa take = how many takes | mulai syuting = start filming | lama syuting = how long filming
berapa kali take = how many takes | dimana syuting = where filmed | ciuman pertama = first kiss
dapat = can | season satu = season 1 | tahun ini = this year | season pertama = season 1
season kedua = season 2 | season dua = season 2 | season tiga = season 3
season baru = new season | kencan = dating | akhir season = end of season | geng = bullies
season berikutnya = next season | pernah = ever | season ketiga = season 3
season selanjutnya = next season | tolong = | sp = who | diselamatkan = rescued | sekarang = now
selamatkan = save | mengorbankan = sacrifices | guru ipa = science teacher | mau tanya =
mengorbankan diri = sacrifices | batasan umur = age rating | ngapain = do what
pemeran pendukung = supporting actor | darimana = from where | ditonton berapa = how many views
gue = | berapa kali ditonton = views | durasi = how long | punya = has
tonton dimana = where to watch | spa = who | penyelamatan = rescue
wajib ditonton = worth watching | eps pertama = episode 1 | eps terakhir = last episode
dua = two | kelanjutan = next season | wafat = dies | pemeran pembantu = supporting actor
bersekolah = school | rumah = house | dah = | tolong jawab = | ditayangkan = released
berakhirnya = ending | selama = during | terjadi = happens | setiap = each | tahu = know
berpacaran = dating | hidup lagi = come back to life | gigitan = bite | melihat = sees
perkelahian = fight | malam = night | menggantung = open ending | hati = heart
berkelahi = fight | tahun lalu = last year | bahasa indonesia = indonesian
tim penyelamat = rescue team | kena gigit = bitten | inggris = english | menggunakan = uses
terbaik = best | comeback = return | merasa = feels | ungkapkan = confess | ultah = birthday
akun ig = instagram name | dua kali = twice | berkencan = dating | tiga = three
tgl lahir = birthday | hidup kembali = come back to life | menginfeksi = infects | tidur = sleep
seluruh = all | mencari = search | sejak = since | pergi = leaves | suka sama = likes
follower = followers | apakah ada = is there | tinggal = lives | gitu = | tahun depan = next year
akhirnya jadi = ends up | digunakan = used | menayangkan = released | lho =
pemerintah = government | anak sekolah = students | takut = afraid | terlihat = seen
belajar = study | kuat = strong | masa kecil = childhood | worth it = worth watching
menemukan = finds | di awal = at the beginning | cuma = only | tanggal pasti = exact date | gw =
lebih kuat = stronger | seluruh dunia = worldwide | berantem = fight | debut = debut | bang =
kena bully = bullied | hubungan = relationship | skrip = script | seumuran = same age
muda = young | alasan = reason | tertular virus = infected | teman sekolah = schoolmate
panjang = long | anak perempuan = daughter | lebih tua = older | loh =
berubah jadi = turns into | berubah menjadi = turns into | menindas = bully
film lain = other works | disebut = called | juta = million | geng bully = bullies
cantik = pretty | penayangan = release | bagaimanakah = how | presiden = president
amerika = america | emang = | paling kuat = strongest | jatuh dari = falls from
permainan = game | kehilangan = lose | lupa = forget | lima = five | ingat = remember
teman masa kecil = childhood friend | muncul lagi = appears again | empat = four | jepang = japan
tubuh = body | warna = colour | kapal = ship | paling tua = oldest | sumber = source
kekuatan = power | paling muda = youngest | cerita tentang = about | informasi = information
kelompok = group | main di = acts in | rasanya = feel | jalan cerita = plot | ditindas = bullied
perilisan = release | buka = open | dicium = kissed | luar negeri = abroad | minum = drink
tinggi badan = height | bertemu = meet | saling = each other | marah = angry
anak laki-laki = son | indonesia = indonesia | pernah main = acted in | gratis = free
pakai = use | perubahan = change | akun = account | bergabung = joins | dimulai = begins
memakai = wears | sebab = cause | meninggalkan = leaves | saudara = sibling
ruang kelas = classroom | ketiga = third | bernama = named | dewasa = adults | korban = victims
bahagia = happy | lucu = funny | mimpi = dream | bintang = star | sm = with
menularkan = infects | rambut = hair | penyakit = disease | saling suka = like each other
produksi = production | karya = works | berakhir = ends | mengetahui = know | baca = read
agustus = august | serangan = attack | kemarin = yesterday | kpn = when | membuka = opens
maret = march | korban pertama = first victim | mendengar = hears | perasaan = feelings
tempat lahir = birthplace | hewan = animal | pindah = move | enam = six | pernikahan = wedding
provinsi = province | rumah produksi = production company | membaca = read
endingnya gimana = how ends | gini = | kemampuan = ability | otak = brain | mirip = like
kaya = like | bakal ada = will there be | sebelah mata = one eye | dandanan = makeup
tangga = stairs | rating = rating | berat badan = weight | luka = wound | rahasia = secret
kiss = kiss | kanan = right | difilmkan dimana = where filmed | proyek = project
kejadian = events | menyerang = attack | mei = may | habis = after | kiri = left
proyek baru = new project | menciptakan = created | kisah cinta = love story
kantor polisi = police station | sdh = | daging = flesh | penyintas = survivors | biaya = cost
aksi = action | menjelaskan = explains | dipakai = used | mencintai = loves | lapangan = field
pemenang = winner | lemah = weak | aturan = rules | kamera = camera | mata kanan = right eye
sebenernya = | terluka = injured | mengandung = pregnant | hijau = green | tujuh = seven
ribu = thousand | mulut = mouth | mata kiri = left eye | kucing = cat | remaja = teenagers
berhubungan = connected | betul = true | daging manusia = human flesh | ss1 = season 1
ss2 = season 2 | ss3 = season 3 | keberapa = which number | drmn = from where | dmn = where
dmana = where | gmana = how | knapa = why | ngebunuh = kills | ngegigit = bites
nyelametin = saves | diselamatin = saved | nametag = name tag | membully = bully
ngebully = bully | dibully = bullied | pembullyan = bullying | perundungan = bullying
perundung = bully | dirundung = bullied | merundung = bully | benci = hate | nyatain = confesses
kissing = kiss | nyium = kisses | diperanin = played by | meranin = plays
wamil = military service | ikut wamil = military service | manhwa = comic | lulus = graduated
karakter utama = main character | dilihat = seen | melindungi = protects | dibuka = opened
ujian = exam | peristiwa = events | memakan = eats | naik berat badan = gain weight
palsu = fake | menyukai = likes | musuh = enemy | drama baru = new project | anjing = dog
pembuatan = making | efek khusus = effects | teori = theory | sendirian = alone | sepuluh = ten
kekuatan super = powers | putus = break up | makeup = makeup | drama pertama = first drama
sedih = sad | juli = july | oktober = october | turun berat badan = lose weight
penyebab = cause | dengar = hear | latar tempat = setting | tertinggi = highest tallest
tema = theme | jg = | delapan = eight | menyesal = regret | desember = december | sembuh = cured
lolos = escape | januari = january | ketemu = meet | mundur = postponed | februari = february
juni = june | ngomong = said | kontrak = contract | anggota dewan = assemblywoman
proses pembuatan = making of | biaya produksi = budget | doang = | mo nanya =
bunuh diri = suicide | mendorong = pushes | prajurit = soldiers | name tag = name tag
bintang tamu = cameo | skor = score | utk = for | dua puluh = twenty | kekerasan = violence
pelatihan = training | mantan pacar = ex | restoran = restaurant | panggilan = nickname
pelajar = students | rambut palsu = wig | menghindari = avoid | ditulis = written
nama panggilan = nickname | sembilan = nine | makna = meaning | atap sekolah = rooftop
keturunan = ethnic background | bocah = kid | drama yang mirip = shows like | enggak = not
melarikan diri = escape | couple = couple | anggaran = budget | gaji = salary | serupa = like
perdana = premiere | dua belas = twelve | keempat = fourth | penggemar = fans
menghentikan = stop | diciptakan = created | komandan = commander | impian = dream
golongan darah = blood type | terlambat = delayed | pembuat = creator | kelihatan = seen
memproduksi = produced | penyanyi = singer | mengisi suara = voices | happy ending = happy ending
bangkit = come back to life | menurunkan = lose | di balik layar = behind the scenes
menghilang = disappears | cita-cita = dream | dipanggil = called | followers = followers
dibaca = read | wawancara = interview | dendam = revenge | bibir = lips | views = views
buta = lose eye | tdk = not | tdk ada = no | telinga = ear | rekor = record | abadi = immortal
berlari = run | inspirasi = inspired | membenci = hates | romantis = romantic
lulusan = graduated | tk = kindergarten | membalas = revenge | diangkat dari = based on
pengumuman = announcement | blm = | terbakar = burned | dimakan = eaten | mempersiapkan = prepare
mengumumkan = announces | berlanjut = continue | laboratorium = lab | diproduksi = produced
ngga ada = no | kelemahan = weakness | berteman = friends | kembar = twins | berlatih = training
kritik = criticism | kayak = like | soalnya = because | liat = see | kaget = surprised
terjatuh = falls | terjebak = trapped | adegan terakhir = last scene | dilanjutkan = renewed
membakar = burns | menyembuhkan = cure | ditinggalkan = left behind | leher = neck
ledakan = explosion | melatih = trained | kontroversi = controversy | pake = use
ulasan = reviews | sesudah = after | kelima = fifth | terbanyak = most
darurat militer = martial law | cemburu = jealous | pesan moral = message | mayat = body
ditembak = shot | adegan aksi = action scene | disukai = liked | gara-gara = because of
rombongan = group | tipe ideal = ideal type | bener gak = is it true | kru = crew
tayang perdana = premiere | sad ending = sad ending | asal mula = origin | menembak = shoots
meledak = explosion | helikopter = helicopter | temen = friend | dinamakan = named
penglihatan = sight | diserang = attacked | nikah = married | mengerikan = scary
penyebaran = spread | kencing = urine | kelaparan = hungry | kamp = camp | kostum = costume
gaes = | balas dendam = revenge | ketahuan = found out | kurus = lose weight | ratus = hundred
perawat = nurse | memeluk = hugs | adegan favorit = favourite scene | menyanyi = sings
horor = horror | terinspirasi = inspired | dialog = line | pencapaian = achievement
bersahabat = best friends | berisik = noise | panah = arrow | menyanyikan = sings
curiga = suspect | kagak = not | dibakar = burned | dicintai = loved | bayaran = salary
model = model | terjemahan = translation | dg = with | benarkah = is it true
ikut audisi = audition | menggambar = draws | sub indo = subtitles | tertua = oldest
gendut = gain weight | wabah = outbreak | dilatih = trained | terburuk = worst | separuh = half
selimut = blanket | cinta segitiga = love triangle | siswi hamil = pregnant student
pemeran pria = male lead | pemeran wanita = female lead | peliharaan = pet | pelukan = hug
konferensi pers = press conference | mengalihkan = distract | terkuat = strongest
lolos audisi = chosen audition | bersembunyi = hide | hits = popular
ketua osis = class president | hewan peliharaan = pet | msh = | menaikkan = gain
kehamilan = pregnancy | akting = acting | org = people | didorong = pushed | julukan = nickname
udh = | ketujuh = seventh | fiksi = fictional | kota fiksi = fictional city | dlm = in
pemeran pengganti = stunt | laris = popular | keenam = sixth | pemadam kebakaran = firefighter
terpopuler = most popular | kesukaan = favourite | sambungan = sequel | gugup = nervous
percintaan = romance | kekebalan = immunity | ditinggal = left behind | viral = popular
melempar = throws | diperpanjang = renewed | pandemi = outbreak | mutasi = mutation
produser = producer | dpt = can | menular = spread | nama marga = surname | tertunda = delayed
menusuk = stabs | sebelas = eleven | tempat sembunyi = hiding place | mengkhianati = betrays
confess = confess | taman kanak-kanak = kindergarten | confirmed = confirmed | dipukul = hit
diikat = tied | kewarganegaraan = nationality | bocoran = spoiler | jomblo = single
nominasi = nominated | masuk nominasi = nominated | kemunculan = appearance | krn = because
pipis = urine | zodiak = zodiac | peluk = hug | pengkhianat = traitor | karantina = quarantine
ketawa = laugh | brutal = gory | jgn = not | jd = become | termuda = youngest
dicurigai = suspected | disembuhkan = cured | dikritik = criticised | pendengaran = hearing
terkunci = locked | subtitle = subtitles | terharu = emotional | cuplikan = trailer
speaker = loudspeaker | kontroversial = controversial | berakting = acts | medsos = instagram
tgl = date | kamp karantina = quarantine camp | dibenci = hated | dinyanyikan = sung by
ngeri = scary | headset = earphones | set = set | novel = novel | engga = not
dibintangi = starring | review = review | cakar = scratch | meloloskan diri = escape
dilempar = thrown | ditusuk = stabbed | tertembak = shot | sekuel = sequel | bermusuhan = enemies
berkhianat = betrays | antivirus = cure | ngeliat = sees | trending = popular | dikunci = locked
pengeras suara = loudspeaker | membintangi = stars in | kritikus = critics | dipukuli = beaten
memanah = archery | earphone = earphones | mamanya = mother | ortu = parents | gebetan = crush
toilet = toilet | youtuber = streamer | pemboman = bombing | diundur = postponed | skrg = now
api unggun = campfire | penciuman = smell | kepsek = principal | pak kepsek = principal
studio = studio | terkurung = locked | heli = helicopter | romansa = romance | alat pel = mop
dikurung = locked | take = take | idol = idol | lab = lab | deg-degan = nervous
behind the scene = behind the scenes | dilanjut = renewed | ninggalin = leaves
koreografi = choreography | mengebom = bombs | bokap = father | kreator = creator
tertusuk = stabbed | genre = genre | figuran = extras | gore = gory | gym = gym
dikarantina = quarantined | nyokap = mother | dicakar = scratched | tercakar = scratched
bermutasi = mutates | ngebom = bombs | ngumpet = hide | nyebelin = annoying | ngeselin = annoying
nyukain = likes | temenan = friends | sahabatan = best friends | bestie = best friend
gimnasium = gym | menyutradarai = directs | stuntman = stunt | adegan lahiran = birth scene
koreografer = choreographer | kameo = cameo | dubbing = dub | didubbing = dubbed
sulih suara = dub | tggl = date | dinominasikan = nominated | terseram = scariest
tersedih = saddest | sblm = before | stlh = after | bwt = for | betulkah = is it true
bnr = true | drone = drone | casting = casting | ship = ship | wig = wig
variety show = variety show | cgi = cgi | cameo = cameo | rooftop = rooftop | streamer = streamer
behind the scenes = behind the scenes | stunt = stunt | mbti = mbti
"""
