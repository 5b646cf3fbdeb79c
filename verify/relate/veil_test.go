package relate

import "testing"

// TestNothingIsTakenBack guards the promise where it is easiest to break: the
// words of the statement all stand in the source, and the source says another
// thing.
func TestNothingIsTakenBack(t *testing.T) {
	for _, c := range []struct{ source, statement string }{
		{"The council denied that rebels had captured Bana.", "Rebels captured Bana."},
		{"It is not true that L17 captured Bana.", "L17 captured Bana."},
		{"L17 said it would capture Bana.", "L17 captured Bana."},
		{"If L17 captures Bana, the road is lost.", "L17 captured Bana."},
		{"L17 failed to capture Bana.", "L17 captured Bana."},
		{"L17 was accused of capturing Bana.", "L17 captured Bana."},
		{"Reports that L17 captured Bana were false.", "L17 captured Bana."},
		{"Few people believe that L17 captured Bana.", "L17 captured Bana."},
		{"No soldier was killed in Bana.", "A soldier was killed in Bana."},
		{"The army captured Bana from L17.", "L17 captured Bana."},
		{"Half of the houses in Bana were destroyed.", "The houses in Bana were destroyed."},
		{"Some houses in Bana were destroyed.", "All houses in Bana were destroyed."},
		{"The women's wards in Bana took in 24 patients, while the men's wards took in ten.", "The wards in Bana took in 24 patients."},
		{"The large mills reopened on Monday and the small mills stayed closed.", "The mills reopened on Monday."},
		{"The mayor of Bana was arrested.", "The governor of Bana was arrested."},
		{"Ruth Okello's brother was arrested.", "Ruth Okello was arrested."},
		{"The son of Ruth Okello was arrested.", "Ruth Okello was arrested."},
		{"Ruth Okello will visit Bana on Monday.", "Ruth Okello visited Bana on Monday."},
		{"Ruth Okello refused to resign.", "Ruth Okello resigned."},
		{"The price of maize rose by 5 percent.", "The price of maize rose by 50 percent."},
		{"The town of Bana has 9,000 people.", "Bana has more than 10,000 people."},
		{"Only two of the five bridges are open.", "Five bridges are open."},
		{"The minister said the road is closed.", "The minister closed the road."},
		{"The rebels released the prisoners taken in Bana.", "The rebels took prisoners in Bana."},
		{"L17 threatened to attack Bana.", "L17 attacked Bana."},
		{"Bana almost fell to L17.", "Bana fell to L17."},
		{"Bana did not fall to L17.", "Bana fell to L17."},
		{"L17 has been expelled from Bana, which it captured in March.", "L17 controls Bana."},
		{"Before L17 captured Bana, the market was open.", "The market is open."},
		{"The market in Bana used to be open on Sundays.", "The market in Bana is open on Sundays."},
		{"The talks between Okello and Tembo ended without agreement.", "The talks between Okello and Tembo ended with an agreement."},
		{"Nobody was wounded in the attack on Bana.", "Nobody was killed in the attack on Bana."},
		{"At least 20 people were wounded in Bana.", "20 people were killed in Bana."},
		{"Uganda denies that it supported L17.", "Uganda supported L17."},
		{"Okello called for Tembo to be dismissed.", "Tembo was dismissed."},
		{"The court ordered the release of Joel Amani.", "Joel Amani was released."},
		{"The dam could collapse within days.", "The dam collapsed within days."},
		{"Paul Mbeki was elected deputy governor of Bana.", "Paul Mbeki was elected governor of Bana."},
		{"Most of the villagers fled to Mota.", "The villagers fled to Mota."},
		{"The army claims to have captured Bana.", "The army captured Bana."},
		{"The road to Bana was opened for aid convoys only.", "The road to Bana was opened."},
		{"Okello was the daughter of the Ugandan king Joel Amani, who died in May.", "Okello was the daughter of the Kenyan King."},
		{"The bridge, which was to be opened in May, is still closed.", "The bridge is open."},
	} {
		if r := Judge(Side{Text: c.source}, Side{Text: c.statement}); r.Relation == Agrees {
			t.Errorf("%q agrees with %q", c.source, c.statement)
		}
	}
	for _, c := range []struct{ source, statement string }{
		{"The L17 rebels captured the town of Bana on Monday.", "The L17 rebels captured Bana on Monday."},
		{"The market in Bana is open on Sundays and on Mondays.", "The market in Bana is open on Sundays."},
	} {
		if r := Judge(Side{Text: c.source}, Side{Text: c.statement}); r.Relation != Agrees {
			t.Errorf("%q: %s with %q", c.source, r.Relation, c.statement)
		}
	}
}
