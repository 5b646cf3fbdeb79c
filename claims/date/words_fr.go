package date

// The words of French dates, folded: without accents.
const wordsFR = `
month janvier=1 janv=1 fevrier=2 fevr=2 mars?=3 avril=4 avr=4 mai?=5 juin=6 juillet=7 juil=7 aout=8 septembre=9 sept?=9 octobre=10 oct=10 novembre=11 nov=11 decembre=12 dec=12
weekday lundi=1 mardi=2 mercredi=3 jeudi=4 vendredi=5 samedi=6 dimanche=7
season printemps=1 ete?=2 automne=3 hiver=4
unit minute=1 minutes=1 heure=2 heures=2 jour=4 jours=4 journee=4 journees=4 semaine=5 semaines=5 week-end=50 quinzaine=51 mois=6 trimestre=7 trimestres=7
unit an=10 ans=10 annee=10 annees=10 decennie=11 decennies=11 siecle=12 siecles=12
deictic aujourd'hui=0 aujourd’hui=0 hier=-1 demain=1
daypart matin=1 matinee=1 apres-midi=2 soir=3 soiree=3 nuit=4 midi=5 minuit=6 aube=7
last dernier=0 derniere=0 derniers=0 dernieres=0
next prochain=0 prochaine=0 prochains=0 prochaines=0
this ce=0 cet=0 cette=0 ces=0
past passe=0 passee=0 passes=0 passees=0 ecoule=0 ecoulee=0 ecoules=0 ecoulees=0
prior precedent=0 precedente=0
following suivant=0 suivante=0 suivants=0 suivantes=0
earlier auparavant=0
later lendemain=0
segment debut=1 courant=2 mi=2 milieu=2 fin=3
prep en=102 dans=102 a=104 au=104 aux=104 vers=106 environ=106 durant=103 pendant=105
prep depuis=1 des=1 jusqu'=2 jusqu’=2 jusque=2 avant=4 apres=5 de=100 du=100 entre=101 ici=3
det le=0 la=0 les=0 l'=0 l’=0
of de=0 du=0 d'=0 d’=0
and et=0
to a=0 au=0
zone gmt=0 utc=0 tu=0
future sera=0 seront=0 aura=0 auront=0 va=0 vont=0
doubt prevu=0 prevue=0 attendu=0 attendue=0 devrait=0 devraient=0 doit=0 doivent=0 pourrait=0
noun personnes=0 habitants=0 hommes=0 femmes=0 enfants=0 soldats=0 civils=0 morts=0 cas=0 deces=0 voix=0 emplois=0 logements=0 maisons=0 familles=0 menages=0
noun euros=0 dollars=0 km=0 kg=0 metres=0 kilometres=0 tonnes=0 fois=0 salaries=0 refugies=0 deplaces=0 blesses=0 victimes=0 combattants=0
possessive son=0 sa=0 ses=0 leur=0 leurs=0
half semestre=1
festive gras=0 saint=0
article un=1 une=1
number deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16
number vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 quelques=0 plusieurs=0
ordinal premier=1 premiere=1 deuxieme=2 second=2 seconde=2 troisieme=3 quatrieme=4 cinquieme=5 dixieme=10
`
