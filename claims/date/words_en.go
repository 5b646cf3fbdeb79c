package date

// The words of English dates. Values of units are Precisions, of preps the
// constants of words.go, of deictics days, of segments parts.
const wordsEN = `
month january=1 jan?=1 february=2 feb=2 march?=3 mar?=3 april?=4 apr=4 may?=5 june?=6 jun=6 july=7 jul=7 august?=8 aug=8
month september=9 sept=9 sep=9 october=10 oct=10 november=11 nov=11 december=12 dec=12
weekday monday=1 mon?=1 tuesday=2 tue?=2 tues=2 wednesday=3 wed?=3 thursday=4 thu?=4 thur=4 thurs=4 friday=5 fri=5 saturday=6 sat?=6 sunday=7 sun?=7
season spring?=1 springtime=1 summer?=2 summertime=2 autumn=3 fall?=3 winter?=4 wintertime=4
unit minute=1 minutes=1 hour=2 hours=2 day=4 days=4 week=5 weeks=5 weekend=50 weekends=50 fortnight=51 month=6 months=6 quarter=7 quarters=7
unit year=10 years=10 decade=11 decades=11 century=12 centuries=12
deictic today=0 tonight=0 yesterday=-1 tomorrow=1
daypart morning=1 afternoon=2 evening=3 night=4 noon=5 midday=5 midnight=6 lunchtime=5 overnight=4 dawn=7 dusk=8
last last=0
next next=0 coming=0 upcoming=0
this this=0 current=0
past past=0
prior previous=0 preceding=0 prior=0
following following=0 ensuing=0 subsequent=0
ago ago=0
later later=0 afterwards=0 afterward=0 thereafter=0
earlier earlier=0 beforehand=0 previously=0
segment early=1 beginning=1 start=1 mid=2 middle=2 late=3 end=3
prep in=102 at=104 on=104 during=103 throughout=103 within=103 over=103 circa=106 around=106 about=106 approximately=106 roughly=106
prep since=1 until=2 till=2 by=3 before=4 after=5 from=100 between=101 for=105
det the=0
of of=0
and and=0
to to=0 through=0 thru=0 or=0
meridiem am?=0 a.m=0 pm=12 p.m=12
oclock o'clock=0 o’clock=0
zone gmt=0 utc=0 cet=0 cest=0 est=0 edt=0 pst=0 pdt=0 cst=0 bst=0 local=0 et=0 pt=0 cat=0 eat=0 wat=0
future will=0 'll=0 ’ll=0 shall=0 scheduled=0 begins=0 starts=0 opens=0 goes=0 takes=0
doubt expected=0 due=0 planned=0 would=0 could=0 should=0 might=0 set=0 plans=0 plan=0
noun people=0 persons=0 men=0 women=0 children=0 soldiers=0 troops=0 civilians=0 homes=0 houses=0 cases=0 deaths=0 votes=0 residents=0 refugees=0
noun workers=0 employees=0 jobs=0 students=0 households=0 families=0 copies=0 units=0 points=0 seats=0 miles=0 feet=0 metres=0 meters=0 km=0 kg=0
noun dollars=0 euros=0 pounds=0 tonnes=0 tons=0 barrels=0 times=0 percent=0 villages=0 prisoners=0 fighters=0 patients=0 inhabitants=0 victims=0
possessive his=0 her=0 their=0 my=0 your=0 our=0 its=0
half half=0
festive black=0 good=0 ash=0 bloody=0 easter=0 palm=0 super=0 cyber=0 holy=0 maundy=0 fat=0
now now=0
decade sixties=1960 seventies=1970 eighties=1980 nineties=1990 thirties=1930 forties=1940 fifties=1950
article a=1 an=1
number one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15
number sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90
number couple=2 few=0 several=0 some=0 many=0
ordinal first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 thirteenth=13
ordinal fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20
`
