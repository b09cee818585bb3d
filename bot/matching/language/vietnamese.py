"""Vietnamese as people ask with it, and the English that it is matched as: data, no logic.

Words do not change in it, but many are of two or more syllables, so the longest entry counts. Marks
are often not typed, and do not count: of two entries that differ in these alone the first holds. An
entry of no English says nothing in a question.
"""

from __future__ import annotations

__all__ = ["VIETNAMESE"]

VIETNAMESE = """
có = | con = | là = | bị = | đã = | mà = | thì = | thế = | cái = | các = | lại =
ai = who | là ai = who is | những ai = who | gì = what | cái gì = what | là gì = what is
nào = which | tại sao = why | vì sao = why | sao = why | làm sao = how | thế nào = how
như thế nào = how | kiểu gì = how | khi nào = when | bao giờ = when | lúc nào = when
hôm nào = when | ở đâu = where | đâu = where | bao nhiêu = how many | nhiêu = how many
mấy = how many | bao lâu = how long | mấy tuổi = how old | bao nhiêu tuổi = how old
tập mấy = which episode | tập nào = which episode | mấy tập = how many episodes
bao nhiêu tập = how many episodes | mấy lần = how many times | bao nhiêu lần = how many times
lần = times | lần đầu = first time | đầu tiên = first | cuối cùng = finally | phần = season
mùa = season | có phần = is there season | có mùa = is there season | tập = episode | tập cuối = last episode | cuối phim = ending | kết phim = ending
cái kết = ending | kết thúc = ending | đoạn kết = ending | giải thích = explained
ý nghĩa = meaning | chết = die | đã chết = dead | chết chưa = dead | chết thật = really dead
chết luôn = dead | cái chết = death | còn sống = alive | sống sót = survive | sống = survive
số phận = fate | giết = kill | bị giết = killed | bị cắn = bitten | cắn = bite | vết cắn = bite
cào = scratch | nhiễm = infected | lây nhiễm = infected | biến thành = turn into
biến đổi = turn | xác sống = zombie | thây ma = zombie | đột biến = mutation | miễn dịch = immune
thuốc chữa = cure | chữa = cure | vắc xin = vaccine | nguồn gốc = origin | bắt nguồn = origin
từ đâu = from where | bùng phát = outbreak | diễn viên = actor | nữ diễn viên = actress
nam diễn viên = actor | dàn diễn viên = cast | dàn cast = cast | đóng vai = plays role
đóng = plays | thủ vai = plays | thủ = plays | vai = role | nhân vật = character
nhân vật chính = main character | nam chính = male lead | nữ chính = female lead
phản diện = villain | đạo diễn = director | biên kịch = screenwriter | kịch bản = script
tác giả = author | truyện tranh = webtoon | truyện = webtoon | nguyên tác = original webtoon
chuyển thể = adaptation | khác gì = how different | khác nhau = difference | khác = different
giống = same | so với = compared to | quay phim = filming | quay = filmed
địa điểm quay = filming location | trường quay = set | cảnh = scene | bối cảnh = set in
hậu trường = behind the scenes | hôn = kiss | nụ hôn = kiss | cảnh hôn = kiss scene
thích = likes | yêu = loves | tình yêu = love | tình cảm = love | tỏ tình = confess
người yêu = dating | bạn gái = girlfriend | bạn trai = boyfriend | hẹn hò = dating
cặp đôi = couple | thành đôi = end up together | đến với nhau = end up together
đến được với nhau = end up together | bố = father | ba = father | cha = father | mẹ = mother
bố mẹ = parents | em gái = younger sister | chị gái = older sister | chị = girl
anh trai = older brother | em trai = younger brother | anh em = brothers | bạn thân = best friend
bạn = friend | thầy = teacher | thầy giáo = teacher | cô giáo = teacher | giáo viên = teacher
hiệu trưởng = principal | lớp trưởng = class president | học sinh = students
nữ sinh = schoolgirl | trường học = school | trường cấp ba = high school | lớp = class
lớp học = classroom | bệnh viện = hospital | thư viện = library | sân thượng = rooftop
phòng phát thanh = broadcast room | phòng nhạc = music room | nhà ăn = cafeteria
căng tin = cafeteria | phòng thí nghiệm = science lab | khoa học = science | nhà vệ sinh = toilet
phòng gym = gym | tập gym = workout | em bé = baby | mang = thai pregnant
trực thăng = helicopter | quân đội = army | lính = soldiers | đánh bom = bombed
thả bom = bombed | ném bom = bombed | bom = bomb | thành phố = city | quận = district
điện thoại = phone | pin = battery | bắn cung = archery | cung thủ = archer | mắt = eye
tai nghe = earphones | bảng tên = name tag | đồng phục = uniform | áo = uniform | bắt nạt = bully
kẻ bắt nạt = bully | bạo lực học đường = school violence | chính phủ = government
phát sóng = release | ra mắt = release | phát hành = release | chiếu = release
công chiếu = premiere | lịch chiếu = release date | ngày chiếu = release date | ra phần = season
ngày = date | năm = year | tháng = month | năm nào = what year | sinh năm = born year
năm sinh = birth year | sinh nhật = birthday | ngày sinh = birthday | sinh = born | tuổi = age
cao = tall | chiều cao = height | cân nặng = weight | quê = hometown | nước nào = which country
nước = country | người nước nào = nationality | người = person | mấy người = how many people
bao nhiêu người = how many people | xem = watch | xem ở đâu = where to watch | coi = watch
đáng xem = worth watching | có hay không = is it good | hay không = good | có hay = good
hay = good | phim = series | bộ phim = series | tóm tắt = summary | nói về = about | về = about
ghê = gory scary | ghê rợn = gory | đáng sợ = scary | sợ = scary | kinh dị = horror
máu = me gory | trẻ em = kids | con nít = kids | phù hợp = suitable | đánh giá = rating
điểm = score | xếp hạng = rank | lượt xem = views | giờ xem = hours watched | giải thưởng = award
giải = award | đoạt giải won = award | thắng giải won = award | nhạc phim = soundtrack
bài hát = song | nhạc = music | lồng tiếng = dub voice | thuyết minh = dub | phụ đề = subtitles
tiếng anh = english | trở lại = return | quay lại = return | quay trở lại = return
hủy = cancelled | bị hủy = cancelled | xác nhận = confirmed | thật = real | có thật = real
thật không = real | chuyện có thật = true story | câu chuyện có thật = true story
dựa trên = based on | tên = name | tên thật = real name | tên gì = what name
tên là gì = what name | nghĩa = meaning | nói = said | phỏng vấn = interview | con gái = daughter
con trai = son | cô gái = girl | cậu bé = boy | cảnh sát = police | thám tử = detective
nghị sĩ = assemblywoman | dài bao nhiêu = how long | dài = long | tổng cộng = total | mỗi = each
cơ thể = body | tăng = gain | tại sao lại = why | mở đầu = beginning | bắt đầu = begin
trước = before | sau = after | lúc = when | và = and | với = with | của = of | trong = in
ở = in | từ = from | đến = to | hoặc = or | hay là = or | cũng = also | ra sao = what happens to
thành zombie = turn into zombie | hóa zombie = turn into zombie
nửa người nửa zombie = half zombie | nửa zombie = half zombie | dựa theo = based on | đừng = not
trẻ = young | hoạt động = works | thầy hiệu trưởng = principal | hại = harm | đánh = hit
bằng cái gì = with what | lấy = get | hẳn = fully | nghề = job | làm nghề gì = what job
trường trung học = high school | cấp 3 = high school | cấp 2 = middle school
lớp mấy = what class | chạy = run | nhanh = fast | chậm = slow | trốn = hide | thoát = escape
nhảy = jump | ngã = fall | cứu = save | hi sinh = sacrifice | hy sinh = sacrifice
mất tích = missing | thiếu niên = teenager | tự tử = suicide | phòng = room | cửa = door
cửa sổ = window | tòa nhà = building | tường = wall | tầng = floor | mái = roof | xe = car
xe đạp = bicycle | súng = gun | dao = knife | lửa = fire | uống = drink | đói = hunger
tay = hand | chân = leg | mặt = face | mũ = hat | áo khoác = jacket | kính = glasses
nhẫn = ring | thư = letter | tin nhắn = message | vợ = wife | chồng = husband | gia đình = family
ông = man | công ty = agency | công ty quản lý = agency | phim mới = new project
phim khác = other works | đóng phim = acts in | giống nhau = same | tựa đề = title
tên phim = title | tên tiếng hàn = korean title | tiếng hàn = korean | hàn quốc = korea
nổi tiếng = popular | hạng = rank | đứng đầu = number one | số một = number one
phim trường = set | một cú máy = one take | kỹ xảo = effects | hóa trang = makeup
trang điểm = makeup | luyện tập = training | casting = casting | thử vai = audition
chọn = chosen | tuyển = casting | khó = difficult | khóc = cry | cười = laugh
ngại = embarrassed | xin lỗi = apologise | cảm ơn = thanks | mùa đầu = first season
phần đầu = first season | phần tiếp = next season | phần tiếp theo = next season
tiếp theo = next | sắp tới = coming | mới = new | cũ = old | có mặt = appear | xuất hiện = appear
tham gia = join | dự án = project | kế hoạch = plan | hoãn = postponed | dời = postponed
xong = finished | hoàn thành = finished | thông tin = information | tin tức = news
là người = is | của ai = whose | chú = man | nghiên cứu = research | tạo ra = created
chế tạo = created | thí nghiệm = experiment | chuột = hamster | lan = spread | ngăn = stop
sân bóng = field | season = season | episode = episode | ep = episode | eps = episodes
trailer = trailer | teaser = teaser | zombie = zombie | zombies = zombies | virus = virus
netflix = netflix | webtoon = webtoon | kdrama = kdrama | drama = drama | game = game
cast = cast | ending = ending | release = release | spoiler = spoiler | crush = crush
bully = bully | fans = fans | fan = fan | role = role | part = part | scene = scene
video = video | youtube = youtube | instagram = instagram | dub = dub | soundtrack = soundtrack
ost = soundtrack | hospital = hospital | squid = squid | nội dung = plot | cô ấy = she
anh ấy = he | sinh năm bao nhiêu = what year born | sinh năm nào = what year born
bán zombie = half zombie | còn sống không = still alive | còn nhiêu = how many left | ký = kilos
nói gì = said what | chúng tôi = us | ăn gì = eat what | hát = sings | có bao nhiêu = how many
có mấy = how many | trong phim = in series | vẫn = still | vẫn còn sống = still alive
ở tập mấy = which episode | ở tập nào = which episode | nhạc nền = soundtrack | lời thoại = line
câu nói = line | đạo cụ = prop | người đóng = who plays | người nào = who
không = | ko = | k = | hông = | chưa = | rồi = | vậy = | ạ = | à = | hả = | nhỉ = | nha = | nhé =
mọi người = | mn = | cho hỏi = | cho mình hỏi = | mình = | này = | đó = | kia = | đang = | sẽ =
được = | một = | luôn = | quá = | lắm = | ơi = | ad = | với ạ = | nó = | ấy = | chiếc =
"""
