package quantity

// The words of French quantities, folded: without accents.
const wordsFR = `
stop etait etaient est sont ont a avait avaient sera seront qui que dont ou se ne pas plus moins par pour dans sur sous avec sans chez
stop en y il elle ils elles on nous vous je ce cette ces son sa ses leur leurs mais car donc selon depuis pendant apres avant lors
digit zero=0 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16
digit vingt=20 vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 octante=80 huitante=80 nonante=90
scale cent=2 cents=2 mille=3 million=6 millions=6 milliard=9 milliards=9 billion=12 billions=12 mds=9 md=9
collective dizaine=10 dizaines=10 douzaine=12 douzaines=12 quinzaine=15 vingtaine=20 trentaine=30 quarantaine=40 cinquantaine=50 soixantaine=60
collective centaine=100 centaines=100 millier=1000 milliers=1000
half moitie=2 demi=2 demie=2
part tiers=3 quart=4 quarts=4 cinquieme=5 cinquiemes=5 dixieme=10 dixiemes=10 sixiemes=6 huitiemes=8
rank premier=1 premiere=1 deuxieme=2 seconde=2 second=2 troisieme=3 quatrieme=4 sixieme=6 septieme=7 huitieme=8 neuvieme=9 onzieme=11 douzieme=12
article un=1 une=1
and et
to a au
or ou
of de d' d’ des du
per par
deter le la les l' l’ ces ses leurs cet cette
times fois
twice double=2 triple=3
meridiem gmt
aged age agee ages agees
temporal en depuis debut fin mi vers
minus moins
match gagne gagner battu battus victoire defaite score match mene remporte perdu
adverb environ
designator article articles page pages chapitre numero no vol route phase etape niveau categorie type version zone secteur lot groupe alinea
designator paragraphe resolution loi titre chambre ligne rang episode saison tome volume n
month janvier janv fevrier fevr mars avril mai juin juillet juil aout septembre octobre novembre decembre
person personnes gens
unit %: pourcent
unit m: m metre metres
unit km: km kilometre kilometres
unit cm: cm centimetre centimetres
unit mm: mm millimetre millimetres
unit mi: mile miles
unit ft: pied pieds
unit in: pouce pouces
unit ha: hectare hectares ha
unit acre: acre acres
unit m²: m² m2
unit km²: km² km2
unit kg: kg kilo kilos kilogramme kilogrammes
unit g: gramme grammes g
unit mg: mg
unit t: tonne tonnes
unit l: litre litres
unit cl: cl
unit ml: ml
unit m³: m³ m3
unit bbl: baril barils
unit kn: noeud noeuds
unit s: seconde secondes
unit ms: ms
unit min: minute minutes min
unit h: heure heures h
unit d: jour jours
unit week: semaine semaines
unit month: mois
unit year: an ans annee annees
unit decade: decennie decennies
unit century: siecle siecles
unit W: watt watts
unit kW: kw kilowatts
unit MW: mw megawatts
unit GW: gw gigawatts
unit kWh: kwh
unit MWh: mwh
unit GWh: gwh
unit TWh: twh
unit USD: dollar dollars usd
unit EUR: euro euros eur
unit GBP: sterling gbp
unit JPY: yen yens
unit CNY: yuan yuans
unit INR: roupie roupies
unit RUB: rouble roubles
unit cent: centime centimes
`

// The phrases around French numbers, by comparator.
const comparatorsFR = `
about: environ, autour de, autour d', pres d', quelque, quelques, a peu pres, approximativement, aux alentours de, aux environs de, de l'ordre de
nearly: pres de, presque, quasiment, pas loin de
just over: un peu plus de, un peu plus d', a peine plus de
at least: au moins, pas moins de, au minimum, a tout le moins, minimum
more than: plus de, plus d', au-dela de, superieur a, superieure a, superieurs a, depassant
at most: jusqu' a, au plus, au maximum, pas plus de, tout au plus, maximum
less than: moins de, moins d', en dessous de, inferieur a, inferieure a, sous les
after at least: ou plus, au moins, au minimum
after at most: ou moins, au plus, au maximum
after about: environ
`
