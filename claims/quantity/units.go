package quantity

// Dimension is what a unit measures.
type Dimension uint8

// The dimensions. The zero value is that of counts.
const (
	Things Dimension = iota
	Length
	Area
	Mass
	Volume
	Temperature
	Speed
	Duration
	Money
	Ratio  // percent, fractions
	Points // percentage points
	Power
	Energy
	Data
)

var dimensions = [...]string{"count", "length", "area", "mass", "volume", "temperature", "speed", "duration", "money", "ratio",
	"points", "power", "energy", "data"}

// String returns the dimension in lower case.
func (d Dimension) String() string {
	if int(d) < len(dimensions) {
		return dimensions[d]
	}
	return ""
}

// A Unit is what a number measures in, an index into the table of units. The
// zero Unit is that of plain counts.
type Unit uint8

// String returns the unit's symbol: "km", "USD"; empty for counts.
func (u Unit) String() string { return units[u%unitCount].symbol }

// Dimension returns what u measures.
func (u Unit) Dimension() Dimension { return units[u%unitCount].dimension }

// converts reports whether u and v measure the same and turn into each other.
// Currencies do not.
func (u Unit) converts(v Unit) bool {
	d := u.Dimension()
	return d == v.Dimension() && d != Things && d != Money
}

// base converts v to the base unit of the dimension: metre, square metre,
// kilogram, litre, kelvin, metre a second, second, one. Money stays as it is.
func (u Unit) base(v Num) Num {
	if !v.Known() {
		return v
	}
	d := units[u%unitCount]
	if d.offset.D != 0 {
		v = v.Add(d.offset)
	}
	return v.Mul(d.factor)
}

// scale converts a difference, which has no offset.
func (u Unit) scale(v Num) Num { return v.Mul(units[u%unitCount].factor) }

// smaller returns which part of u the unit v is that may follow it in one number
// ("6 ft 2 in"), the zero Num if none may.
func (u Unit) smaller(v Unit) Num {
	switch {
	case u == foot && v == inch, u == year && v == month:
		return Num{1, 12}
	case u == hour && v == minute, u == minute && v == second:
		return Num{1, 60}
	case u == pound && v == ounce, u == poundOrGBP && v == ounce:
		return Num{1, 16}
	case u == day && v == hour:
		return Num{1, 24}
	case (u == gbp || u == poundOrGBP) && v == pence, u.Dimension() == Money && v == dollarCent:
		return Num{1, 100}
	}
	return Num{}
}

type definition struct {
	symbol    string
	dimension Dimension
	factor    Num // to the base unit, exact by international definition
	offset    Num // added before the factor
}

// The units. Months and years are the mean Gregorian ones to the day quarter:
// 365.25 days and a twelfth of it.
const (
	one Unit = iota
	percent
	perMille
	points
	basisPoint
	fraction
	metre
	kilometre
	centimetre
	millimetre
	mile
	yard
	foot
	inch
	nauticalMile
	squareMetre
	squareKilometre
	hectare
	acre
	squareMile
	squareFoot
	kilogram
	gram
	milligram
	tonne
	shortTon
	pound
	ounce
	stone
	litre
	millilitre
	centilitre
	cubicMetre
	gallon
	imperialGallon
	barrel
	pint
	kelvin
	celsius
	fahrenheit
	degree
	kmh
	mph
	metreASecond
	knot
	second
	minute
	hour
	day
	week
	month
	year
	decade
	century
	millisecond
	watt
	kilowatt
	megawatt
	gigawatt
	kilowattHour
	megawattHour
	gigawattHour
	terawattHour
	byteUnit
	kilobyte
	megabyte
	gigabyte
	terabyte
	usd
	eur
	gbp
	jpy
	cny
	inr
	chf
	cad
	aud
	rub
	cdf
	xaf
	rwf
	ugx
	kes
	zar
	ngn
	krw
	brl
	mxn
	try
	ils
	uah
	pln
	sek
	nok
	dkk
	nzd
	hkd
	sgd
	poundOrGBP // "pounds": mass or money
	dollarCent
	pence
	unitCount
)

var units = [unitCount]definition{
	one:             {"", Things, Num{1, 1}, Num{}},
	percent:         {"%", Ratio, Num{1, 100}, Num{}},
	perMille:        {"‰", Ratio, Num{1, 1000}, Num{}},
	fraction:        {"of", Ratio, Num{1, 1}, Num{}},
	points:          {"pp", Points, Num{1, 1}, Num{}},
	basisPoint:      {"bp", Points, Num{1, 100}, Num{}},
	metre:           {"m", Length, Num{1, 1}, Num{}},
	kilometre:       {"km", Length, Num{1000, 1}, Num{}},
	centimetre:      {"cm", Length, Num{1, 100}, Num{}},
	millimetre:      {"mm", Length, Num{1, 1000}, Num{}},
	mile:            {"mi", Length, Num{201168, 125}, Num{}},
	yard:            {"yd", Length, Num{1143, 1250}, Num{}},
	foot:            {"ft", Length, Num{381, 1250}, Num{}},
	inch:            {"in", Length, Num{127, 5000}, Num{}},
	nauticalMile:    {"nmi", Length, Num{1852, 1}, Num{}},
	squareMetre:     {"m²", Area, Num{1, 1}, Num{}},
	squareKilometre: {"km²", Area, Num{1000000, 1}, Num{}},
	hectare:         {"ha", Area, Num{10000, 1}, Num{}},
	acre:            {"acre", Area, Num{316160658, 78125}, Num{}},
	squareMile:      {"sq mi", Area, Num{40468564224, 15625}, Num{}},
	squareFoot:      {"sq ft", Area, Num{145161, 1562500}, Num{}},
	kilogram:        {"kg", Mass, Num{1, 1}, Num{}},
	gram:            {"g", Mass, Num{1, 1000}, Num{}},
	milligram:       {"mg", Mass, Num{1, 1000000}, Num{}},
	tonne:           {"t", Mass, Num{1000, 1}, Num{}},
	shortTon:        {"ton", Mass, Num{1000, 1}, Num{}},
	pound:           {"lb", Mass, Num{45359237, 100000000}, Num{}},
	ounce:           {"oz", Mass, Num{45359237, 1600000000}, Num{}},
	stone:           {"st", Mass, Num{317514659, 50000000}, Num{}},
	litre:           {"l", Volume, Num{1, 1}, Num{}},
	millilitre:      {"ml", Volume, Num{1, 1000}, Num{}},
	centilitre:      {"cl", Volume, Num{1, 100}, Num{}},
	cubicMetre:      {"m³", Volume, Num{1000, 1}, Num{}},
	gallon:          {"gal", Volume, Num{473176473, 125000000}, Num{}},
	imperialGallon:  {"imp gal", Volume, Num{454609, 100000}, Num{}},
	barrel:          {"bbl", Volume, Num{9936705933, 62500000}, Num{}},
	pint:            {"pt", Volume, Num{473176473, 1000000000}, Num{}},
	kelvin:          {"K", Temperature, Num{1, 1}, Num{}},
	celsius:         {"°C", Temperature, Num{1, 1}, Num{27315, 100}},
	fahrenheit:      {"°F", Temperature, Num{5, 9}, Num{45967, 100}},
	degree:          {"°", Things, Num{1, 1}, Num{}},
	kmh:             {"km/h", Speed, Num{5, 18}, Num{}},
	mph:             {"mph", Speed, Num{1397, 3125}, Num{}},
	metreASecond:    {"m/s", Speed, Num{1, 1}, Num{}},
	knot:            {"kn", Speed, Num{463, 900}, Num{}},
	second:          {"s", Duration, Num{1, 1}, Num{}},
	minute:          {"min", Duration, Num{60, 1}, Num{}},
	hour:            {"h", Duration, Num{3600, 1}, Num{}},
	day:             {"d", Duration, Num{86400, 1}, Num{}},
	week:            {"week", Duration, Num{604800, 1}, Num{}},
	month:           {"month", Duration, Num{2629800, 1}, Num{}},
	year:            {"year", Duration, Num{31557600, 1}, Num{}},
	decade:          {"decade", Duration, Num{315576000, 1}, Num{}},
	century:         {"century", Duration, Num{3155760000, 1}, Num{}},
	millisecond:     {"ms", Duration, Num{1, 1000}, Num{}},
	watt:            {"W", Power, Num{1, 1}, Num{}},
	kilowatt:        {"kW", Power, Num{1000, 1}, Num{}},
	megawatt:        {"MW", Power, Num{1000000, 1}, Num{}},
	gigawatt:        {"GW", Power, Num{1000000000, 1}, Num{}},
	kilowattHour:    {"kWh", Energy, Num{1, 1}, Num{}},
	megawattHour:    {"MWh", Energy, Num{1000, 1}, Num{}},
	gigawattHour:    {"GWh", Energy, Num{1000000, 1}, Num{}},
	terawattHour:    {"TWh", Energy, Num{1000000000, 1}, Num{}},
	byteUnit:        {"B", Data, Num{1, 1}, Num{}},
	kilobyte:        {"kB", Data, Num{1000, 1}, Num{}},
	megabyte:        {"MB", Data, Num{1000000, 1}, Num{}},
	gigabyte:        {"GB", Data, Num{1000000000, 1}, Num{}},
	terabyte:        {"TB", Data, Num{1000000000000, 1}, Num{}},
	usd:             {"USD", Money, Num{1, 1}, Num{}},
	eur:             {"EUR", Money, Num{1, 1}, Num{}},
	gbp:             {"GBP", Money, Num{1, 1}, Num{}},
	jpy:             {"JPY", Money, Num{1, 1}, Num{}},
	cny:             {"CNY", Money, Num{1, 1}, Num{}},
	inr:             {"INR", Money, Num{1, 1}, Num{}},
	chf:             {"CHF", Money, Num{1, 1}, Num{}},
	cad:             {"CAD", Money, Num{1, 1}, Num{}},
	aud:             {"AUD", Money, Num{1, 1}, Num{}},
	rub:             {"RUB", Money, Num{1, 1}, Num{}},
	cdf:             {"CDF", Money, Num{1, 1}, Num{}},
	xaf:             {"XAF", Money, Num{1, 1}, Num{}},
	rwf:             {"RWF", Money, Num{1, 1}, Num{}},
	ugx:             {"UGX", Money, Num{1, 1}, Num{}},
	kes:             {"KES", Money, Num{1, 1}, Num{}},
	zar:             {"ZAR", Money, Num{1, 1}, Num{}},
	ngn:             {"NGN", Money, Num{1, 1}, Num{}},
	krw:             {"KRW", Money, Num{1, 1}, Num{}},
	brl:             {"BRL", Money, Num{1, 1}, Num{}},
	mxn:             {"MXN", Money, Num{1, 1}, Num{}},
	try:             {"TRY", Money, Num{1, 1}, Num{}},
	ils:             {"ILS", Money, Num{1, 1}, Num{}},
	uah:             {"UAH", Money, Num{1, 1}, Num{}},
	pln:             {"PLN", Money, Num{1, 1}, Num{}},
	sek:             {"SEK", Money, Num{1, 1}, Num{}},
	nok:             {"NOK", Money, Num{1, 1}, Num{}},
	dkk:             {"DKK", Money, Num{1, 1}, Num{}},
	nzd:             {"NZD", Money, Num{1, 1}, Num{}},
	hkd:             {"HKD", Money, Num{1, 1}, Num{}},
	sgd:             {"SGD", Money, Num{1, 1}, Num{}},
	poundOrGBP:      {"pound", Things, Num{1, 1}, Num{}},
	dollarCent:      {"cent", Things, Num{1, 1}, Num{}},
	pence:           {"penny", Things, Num{1, 1}, Num{}},
}
