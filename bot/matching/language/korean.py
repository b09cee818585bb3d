"""General Korean as people ask with it, and the English words it is matched as: data, no logic.

Korean glues particles and endings to a stem, so each entry is the beginning of a word. What fans of
this show say is not here but in the knowledge (`lexicon`), where moderators mend it.
"""

from __future__ import annotations

__all__ = ["KOREAN"]

_TABLE = """
누구 who | 누가 who | 누굴 who | 언제 when | 어디 where | 왜 why | 어떻게 how | 어떤 which
어느 which | 무슨 what | 무엇 what | 뭐 what | 뭘 what | 뭔 what | 몇 how many | 얼마나 how much
얼마 how much | 몇년 what year | 며칠 what date | 생일 birthday | 생년월일 birthday | 태어 born
출생 born | 나이 age | 살이 age | 고향 birthplace | 출신 from | 본명 real name | 이름 name
성함 name | 별명 nickname | 예명 stage name | 활동명 stage name | 뜻 meaning | 의미 meaning
키스 kiss | 뽀뽀 kiss | 입맞춤 kiss | 첫키스 first kiss | 배우 actor | 여배우 actress
아역 child actor | 역할 role | 배역 role | 역을 role | 역은 role | 역 role | 맡은 plays
맡았 played | 맡 play | 연기 act | 출연 appear cast | 캐스팅 casting | 주연 lead | 조연 supporting
신인 newcomer | 성우 voice actor | 더빙 dub | 자막 subtitles | 영어 english | 한국어 korean
일본 japan | 미국 america | 한국 korea | 감독 director | 연출 director | 작가 writer
극본 screenplay writer | 각본 screenplay writer | 제작사 production company | 제작 production
원작자 original author | 만화 comic | 연재 serialised | 시즌 season
에피소드 episode | 회차 episodes | 몇부작 how many episodes | 부작 episodes | 편 episode
화 episode | 회 episode | 하프 half | 감염 infected | 바이러스 virus | 백신 vaccine
치료 cure | 물렸 bitten | 물린 bitten | 물리 bitten | 물어 bite | 물었 bitten
촬영지 filming location | 촬영장 film set | 촬영 filming | 찍었 filmed | 찍은 filmed | 찍 film
장소 location place | 세트 set | 개봉 release | 공개 release | 방영 release air
방송실 broadcast room | 방송 broadcast | 출시 release | 예고편 trailer | 티저 teaser
포스터 poster | 나오 appear come out | 나와 appear come out | 나온 appeared | 나왔 appeared
복귀 return | 다시 again return | 돌아오 return | 확정 confirmed | 죽었 dead | 죽은 dead | 죽어 die
죽나 die | 죽이 kill | 죽였 killed | 죽 die | 사망 death | 살아남 survive | 살아 alive | 살았 alive
생존자 survivors | 생존 survive | 최후 fate | 결말 ending | 마지막 last | 처음 first | 첫 first
다음 next | 전에 before | 이후 after | 끝 end | 시작 start | 사귀 dating couple | 커플 couple
좋아하 like | 좋아해 like | 좋아한 like | 짝사랑 crush | 사랑 love | 고백 confess | 연애 romance
결혼 married | 친구 friend | 절친 best friend | 친한 close friends | 가족 family | 아버지 father
아빠 father | 어머니 mother | 엄마 mother | 부모 parents | 동생 younger sibling
남동생 younger brother | 여동생 younger sister | 누나 sister | 언니 sister | 오빠 brother
형사 detective | 남매 siblings | 아들 son | 딸 daughter | 아기 baby | 임산부 pregnant
임신 pregnant | 출산 birth baby | 학교 school | 고등학교 high school | 고등학생 high school student
대학교 university | 대학 university | 전공 major | 학과 major | 졸업 graduate | 학생 student
학년 year grade | 반장 class president | 교실 classroom | 반 class | 교복 uniform | 선생님 teacher
선생 teacher | 과목 subject | 교장 principal | 교감 vice principal | 군인 soldier | 군대 army
계엄 martial law | 소방관 firefighter | 경찰 police | 스트리머 streamer | 옥상 rooftop
식당 cafeteria | 도서관 library | 음악실 music room | 과학실 science lab | 과학 science
체육관 gym | 양궁 archery | 활 bow | 화장실 toilet | 병원 hospital | 유치원 kindergarten
격리 quarantine | 캠프 camp | 수용소 camp | 헬기 helicopter | 헬리콥터 helicopter | 폭격 bombing
폭탄 bomb | 폭발 explosion | 드론 drone | 모닥불 campfire | 치킨 chicken | 가게 shop
명찰 name tag | 이름표 name tag | 이어폰 earphones | 눈 eye | 피 blood | 실험 experiment
햄스터 hamster | 쥐 mouse | 노트북 laptop | 성경 bible | 캐리어 suitcase | 소속사 agency
회사 company | 데뷔작 debut work | 데뷔 debut | 차기작 next project | 신작 new project
전작 previous works | 작품 work show | 드라마 drama | 영화 film | 예능 variety show
뮤지컬 musical | 노래 song sing | 음악 music | 수상 award won | 상을 award | 상 award
후보 nominated | 시청률 ratings | 시청 watch | 조회수 views | 순위 rank | 위 rank number
등급 rating | 평점 rating | 평가 reviews | 비판 criticism | 논란 controversy | 사과 apologised
인기 popular | 팔로워 followers | 인스타 instagram | 팬 fan | 국가 country | 나라 country
도시 city | 어느도 which province | 시간 hours | 분량 runtime minutes | 러닝타임 runtime
기간 how long | 동안 during | 오래 long | 날짜 date | 년도 year | 연도 year | 년 year | 월 month
일에 day | 며칠 days | 개월 months | 주차 week | 번 times | 번째 time | 명 people | 마리 number
사람 people | 남자 man | 여자 woman | 주인공 protagonist lead | 캐릭터 character | 인물 character
악역 villain | 빌런 villain | 일진 bully | 왕따 bullied | 괴롭 bully | 성격 personality
취미 hobby | 엠비티아이 mbti | 혈액형 blood type | 키가 height | 몸무게 weight | 살을 weight
찌웠 gained weight | 뺐 lost weight | 롤모델 role model | 아이돌 idol | 연습생 trainee
닮은 lookalike | 닮았 lookalike | 비슷 similar | 차이 different difference | 다른 different other
달라 different | 바꿨 changed | 바뀌 changed | 이유 reason why | 때문 because | 비밀 secret
장면 scene | 씬 scene | 대사 line | 명대사 quote line | 인터뷰 interview
제작발표회 press conference | 기자 press | 비하인드 behind the scenes | 영상 video | 사진 photo
소리 sound | 비 rain | 천둥 thunder | 밧줄 rope | 무기 weapon | 분장 makeup
특수분장 special makeup | 안무 choreography | 액션 action | 훈련 training | 연습 practice
준비 prepare | 배웠 learned | 배경 setting | 줄거리 plot summary | 내용 plot summary | 요약 summary
설명 explain | 무서 scary | 슬픈 sad | 재밌 fun | 진짜 real | 실제 real | 사실 true | 존재 exist
불러 call | 부르 call | 부른 called | 불렀 called | 말했 said | 말한 said | 말하 say
뭐라고 what say | 생각 think | 느꼈 felt | 기분 feel | 긴장 nervous | 울었 cried | 웃 smile laugh
꿈 dream | 장래 future | 직업 job | 하는일 job | 일하 work | 만들 made | 만든 made | 만들었 made
썼 wrote | 쓴 wrote | 그렸 drew | 그린 drew | 봤 saw | 보나 see | 볼 watch | 보는 watch | 옛 old
최신 latest | 현재 now | 지금 now | 오늘 today | 이전 before | 계획 plan | 배신 betray
탈출 escape | 도망 run away | 구해 rescue | 구했 rescued | 구조 rescue | 숨 hide | 찾 find
싸움 fight | 싸우 fight | 싸웠 fought
"""

KOREAN: dict[str, tuple[str, ...]] = {
    beginning: tuple(english)
    for beginning, *english in (
        entry.split() for entry in _TABLE.replace("\n", "|").split("|") if entry
    )
}
"""Beginnings of Korean words to English ones."""
