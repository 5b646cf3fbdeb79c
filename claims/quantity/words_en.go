package quantity

// The words of English quantities. Months, function words and designators are
// here to tell what is no quantity. A later line overrides an earlier one.
const wordsEN = `
stop were was is are be been being has have had do does did will would can could may might must shall should who which that whose whom
stop in on at by for from with without as than then when while where after before since until under over into onto during among between
stop against across around near also not no nor but if because so said says say told killed died left fled took came went made according
stop out up down off back per via toward towards through about within amid including despite it he she they we i you there here
stop him them us me its their his her our your my this these those the
stop more less later earlier ago old
digit zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15
digit sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fourty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90
scale hundred=2 thousand=3 million=6 mln=6 mn=6 billion=9 bn=9 bln=9 trillion=12 trn=12 tn=12 quadrillion=15 lakh=5 crore=7 dozen=100 k=3
collective dozens=12 scores=20 hundreds=100 thousands=1000 millions=1000000 billions=1000000000 tens=10
half half=2 halves=2
part third=3 thirds=3 quarter=4 quarters=4 fourths=4 fifth=5 fifths=5 sixths=6 sevenths=7 eighths=8 tenth=10 tenths=10
rank first=1 second=2 fourth=4 sixth=6 seventh=7 eighth=8 ninth=9 eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15
rank sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30
article a an
several several few
and and
to to
or or
of of
per per
deter the his her its their our my your this that
times times
twice twice=2 double=2 triple=3 twofold=2 threefold=3 fourfold=4 fivefold=5 sixfold=6 sevenfold=7 eightfold=8 tenfold=10 thrice=3
meridiem am pm a.m p.m o'clock o’clock gmt utc
aged aged age ages
old old
temporal in since until by during after before circa from through early mid late spring summer autumn fall winter till
change rose fell increased decreased dropped declined grew climbed jumped up down
minus minus
match won win wins winning beat beats beating lost lose loses losing defeat defeated victory draw drew score scored lead led leading trailed voted vote votes ruling decision tie tied ahead result match game final
adverb only just all both another other others additional further top total last past next other some these those nearby local new old
designator article articles section chapter page pages paragraph line flight route highway no nos number room phase stage level grade class type
designator category version unit block zone sector episode season volume figure table channel tier step rule resolution amendment clause
designator title part verse psalm act scene appendix annex schedule exhibit item lot formula group division model mark interstate road
designator day week round game lap gate platform track apollo boeing airbus windows iphone covid group code zip
month january jan february feb march mar april apr may june jun july jul august aug september sept sep october oct november nov december dec
person people persons men women children police troops civilians teenagers staff personnel crew youths oxen sheep cattle fish aircraft
victim dead wounded injured missing killed hurt arrested displaced unemployed homeless
person feet species series deer jews persons wives lives
unit %: percent pct percent.
unit pp: pp ppt
unit m: m metre metres meter meters
unit km: km kms kilometre kilometres kilometer kilometers
unit cm: cm centimetre centimetres centimeter centimeters
unit mm: mm millimetre millimetres millimeter millimeters
unit mi: mile miles mi
unit yd: yard yards yd yds
unit ft: foot feet ft
unit in: inch inches
unit nmi: nmi
unit ha: hectare hectares ha
unit acre: acre acres
unit m²: m² sqm m2
unit km²: km² sqkm km2
unit kg: kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes
unit g: gram grams gramme grammes g
unit mg: mg milligram milligrams
unit t: tonne tonnes
unit ton: ton tons
unit lb: lb lbs
unit oz: oz ounce ounces
unit pound: pound pounds
unit l: litre litres liter liters
unit ml: ml millilitre millilitres milliliter milliliters
unit m³: m³ m3
unit gal: gallon gallons
unit bbl: barrel barrels
unit pt: pint pints
unit mph: mph
unit km/h: kph kmh kmph
unit kn: knot knots
unit s: second seconds sec secs
unit ms: ms millisecond milliseconds
unit min: minute minutes min mins
unit h: hour hours hr hrs h
unit d: day days
unit week: week weeks
unit month: month months
unit year: year years yr yrs annum
unit decade: decade decades
unit century: century centuries
unit W: watt watts w
unit kW: kw kilowatt kilowatts
unit MW: mw megawatt megawatts
unit GW: gw gigawatt gigawatts
unit kWh: kwh
unit MWh: mwh
unit GWh: gwh
unit TWh: twh
unit MB: mb megabyte megabytes
unit GB: gb gigabyte gigabytes
unit TB: tb terabyte terabytes
unit kB: kb kilobyte kilobytes
unit B: byte bytes
unit USD: dollar dollars usd us
unit EUR: euro euros eur
unit GBP: gbp sterling
unit JPY: yen jpy
unit CNY: yuan renminbi rmb cny
unit INR: rupee rupees inr rs
unit CHF: chf
unit RUB: rouble roubles ruble rubles rub
unit KES: shilling shillings kes ksh
unit ZAR: rand zar
unit NGN: naira ngn
unit KRW: won krw
unit BRL: reais brl
unit TRY: lira
unit ILS: shekel shekels
unit UAH: hryvnia
unit PLN: zloty zlotys
unit cent: cent cents
unit penny: pence penny p
match won
`

// The phrases around English numbers, by comparator.
const comparatorsEN = `
about: about, around, approximately, approx, roughly, some, circa, ca, an estimated, estimated, an average of, in the region of, or so, more or less, somewhere around, in the neighborhood of
nearly: nearly, almost, close to, just under, just below, approaching, just short of, just shy of, not quite, virtually
just over: just over, just above, slightly more than, slightly over, a little over, a little more than, little more than
at least: at least, no fewer than, no less than, not less than, not fewer than, a minimum of, minimum of, at the very least, at a minimum
more than: more than, over, above, greater than, in excess of, upwards of, upward of, exceeding, well over, higher than, well more than, far more than, larger than, bigger than, longer than, exceeds, exceeded, older than
at most: up to, at most, no more than, not more than, as many as, as much as, a maximum of, maximum of, not exceeding, at the most, as high as
less than: less than, fewer than, under, below, lower than, smaller than, short of, well under, younger than, shorter than, far less than, far fewer than
after at least: or more, or above, or over, or higher, or greater, at least, and above, and over, or older
after at most: or less, or fewer, or under, or below, at most, or lower, or younger
after about: or so, or thereabouts, approximately
`
