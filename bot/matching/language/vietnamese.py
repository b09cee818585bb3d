"""Vietnamese as people ask with it, and the English that it is matched as: data, no logic.

Words do not change in it, but many are of two or more syllables, so the longest entry counts. Marks
are often not typed, and do not count: of two entries that differ in these alone the first holds. An
entry of no English says nothing in a question.
"""

from __future__ import annotations

__all__ = ["VIETNAMESE"]

VIETNAMESE = """
có = | con = | là = | bị = | đã = | mà = | thì = | thế = | cái = | các = | lại = | ai = who
là ai = who is | những ai = who | gì = what | cái gì = what | là gì = what is | nào = which
tại sao = why | vì sao = why | sao = why | làm sao = how | thế nào = how | như thế nào = how
kiểu gì = how | khi nào = when | bao giờ = when | lúc nào = when | hôm nào = when | ở đâu = where
đâu = where | bao nhiêu = how many | nhiêu = how many | mấy = how many | bao lâu = how long
mấy tuổi = how old | bao nhiêu tuổi = how old | tập mấy = which episode | tập nào = which episode
mấy tập = how many episodes | bao nhiêu tập = how many episodes | mấy lần = how many times
bao nhiêu lần = how many times | lần = times | lần đầu = first time | đầu tiên = first
cuối cùng = finally | phần = season | mùa = season | có phần = is there season
có mùa = is there season | tập = episode | tập cuối = last episode | cuối phim = ending
kết phim = ending | cái kết = ending | kết thúc = ending | đoạn kết = ending
giải thích = explained | ý nghĩa = meaning | chết = die | đã chết = dead | chết chưa = dead
chết thật = really dead | chết luôn = dead | cái chết = death | còn sống = alive
sống sót = survive | sống = survive | số phận = fate | giết = kill | bị giết = killed
bị cắn = bitten | cắn = bite | vết cắn = bite | cào = scratch | nhiễm = infected
lây nhiễm = infected | biến thành = turn into | biến đổi = turn | đột biến = mutation
miễn dịch = immune | thuốc chữa = cure | chữa = cure | vắc xin = vaccine | nguồn gốc = origin
bắt nguồn = origin | từ đâu = from where | bùng phát = outbreak | diễn viên = actor
nữ diễn viên = actress | nam diễn viên = actor | dàn diễn viên = cast | dàn cast = cast
đóng vai = plays role | đóng = plays | thủ vai = plays | thủ = plays | vai = role
nhân vật = character | nhân vật chính = main character | nam chính = male lead
nữ chính = female lead | phản diện = villain | đạo diễn = director | biên kịch = screenwriter
kịch bản = script | tác giả = author | truyện tranh = comic | truyện = comic
nguyên tác = original comic | chuyển thể = adaptation | khác gì = how different
khác nhau = difference | khác = different | giống = same | so với = compared to
quay phim = filming | quay = filmed | địa điểm quay = filming location | trường quay = set
cảnh = scene | bối cảnh = set in | hậu trường = behind the scenes | nụ hôn = kiss
cảnh hôn = kiss scene | thích = likes | tình yêu = love | tình cảm = love | tỏ tình = confess
người yêu = dating | bạn gái = girlfriend | bạn trai = boyfriend | hẹn hò = dating
cặp đôi = couple | thành đôi = end up together | đến với nhau = end up together
đến được với nhau = end up together | bố = father | cha = father | mẹ = mother | bố mẹ = parents
em gái = younger sister | chị gái = older sister | anh trai = older brother
em trai = younger brother | anh em = brothers | bạn thân = best friend | bạn = friend
thầy giáo = teacher | cô giáo = teacher | giáo viên = teacher | hiệu trưởng = principal
lớp trưởng = class president | học sinh = students | nữ sinh = schoolgirl | trường học = school
trường cấp ba = high school | lớp = class | lớp học = classroom | bệnh viện = hospital
thư viện = library | sân thượng = rooftop | phòng phát thanh = broadcast room
phòng nhạc = music room | nhà ăn = cafeteria | căng tin = cafeteria
phòng thí nghiệm = science lab | khoa học = science | nhà vệ sinh = toilet | phòng gym = gym
tập gym = workout | em bé = baby | trực thăng = helicopter | quân đội = army | lính = soldiers
đánh bom = bombed | thả bom = bombed | ném bom = bombed | bom = bomb | thành phố = city
quận = district | điện thoại = phone | pin = battery | bắn cung = archery | cung thủ = archer
tai nghe = earphones | bảng tên = name tag | đồng phục = uniform | áo = uniform | bắt nạt = bully
kẻ bắt nạt = bully | bạo lực học đường = school violence | chính phủ = government
phát sóng = release | ra mắt = release | phát hành = release | chiếu = release
công chiếu = premiere | lịch chiếu = release date | ngày chiếu = release date | ra phần = season
ngày = date | năm = year | năm nào = what year | sinh năm = born year | năm sinh = birth year
sinh nhật = birthday | ngày sinh = birthday | sinh = born | tuổi = age | chiều cao = height
cân nặng = weight | quê = hometown | nước nào = which country | nước = country
người nước nào = nationality | người = person | mấy người = how many people
bao nhiêu người = how many people | xem = watch | xem ở đâu = where to watch | coi = watch
đáng xem = worth watching | có hay không = is it good | hay không = good | có hay = good
hay = good | phim = series | bộ phim = series | tóm tắt = summary | nói về = about | về = about
ghê = gory scary | ghê rợn = gory | đáng sợ = scary | sợ = scary | kinh dị = horror
trẻ em = kids | con nít = kids | phù hợp = suitable | đánh giá = rating | điểm = score
xếp hạng = rank | lượt xem = views | giờ xem = hours watched | giải thưởng = award | giải = award
nhạc phim = soundtrack | bài hát = song | nhạc = music | lồng tiếng = dub voice
thuyết minh = dub | phụ đề = subtitles | tiếng anh = english | trở lại = return
quay lại = return | quay trở lại = return | hủy = cancelled | bị hủy = cancelled
xác nhận = confirmed | thật = real | có thật = real | thật không = real
chuyện có thật = true story | câu chuyện có thật = true story | dựa trên = based on | tên = name
tên thật = real name | tên gì = what name | tên là gì = what name | nghĩa = meaning | nói = said
phỏng vấn = interview | con gái = daughter | con trai = son | cô gái = girl | cậu bé = boy
cảnh sát = police | thám tử = detective | nghị sĩ = assemblywoman | dài bao nhiêu = how long
dài = long | tổng cộng = total | mỗi = each | tăng = gain | tại sao lại = why
mở đầu = beginning | bắt đầu = begin | trước = before | sau = after | lúc = when | và = and
với = with | của = of | trong = in | ở = in | từ = from | đến = to | hoặc = or | hay là = or
cũng = also | ra sao = what happens to | dựa theo = based on | đừng = not | trẻ = young
hoạt động = works | thầy hiệu trưởng = principal | đánh = hit | bằng cái gì = with what
lấy = get | hẳn = fully | làm nghề gì = what job | trường trung học = high school
cấp 3 = high school | cấp 2 = middle school | lớp mấy = what class | chạy = run | nhanh = fast
chậm = slow | trốn = hide | thoát = escape | nhảy = jump | ngã = fall | cứu = save
hi sinh = sacrifice | hy sinh = sacrifice | mất tích = missing | thiếu niên = teenager
tự tử = suicide | phòng = room | cửa sổ = window | tòa nhà = building | tường = wall | mái = roof
xe = car | xe đạp = bicycle | súng = gun | dao = knife | lửa = fire | uống = drink | đói = hunger
tay = hand | chân = leg | mũ = hat | áo khoác = jacket | kính = glasses | nhẫn = ring
tin nhắn = message | vợ = wife | chồng = husband | gia đình = family | ông = man
công ty = agency | công ty quản lý = agency | phim mới = new project | phim khác = other works
đóng phim = acts in | giống nhau = same | tựa đề = title | tên phim = title
tên tiếng hàn = korean title | tiếng hàn = korean | hàn quốc = korea | nổi tiếng = popular
hạng = rank | đứng đầu = number one | số một = number one | phim trường = set
một cú máy = one take | kỹ xảo = effects | hóa trang = makeup | trang điểm = makeup
luyện tập = training | casting = casting | chọn = chosen | tuyển = casting | khó = difficult
khóc = cry | ngại = embarrassed | xin lỗi = apologise | cảm ơn = thanks | mùa đầu = first season
phần đầu = first season | phần tiếp = next season | phần tiếp theo = next season
tiếp theo = next | sắp tới = coming | cũ = old | có mặt = appear | xuất hiện = appear
tham gia = join | dự án = project | kế hoạch = plan | hoãn = postponed | xong = finished
hoàn thành = finished | thông tin = information | tin tức = news | là người = is | của ai = whose
chú = man | nghiên cứu = research | tạo ra = created | chế tạo = created
thí nghiệm = experiment | chuột = hamster | ngăn = stop | sân bóng = field | season = season
episode = episode | eps = episodes | trailer = trailer | teaser = teaser | virus = virus
kdrama = kdrama | drama = drama | game = game | cast = cast | ending = ending | release = release
spoiler = spoiler | crush = crush | bully = bully | fans = fans | fan = fan | role = role
part = part | scene = scene | video = video | youtube = youtube | instagram = instagram
dub = dub | soundtrack = soundtrack | ost = soundtrack | hospital = hospital | nội dung = plot
cô ấy = she | anh ấy = he | sinh năm bao nhiêu = what year born | sinh năm nào = what year born
còn sống không = still alive | còn nhiêu = how many left | ký = kilos | nói gì = said what
chúng tôi = us | ăn gì = eat what | hát = sings | có bao nhiêu = how many | có mấy = how many
trong phim = in series | vẫn = still | vẫn còn sống = still alive | ở tập mấy = which episode
ở tập nào = which episode | nhạc nền = soundtrack | lời thoại = line | câu nói = line
đạo cụ = prop | người đóng = who plays | người nào = who | không = | ko = | k = | hông = | rồi =
vậy = | ạ = | hả = | nhỉ = | nha = | nhé = | mọi người = | mn = | cho hỏi = | cho mình hỏi =
mình = | này = | đó = | kia = | đang = | sẽ = | được = | một = | luôn = | quá = | lắm = | ơi =
ad = | với ạ = | nó = | ấy = | chiếc = | có thể = can | hôn nhau = kiss | hôn = kiss | cuối = end
hai = two | bị hại = harmed | chỉ = only | thấy = see | nghe = hear | đôi mắt = eyes
con mắt = eye | một mắt = one eye | mắt trái = left eye | mất = takes | ba = three
yêu nhau = love each other | yêu = loves | thắng = win | tháng mấy = which month
mang thai = pregnant | máu me = gory | đoạt giải = won award | thắng giải = won award
phần một = season 1 | sinh ngày = birthday | như nào = how | đại học = university
họ tên = full name | khi nào có = when is there | ngày nào = what date | tập một = episode 1
phần sau = next season | khi nào ra = when release | làm gì = do what | họ gì = what surname
tập năm = episode 5 | tập đầu = episode 1 | học đại học = university | bị gì = what happens to
trở về = return | phần trước = previous season | thời lượng = how long
trường nào = which school | nói thích = confess | để làm gì = what for | cách nào = how
có thể xem = can watch | ra chưa = released yet | tên trường = school name
giải nào = which award | ngày phát hành = release date | phần mới = new season
chính thức = confirmed | công bố = announced | phần hai = season 2 | bị sao = what happens to
tập thứ = episode | đại học nào = which university | trường đại học = university
nên xem = worth watching | nhận giải = won award | thành viên mới = new cast | ai là = who is
giải gì = which award | được cứu = rescued | học trường nào = which school | tập hai = episode 2
bằng gì = with what | cùng nhau = together | ở cuối = at the end | nơi nào = where
cuối năm = end of year | ngày tháng năm sinh = birthday | để = | đầu quân = agency
lúc nào ra = when release | trường có thật = real school | phần thứ hai = season 2
bằng cách nào = how | cảnh nào = which scene | thế nào rồi = what happens to
có người yêu chưa = dating | thành phố nào = which city | đời thực = real life
thông báo = announced | đánh nhau = fight | giải cứu = rescue | tên thành phố = city name
phần cuối = last season | cuối phần = end of season | nhân vật nào = which character
bao giờ ra = when release | chủ nhiệm = homeroom teacher | phần ba = season 3 | cứu sống = save
diễn viên chính = main actor | độ tuổi = age rating | những = | ở bên nhau = together
tập đầu tiên = episode 1 | qua đời = die | thành phố gì = which city | chuyện gì = what
về bên nhau = end up together | ngoài đời = in real life | nghĩa là gì = what meaning
tập ba = episode 3 | vì lý do gì = why | diễn viên nào = which actor | sống đến cuối = survive
mùa một = season 1 | kết mở = open ending | diễn viên mới = new actor
ai còn sống = who survives | ngày ra mắt = release date | đi đâu = go where
ai trở lại = who returns | đến từ đâu = from where | học ở đâu = where study
đi nghĩa vụ = military service | nhà ở đâu = where live | phần thứ ba = season 3
mùa sau = next season | phim nào = which series | phần kế tiếp = next season | chiến đấu = fight
cứu ai = saves who | ai cứu = who saves | đời thật = real life | tuổi thật = real age
phim gì = what series | khi nào ra mắt = when release | ra mắt khi nào = when release
nghệ danh = stage name | sân trường = school field | ý nghĩa là gì = what meaning
mùa hai = season 2 | mùa mới = new season | kết có hậu = happy ending | trong bao lâu = how long
chết thế nào = how die | chết ở tập = die episode | công ty nào = which agency
bộ phim nào = which series | chết như thế nào = how die | trận chiến = fight
giáo viên khoa học = science teacher | diễn viên phụ = supporting actor | phim đầu tay = debut
phim nào khác = which other works | quay về = return | ký hợp đồng = sign with agency
xác nhận chưa = confirmed | sống hay chết = alive or dead | trận đánh = fight
cảnh đánh nhau = fight scene | đóng máy = finish filming | xem được ở đâu = where to watch
chỗ nào = where | chết đầu tiên = dies first | ngoài đời thật = in real life
mùa tiếp theo = next season | ai chết = who dies | cứu hộ = rescue
giáo viên chủ nhiệm = homeroom teacher | quay hình = filming | có thể xem ở đâu = where to watch
có thật ngoài đời = real | mùa thứ hai = season 2 | vào vai = plays
bệnh nhân đầu tiên = first infected | đang quay = filming | đoạn cuối = ending | mất mạng = die
vai chính = lead role | thuộc công ty = agency | mùa cuối = last season
cuối mùa = end of season | phim này nói về gì = what is series about
đạo diễn là ai = who is the director | ai đạo diễn = who directed | mùa ba = season 3
còn sống hay đã chết = alive or dead | vai nào = which role | ngày mấy = what date
mấy ngày = how many days | mấy năm = how many years | phút cuối = ending
chết cuối cùng = dies last | nghĩa vụ quân sự = military service | phải không =
vai gì = which role | nhận vai = plays | nơi quay = filming location | phim điện ảnh = film
đây = | thuộc công ty nào = which agency | do ai đóng = played by who
bắt đầu quay = start filming | mấy tháng = how many months | mất bao lâu = how long did it take
quay ở trường nào = filmed at which school | điều gì xảy ra = what happens | mấy giờ = what time
vai diễn = role | thời gian quay = how long filming | vai phụ = supporting role
ai quay lại = who returns | đội cứu hộ = rescue team | phim trường ở đâu = where is the set
ngày công chiếu = release date | công ty chủ quản = agency | các bạn = | giết ai = kills who
ai giết = who kills | chiếu khi nào = when release | thứ hạng = rank
giới hạn độ tuổi = age rating | mất mấy = took how many | tái xuất = return
người yêu cũ = ex dating | thầy khoa học = science teacher | quay tại đâu = filmed where
bản truyện = comic | khác truyện = different from comic | đọc ở đâu = where to read
xảy ra chuyện gì = what happens | giết chết = kill | tên đầy đủ = full name
lần đầu đóng phim = debut | vai trò = role | chỗ quay = filming location
quay trong bao lâu = how long filming | họ tên đầy đủ = full name | chết kiểu gì = how die
ngày phát sóng = release date | vai diễn đầu tiên = first role
kết cục ra sao = what happens to in the end | hy sinh bản thân = sacrifice
mấy tuổi xem được = age rating | khởi quay = start filming | từng đóng phim gì = what other works
chiếu ở đâu = where to watch | theo dõi = followers | đi lính = military service
kết buồn = sad ending | lịch phát sóng = release date | tân binh = new actor
người theo dõi = followers | bao nhiêu ngày = how many days | năm bao nhiêu = what year
ai đóng vai = who plays | bao nhiêu nước = how many countries | cao bao nhiêu = how tall
xuất ngũ = discharged military service | bao nhiêu tiền = how much money
quay mất bao lâu = how long filming | quay mấy lần = how many takes
bao nhiêu quốc gia = how many countries | quay xong = finish filming | nhiễm bệnh = infected
tác giả truyện = comic author | tập bốn = episode 4 | kẻ giết người = killer
tỏ tình ở tập = confess episode | bao nhiêu chương = how many chapters | lời tỏ tình = confession
mất bao nhiêu = took how many | giành giải = won award | đảm nhận vai = plays
quay xong chưa = finished filming | nhập ngũ = military service | tầng mấy = which floor
thành cặp = end up together | tập mười = episode 10 | tập mười một = episode 11
truyện gốc = original comic | ca nhiễm đầu tiên = first infected | tập sáu = episode 6
tập mười hai = episode 12 | bao nhiêu tập phim = how many episodes
thầy dạy khoa học = science teacher | chết cháy = burned to death
bao nhiêu tuổi mới được xem = age rating | thổ lộ = confess | quay bao nhiêu lần = how many takes
thiệt mạng = die | thẻ tên = name tag | hôn tạm biệt = goodbye kiss | viết kịch bản = writes
tử vong = die | bảng xếp hạng = ranking | xếp hạng mấy = what rank | tập bảy = episode 7
trốn ở đâu = where hide | lượt theo dõi = followers | nữa = | tập chín = episode 9
người sống sót = survivors | nhiễm vi rút = infected | biên kịch là ai = who is the screenwriter
sống sót đến cuối = survive | ai sống sót = who survives | dàn diễn viên chính = main cast
có đúng = | đúng không = | tập tám = episode 8 | sao lại ném bom = why bomb | phim lẻ = film
ai biết = | ai lồng tiếng = who voices | cho em hỏi = | tại = at | cao mấy mét = how tall
nụ hôn đầu = first kiss | nhiễm virus = infected | ai cắn = who bites
bị cắn ở tập = bitten episode | bị ai cắn = bitten by who | có ra = come out | em muốn hỏi =
thôi = | trong khi = while | xin hỏi = | chỉ là = only | chỉ có = only | lây cho = infect
lây bệnh = infect | chỉ một = only one | rất = very | bấm máy = start filming | anh = he
ở lại = stay | vì = because | sau này = later | biết = know | thành công = success
hơn không = more | diễn viên nhí = child actor | nếu = if | con người = human | sau khi = after
sau đó = then | đi về = go back | năm sau = next year | hiện tại = now
khác với = different from | giúp = help | bạn học = classmate | nhưng mà = but | thấy được = see
được thấy = seen | trước khi = before | hành động = action | hai người = two people
quốc gia = country | tìm = find | sinh con = give birth | việt nam = vietnam | nhiều hơn = more
nhiều nhất = most | hay hơn = better | hay nhất = best | nhau = each other | thể loại = genre
hai năm = two years | sống lại = come back to life | tốt hơn = better | cao hơn = taller
cao nhất = tallest highest | cảm động = emotional | điểm số = score | của nhau = each other
thích nhất = favourite | thế giới = world | ở mỹ = america | tháng sau = next month
nước ngoài = abroad | là sao = meaning | lý do = reason | người xem = viewers
trở thành = become | hóa thành = turn into | bởi = by | nhà hàng = restaurant
năm nay = this year | tiếng động = noise | có liên quan = connected to | ban đầu = at first
nhìn = look | thành tích = record | sự nghiệp = career | thứ hai = second
người tạo ra = creator | hiện nay = now | diễn = act | cảm thấy = feel | sản xuất = production
toàn bộ = all | nước mỹ = america | lúc đầu = at first | quan hệ = relationship
chương = chapter | yêu thích = favourite | hiểu = understand | bị bắt nạt = bullied
nguyên nhân = cause | phát minh = created | bị đánh = beaten | nhóm bắt nạt = bullies
cô gái bị bắt nạt = bullied girl | thuộc về = belongs to | tìm thấy = find
nơi sinh = birthplace | bọn bắt nạt = bullies | tình bạn = friendship | sự thật = true
toàn cầu = worldwide | thời gian = time | người đầu tiên = first person
chuyển thể từ = adapted from | tốt nghiệp = graduate | hai lần = twice
thích nhau = like each other | nhanh hơn = faster | thi thể = body | không quân = air force
thực tập sinh = trainee | bởi vì = because | tất cả = all | thứ tư = fourth | gặp = meet
nhà sản xuất = producer | chủ đề = theme | bộ đội = soldiers | tâm lý = mental | thức ăn = food
tài khoản instagram = instagram name | bỏ lại = leave behind | đại dịch = outbreak | đêm = night
bạn ơi = | nghe được = hear | vui = happy | yêu thích nhất = favourite | bị thương = injured
triệu = million | phòng tập = gym | thân hình = body | có tình cảm = has feelings
nhìn thấy = see | mở = open | quân nhân = soldier | diễn xuất = acting | gặp lại = meet again
năng lực = power | mạnh = strong | cô đơn = lonely | ss = season
lượt xem trailer = trailer views | nhà trẻ = kindergarten | nói chuyện = talk | bất tử = immortal
cảnh hành động = action scene | sở thích = hobby | chương trình = show | đồ ăn = food
nhà khoa học = scientist | trẻ con = kids | trẻ nhất = youngest | tương tự = like
người cuối cùng = last person | tự sát = suicide | thuốc = cure | bảo vệ = protect
mắt phải = right eye | nghe thấy = hear | mạnh hơn = stronger | đầu phim = beginning
mạnh nhất = strongest | đi vệ sinh = toilet | sự kiện = events | máy bay = plane | nhóm = group
đại ca = leader | phim bộ = series | tuần = week | điểm yếu = weakness | nước uống = water
ngủ = sleep | gây ra = caused | anh chị em = siblings | diễn biến = events
giá sách = bookshelves | ba mẹ = parents | cảnh yêu thích = favourite scene | ban đêm = night
cảnh cuối = last scene | sinh em bé = give birth | lớn tuổi hơn = older | trang phục = costume
gia hạn = renewed | nước tiểu = urine | câu chuyện = story | thuốc giải = cure
lớn tuổi nhất = oldest | đóng thế = stunt | bn = how many | bn tập = how many episodes
bn tuổi = how old | bn người = how many people | yêu đơn phương = one sided love
âm thanh = sound | biệt danh = nickname | biến mất = disappear | tấn công = attack
nhóm bạn = group of friends | nhân vật phụ = supporting character | có vợ = married
nổi tiếng nhất = most popular | bác sĩ = doctor | ca sĩ = singer | hai mùa = two seasons
ghi hình = record | ra lệnh = order | dịch bệnh = outbreak | hồi sinh = come back to life
bị tấn công = attacked | tham gia diễn xuất = acts | cảnh cuối cùng = last scene
tìm kiếm = search | em trai của = brother of | vũ đạo = choreography | đọc = read
người mẫu = model | xảy ra = happens | mở cửa = open door | chia tay = break up
đoàn phim = crew | tình tay ba = love triangle | ny = dating | thần tượng = idol
phim đầu tiên = first series | đã xảy ra = happened | mất mắt = lose eye | có thể đọc = can read
quốc tịch = nationality | nhà thi đấu = gym | xác chết = body | mất một mắt = lose an eye
độc thân = single | khả năng = ability | nhỏ tuổi nhất = youngest | đoàn làm phim = crew
chiến thắng = won | bạn cùng lớp = classmate | trò chơi = game | phim truyền hình = series
từng đóng = acted in | công ty sản xuất = production company | phòng thể dục = gym
căn tin = cafeteria | màu sắc = colours | đóng cửa = close door | chỉ huy = commander
chị gái của = sister of | phim giống = shows like | dc = | máy quay = camera
phụ đề tiếng việt = vietnamese subtitles | tình tiết = plot | vũ khí = weapon
bỏ chạy = run away | vai nam chính = male lead | phim gần đây = recent project
mẫu giáo = kindergarten | sức mạnh = power | phòng y tế = nurse office | bị bắn = shot
cha mẹ = parents | có chồng = married | giác quan = senses | phim tương tự = shows like
nạn nhân = victim | sở cảnh sát = police station | thị giác = sight | cảnh quay = scene
biên đạo = choreographer | follow = followers | nội dung chính = plot | bị khóa = locked
cảm giác = feel | nhà ma = haunted house | thủ lĩnh = leader | tập luyện = training
thiết quân luật = martial law | có bầu = pregnant | quay lại cảnh = retake | phổ biến = popular
phim đã đóng = other works | sắp ra = coming out | kết hôn = married | bản gốc = original
phim hàn = kdrama | nhóm nhạc = group | kết cục = fate | phòng âm nhạc = music room
trường học ma = haunted house | binh sĩ = soldiers | thịt người = human flesh | đề cử = nominated
diễn viên quần chúng = extras | khóa cửa = locked door | bà bầu = pregnant | miệng = mouth
mối quan hệ = relationship | ăn thịt = eat flesh | hãng sản xuất = production company
hình mẫu lý tưởng = ideal type | lớp phó = vice class president | tiền truyện = prequel
bắn chết = shot | rời đi = leave | cách ly = quarantine | ăn thịt người = eat human flesh
nhận xét = reviews | yêu đương = romance | có đáng sợ = is it scary | loài người = humans
kháng thể = immune | mùi = smell | buồn = sad | kinh phí = budget | đáng sợ nhất = scariest
tiết lộ = reveal | trái tim = heart | bài hát trong phim = soundtrack | có thể chữa = can cure
phê bình = criticism | sắp ra mắt = coming out | khu cách ly = quarantine camp
buồn nhất = saddest | chuyên ngành = major | màu xanh = green | nửa người = half human
cảm xúc = feelings | ngân sách = budget | nhà phê bình = critics
lên sân thượng = to the rooftop | phòng phát sóng = broadcast room | một nửa = half
p1 = season 1 | p2 = season 2 | tóc giả = wig | lễ trao giải = awards | vụ nổ = explosion
con chó = dog | ngoại truyện = spin off | khách mời = cameo | siêu năng lực = powers
hậu truyện = sequel | đứa bé = baby | tạm biệt = goodbye | bỏ rơi = leave behind
đứa trẻ = child | nắm tay = hold hands | cửa sân thượng = rooftop door
máy bay không người lái = drone | lo lắng = nervous | rời nhóm = leave the group | vi rút = virus
hạnh phúc = happy | video hậu trường = behind the scenes video | bắn súng = shoot
rời khỏi = leave | cầu thang = stairs | mười = ten | đẩy xuống = pushed off | kỷ lục = record
dv = actor | chữa khỏi = cure | sắp chiếu = coming out | đồng phục màu xanh = green uniform
ss1 = season 1 | ss2 = season 2 | ss3 = season 3 | p3 = season 3 | ntn = how | bnhieu = how many
mũi tên = arrow | y tá = nurse | otp = couple | hồi hộp = nervous | manhwa = comic
tầng thượng = rooftop | mười hai = twelve | gv = teacher | tệ nhất = worst | ngôn ngữ = language
lí do = reason | trả thù = revenge | kẻ xấu = villain | ác nhân = villain | ước mơ = dream
cứu hỏa = firefighter | nhà kho = storage room | binh lính = soldiers | bạn bè = friends
họp báo = press conference | ném = throw | nổ súng = shoot | có thai = pregnant
nặng bao nhiêu = weight | đánh đập = beat | lửa trại = campfire | phụ huynh = parents
bàn ghế = desks | thanh mai trúc mã = childhood friends | bạo lực = violence | bỏ trốn = escape
kẻ thù = enemy | khán giả = viewers | hành lang = hallway | ném xuống = thrown off
vai ác = villain | đám cưới = wedding | chỉ trích = criticised | quán gà = chicken restaurant
thông điệp = message | thương vong = deaths | giận = angry | tờ giấy = note
huấn luyện = training | buổi họp báo = press conference | chín = nine
máy bay trực thăng = helicopter | chạy trốn = run away | trại cách ly = quarantine camp
kẻ ác = villain | đồn cảnh sát = police station | chấn thương = injured | đốt lửa = fire
ôm = hug | miễn phí = free | mèo = cat | kệ sách = bookshelves | cốt truyện = plot
trốn thoát = escape | tranh cãi = controversy | tức giận = angry | tám = eight
lính cứu hỏa = firefighter | một cú máy duy nhất = one take | nổ tung = explosion
mảnh giấy = note | gây tranh cãi = controversy | ném bom thành phố = bomb city
lồng tiếng anh = english dub | lồng tiếng việt = vietnamese dub | dạo này = now
mù mắt = lose eye | hai mươi = twenty | đẻ con = give birth | bị đâm = stabbed | rating = rating
ba má = parents | phản bội = betray | đâm chết = stabbed | ghét = hate | ghét nhất = most hated
bị ghét = hated | lãng mạn = romance | tiếng ồn = noise | cảm nắng = crush
cảnh lãng mạn = romantic scene | bùng dịch = outbreak | cây lau nhà = mop | dao đâm = stabbed
rào chắn = barricade | năm ngoái = last year | gãy tay = broken arm | hối hận = regret
thầm thích = crush | thích thầm = crush | lây qua = spread | trì hoãn = delayed
lây lan = spread | thú cưng = pet | có ghê = is it gory | thính giác = hearing | nhốt = locked
loa = loudspeaker | loa phát thanh = loudspeaker | debut = debut
bạn thuở nhỏ = childhood friend | bị trói = tied | cát xê = salary | hem =
gà rán = fried chicken | happy ending = happy ending | sad ending = sad ending | couple = couple
hok = | zậy = | ngửi = smell | hé lộ = reveal | top 10 = top 10 | iu = loves | rùng rợn = gory
nv = character | vietsub = subtitles | gameshow = variety show | review = review | flycam = drone
livestream = streamer | thik = likes | ekip = crew | spoil = spoiler | nvc = main character
ship = ship | vaccine = vaccine | plot twist = plot twist | drone = drone | streamer = streamer
cameo = cameo | cgi = cgi | mbti = mbti | thành = become
"""
