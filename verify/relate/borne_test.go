package relate

import "testing"

// What a source says in other words is borne out by it.
func TestBorneOut(t *testing.T) {
	for _, c := range [][2]string{
		{"The council of Mota lifted a curfew that it had put in place on Thursday.", "The council of Mota ended the curfew that it had imposed on Thursday."},
		{"A motion to open the archive was filed by the Mota Herald and the Coast Tribune.", "The Mota Herald and the Coast Tribune brought a motion to open the archive."},
		{"A 61-year-old man was charged with assault after he punched a guard at the harbour.", "A man of 61 was charged with assault."},
		{"Rebels seized the town of Kasiki on Monday after two days of shelling.", "Rebels captured Kasiki on Monday."},
		{"Seven people were injured when a bus hit a wall in Halden.", "Seven people were hurt in Halden."},
		{"The ferry company sacked its captain last week after a year of quarrels.", "The ferry company fired its captain last week."},
		{"Ines Oduya, the mayor of Halden, turned down the offer.", "Oduya rejected the offer."},
		{"The Veska Mining Board published a study of the river in May.", "The VMB released a study of the river in May."},
		{"Nearly 40 houses were razed in Bana by the storm.", "The storm destroyed nearly 40 houses in Bana."},
		{"The court overturned a ruling of the lower court on Tuesday and upheld the law.", "The court reversed a ruling of the lower court on Tuesday."},
		{"The American ambassador met the rebels in Goma.", "The U.S. ambassador met the rebels in Goma."},
		{"Prices of maize soared by a third in the first three months.", "Prices of maize rose by a third in the first three months."},
	} {
		if r := Judge(Side{Text: c[0]}, Side{Text: c[1]}); r.Relation != Agrees {
			t.Errorf("%q\n  is not borne out by %q: %s", c[1], c[0], r.Relation)
		}
	}
}

// Nearly every word of these stands in the source, in the same or another wording,
// and the source says another thing.
func TestNotBorneOut(t *testing.T) {
	for _, c := range [][2]string{
		{"Rebels seized Kasiki after the army captured Bana on Monday.", "Rebels captured Bana on Monday."},
		{"The army said rebels had seized the town.", "The army captured the town."},
		{"The mayor sacked the captain of the ferry.", "The captain of the ferry fired the mayor."},
		{"Seven of the nineteen wounded people were children.", "Nineteen children were hurt."},
		{"Two of the villages were razed.", "The villages were destroyed."},
		{"Nobody was injured when a bus hit a wall in Halden.", "People were hurt when a bus hit a wall in Halden."},
		{"The company may sack its captain.", "The company fired its captain."},
		{"The company refused to sack its captain.", "The company fired its captain."},
		{"The company will sack its captain if the ferry sinks.", "The company fired its captain."},
		{"The company was accused of sacking its captain.", "The company fired its captain."},
		{"The company denied that it had sacked its captain.", "The company fired its captain."},
		{"Ruth Okello's brother was arrested in Goma.", "Ruth Okello was detained in Goma."},
		{"John Oduya turned down the offer.", "Ines Oduya rejected the offer."},
		{"The storm hit Bana and the flood destroyed houses in Mota.", "The storm demolished houses in Mota."},
		{"Prices of maize increased by a third.", "Prices of maize soared by a third."},
		{"A man was killed in Goma.", "A man was murdered in Goma."},
		{"Only the second ruling was overturned by the court.", "The court reversed the ruling."},
		{"The court reversed part of the ruling.", "The court overturned the ruling."},
		{"Most schools of Halden reopened.", "All schools of Halden opened again."},
		{"The former mayor of Halden was arrested.", "The mayor of Halden was detained."},
		{"The ambassador of Kenya met the rebels who had left Uganda.", "The rebels met the ambassador of Uganda."},
		{"Lawyers for the mayor urged the court to throw out the case.", "The court dismissed the case of the mayor."},
		{"The government plans to ban the party.", "The government outlawed the party."},
		{"The talks between Mota and Bana ended without a deal on the port.", "Mota and Bana ended the talks with an agreement on the port."},
		{"He was arrested before the vote on Sunday.", "He was detained after the vote on Sunday."},
		{"Oduya no longer owns the ferry company.", "Oduya still owns the ferry company."},
		{"The strike at the mine, which closed in May, began in June.", "The mine shut in June."},
	} {
		if r := Judge(Side{Text: c[0]}, Side{Text: c[1]}); r.Relation == Agrees {
			t.Errorf("%q\n  agrees with %q", c[1], c[0])
		}
	}
}
