package quote

import (
	"testing"

	"factcheck/verify/reason"
)

// TestRender lays quotations beside their sources in the other language, and beside twins
// that say something else.
func TestRender(t *testing.T) {
	const faithful, changed, neither = "faithful", "changed", "neither"
	for _, c := range []struct {
		french, english, want string
		why                   reason.Kind
	}{
		{"Nous avons pris la ville lundi", "We took the city on Monday", faithful, 0},
		{"Nous prendrons la ville lundi", "We took the city on Monday", neither, 0},
		{"L'armée a attaqué les rebelles à Sake", "The army attacked the rebels in Sake", faithful, 0},
		{"L'armée a attaqué les rebelles à Sake", "The rebels attacked the army in Sake", neither, 0},
		{"La ville a été prise par les rebelles", "The city was taken by the rebels", faithful, 0},
		{"Nous répondrons à chaque attaque", "We will respond to every attack", faithful, 0},
		{"Ils répondront à chaque attaque", "We will respond to every attack", neither, 0},
		{"Nous partirons si la pluie cesse", "We will leave", neither, 0},
		{"La plupart des écoles sont fermées", "Most schools are closed", faithful, 0},
		{"La plupart des écoles sont fermées", "All schools are closed", neither, 0},
		{"Le ministre aurait quitté le pays", "The minister left the country", neither, 0},
		{"Nous n'avons jamais demandé d'argent", "We have never asked for money", faithful, 0},
		{"Nous n'avons jamais demandé d'argent", "We have asked for money", changed, reason.Polarity},
		{"Nous ne reculerons pas tant que le roi n'aura pas accepté", "We will not back down until the king has accepted", faithful, 0},
		{"Quinze mille personnes ont fui la ville", "15,000 people have fled the city", faithful, 0},
		{"Quinze mille personnes ont fui la ville", "Fifty thousand people have fled the city", changed, reason.Number},
		{"La route de Goma est coupée", "The road to Goma is cut", faithful, 0},
		{"La paix règne à Goma et les écoles rouvrent", "Peace reigns in Bukavu and the schools are reopening", changed, reason.Name},
		{"Nous voulons la paix et non la guerre", "We want peace and not war", faithful, 0},
		{"Nous voulons la paix et non la guerre", "We want war and not peace", neither, 0},
		{"Nous voterons contre la loi", "We will vote for the law", neither, 0},
		{"Les mines sont dangereuses", "The forests are dangerous", neither, 0},
		{"Le ministre doit retirer ses troupes", "The minister may withdraw his troops", changed, reason.Modality},
		{"Personne ne sera abandonné", "No one will be left behind", faithful, 0},
		{"Personne ne sera abandonné", "Everyone will be left behind", neither, 0},
		{"Nous avons rendu les armes parce qu'ils l'ont demandé", "We laid down our weapons because they asked for it", faithful, 0},
		{"Nous avons pris les armes parce qu'ils l'ont demandé", "We laid down our weapons because they asked for it", neither, 0},
		{"Nous n'accepterons jamais cet accord. Jamais", "We will never accept this agreement", faithful, 0},
		{"Nous accepterons cet accord. Jamais", "We will never accept this agreement", changed, reason.Polarity},
		{"Il faudra surveiller la digue", "The dyke will have to be monitored", faithful, 0},
		{"Il faudra surveiller la digue", "It will be necessary to monitor the dyke", faithful, 0},
		{"Il faudra surveiller la digue", "The dyke may be monitored", changed, reason.Modality},
		{"Nous ne savons toujours pas pourquoi le mur est tombé", "We now know why the wall fell", changed, reason.Polarity},
		{"Nous ne savons toujours pas pourquoi le mur est tombé", "We still do not know why the wall fell", faithful, 0},
		{"Nous remuerons ciel et terre pour trouver la banque", "We will leave no stone unturned to find the bank", faithful, 0},
		{"Nous ne remuerons pas ciel et terre pour trouver la banque", "We will leave no stone unturned to find the bank", neither, 0},
		{"Nous demandons au roi de prendre ses responsabilités", "We call on the king to shoulder his responsibilities", faithful, 0},
		{"Le roi nous demande de prendre ses responsabilités", "We call on the king to shoulder his responsibilities", neither, 0},
		{"La loi choque les femmes", "Women are shocked by the law", neither, 0},
		{"Je suis choqué par la loi", "I am shocked by the law", faithful, 0},
		{"Je suis rassuré par la loi", "I am shocked by the law", neither, 0},
		{"Le dialogue reste la seule issue à la crise", "Dialogue remains the only way out of the crisis", faithful, 0},
		{"Le dialogue est la seule cause de la crise", "Dialogue is the only way out of the crisis", neither, 0},
		{"Nous préférons la paix plutôt que la guerre", "We prefer peace rather than war", faithful, 0},
		{"Nous préférons la paix plutôt que la guerre", "We prefer war rather than peace", neither, 0},
		{"Le roi est parti avant la reine", "The queen left before the king", neither, 0},
		{"J'ai peur de la reine et du roi", "I am afraid of the queen and the king", faithful, 0},
		{"J'ai peur de la reine et du roi", "I am not afraid of the queen and the king", changed, reason.Polarity},
		{"Les ports de la mine sont ouverts", "The ports of the mine are closed", changed, reason.Opposite},
		{"Les deux ports sont fermés depuis mardi", "Both ports have been closed since Tuesday", faithful, 0},
		{"Les trois ports sont fermés depuis mardi", "Both ports have been closed since Tuesday", neither, 0},
		{"Nous avons soigné soixante-dix blessés en moins d'une heure", "We treated seventy wounded in less than an hour", faithful, 0},
		{"Nous avons soigné soixante-dix blessés en moins d'une heure", "We treated seventeen wounded in less than an hour", changed, reason.Number},
		{"Nous resterons à Agadès avec nos soldats", "We will stay in Agadez with our soldiers", faithful, 0},
		{"Le scrutin ne sera ni libre ni honnête", "The vote will be neither free nor honest", faithful, 0},
		{"Le scrutin sera libre et honnête", "The vote will be neither free nor honest", changed, reason.Polarity},
		{"C'est une affaire de dignité, pas une affaire d'argent", "It is a matter of dignity, not a matter of money", faithful, 0},
		{"C'est une affaire de dignité, pas une affaire d'argent", "It is a matter of money, not a matter of dignity", neither, 0},
		{"C'est le plus grand port de la région", "It is the largest port in the region", faithful, 0},
		{"C'est un grand port de la région", "It is the largest port in the region", neither, 0},
		{"La reine quittera le pays en juin", "The queen will leave the country in June", faithful, 0},
		{"La reine quittera le pays en avril", "The queen will leave the country in June", changed, reason.Date},
		{"Cette loi est un pas dans la bonne direction", "This law is a step in the right direction", faithful, 0},
		{"Cette loi n'est pas un pas dans la bonne direction", "This law is a step in the right direction", changed, reason.Polarity},
		{"La mine rouvrira dans un mois", "The mine will reopen in a month", faithful, 0},
		{"La mine rouvrira dans un an", "The mine will reopen in a month", changed, reason.Unit},
		{"Le marché appartient au peuple kényan", "The market belongs to the Kenyan people", faithful, 0},
		{"Le marché appartient au peuple ougandais", "The market belongs to the Kenyan people", changed, reason.Name},
		{"La reine avait douze ans et vendait du pain", "The queen was twelve years old and sold bread", faithful, 0},
		{"La reine avait seize ans et vendait du pain", "The queen was twelve years old and sold bread", changed, reason.Number},
		{"La grève durera tant que le roi ne sera pas parti", "The strike will last until the king is gone", faithful, 0},
		{"Le feu est hors de contrôle", "The fire is under control", neither, 0},
		{"Nous allons fermer 30 mines", "We are going to close 30 mines", faithful, 0},
		{"Le roi devra quitter le palais", "The king will have to leave the palace", faithful, 0},
		{"Le roi peut quitter le palais", "The king will have to leave the palace", changed, reason.Modality},
		{"La grève a commencé en 2019 et a ruiné la ville", "The strike began in 2018 and ruined the city", changed, reason.Date},
		{"La grève a commencé le 12 mai et a ruiné la ville", "The strike began on 13 May and ruined the city", changed, reason.Date},
		{"La grève a commencé le 12 mai 2019 et a ruiné la ville", "The strike began on 12 May 2019 and ruined the city", faithful, 0},
		{"Le train quittera la ville à 8h30", "The train will leave the city at 9:30", neither, 0},
		{"Le train quittera la ville à 20h30", "The train will leave the city at 8:30pm", faithful, 0},
		{"Nous demandons la libération de leurs collègues", "We demand the release of our colleagues", neither, 0},
		{"Nous sommes prêts à parler, mais pas à n'importe quel prix", "We are ready to talk, but not at any price", faithful, 0},
		{"Nous sommes prêts à parler à n'importe quel prix", "We are ready to talk, but not at any price", changed, reason.Polarity},
		{"Il n'y a plus d'eau depuis une semaine", "There has been no water for a week", faithful, 0},
		{"Il faut agir vite, avant qu'il ne soit trop tard", "We must act quickly, before it is too late", faithful, 0},
		{"Cette décision met en danger des milliers d'emplois", "This decision puts thousands of jobs at risk", faithful, 0},
		{"Cette décision met fin à des milliers d'emplois", "This decision puts thousands of jobs at risk", neither, 0},
		{"Nous ne combattons plus", "We are not fighting", neither, 0},
	} {
		for _, turned := range [2]bool{false, true} {
			s, q := Passage{c.french, "fr"}, Passage{c.english, "en"}
			if turned {
				s, q = q, s
			}
			r := Render(s, q)
			got := neither
			if r.Faithful {
				got = faithful
			} else if r.Changed {
				got = changed
			}
			if got != c.want || got == changed && r.Reasons[0].Kind != c.why {
				t.Errorf("%q beside %q: %s %v, want %s", q.Text, s.Text, got, r.Reasons, c.want)
			}
		}
	}
}

func FuzzRender(f *testing.F) {
	f.Add("Nous n'irons pas à Goma. Jamais.", "We will not go to Goma. Never.")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 600 {
			return
		}
		r := Render(Passage{a, "fr"}, Passage{b, "en"})
		for _, p := range r.Pairs {
			if p.Source.End > len(a) || p.Statement.End > len(b) {
				t.Errorf("%v in %q and %q", p, a, b)
			}
		}
		if r.Faithful && r.Changed {
			t.Error("faithful and changed")
		}
	})
}
