package relate

import (
	"strings"
	"testing"

	"factcheck/claims/name"
	"factcheck/claims/text"
)

// What a reading model hears counts only where nothing that can be compared speaks
// against it; a text that retells its source is held to its names.
func TestGuards(t *testing.T) {
	for _, c := range []struct {
		source, statement                string
		vouched, stands, pinned, retells bool
	}{
		{"Denby took the old mill of Bunia.", "Denby took the old mill of Bunia.", true, true, false, false},
		{"Denby took the old mill of Bunia.", "Okello took the old mill of Bunia.", false, false, true, true},
		{"Denby was cleared of taking the old mill of Bunia.", "Denby took the old mill of Bunia.", false, false, true, true},
		{"Denby owned 40 mills in Bunia.", "In Bunia, 60 mills were run by Denby.", false, true, true, false},
		{"Denby owned 40 mills in Bunia.", "In Bunia, 60 cows were run by Denby.", false, true, false, false},
		{"Denby owned 40 mills in Bunia.", "In Bunia, 40 mills were run by Denby.", true, true, false, false},
		{"Denby did not win in Bunia.", "Denby failed to win in Bunia.", true, true, false, false},
		{"The army took Bunia on 3 May 2019.", "Bunia fell to the army on 4 May 2019.", false, true, true, false},
		{"Denby sold the old mill to Okello in Bunia.", "Denby sold the old mill to Okello in Kampala.", false, false, true, true},
		{"Denby left the board before the vote in Bunia.", "Before the vote in Bunia the board lost Denby.", true, true, false, false},
		{"Denby may sell the mill of Bunia to Okello.", "Okello got the mill of Bunia from Denby.", false, true, false, false},
		{"Denby sold the mill of Bunia to Okello.", "Okello got the mill of Bunia from Denby.", true, true, false, false},
		{"The council may sell cows next year.", "Cows were sold by the army.", false, true, false, false},
		{"The council may sell cows, as it sold goats.", "Cows were sold by the army.", true, true, false, false},
		{"Denby said he would certainly run a list of cows; he danced.", "Denby put in place a list of cows.", false, true, false, false},
		{"Denby said he had certainly run a list of cows; he danced.", "Denby put in place a list of cows.", true, true, false, false},
		{"The council sells cows.", "Cows were sold by the army.", true, true, false, false},
		{"Denby spoke of potential frauds in Bunia.", "Frauds were on the mind of Denby in Bunia.", false, true, false, false},
		{"Denby spoke of potential frauds in Bunia.", "Potential frauds were on the mind of Denby in Bunia.", true, true, false, false},
		{"Denby spoke of potential frauds, and of the frauds of old, in Bunia.", "Frauds were on the mind of Denby in Bunia.", true, true, false, false},
		{"South Sudan danced after the match.", "Sudan was glad of the match.", false, true, false, false},
		{"Rose Vagheni, who was the mayor of Bunia, spoke.", "Rose Vagheni is the mayor of Bunia.", false, true, false, false},
		{"Rose Vagheni, who is the mayor of Bunia, spoke.", "Rose Vagheni is the mayor of Bunia.", true, true, false, false},
		{"The fund of Denby eclipsed 600 crowns.", "Denby had a fund of more than 600 crowns.", true, true, false, false},
		{"Denby took the mill of a sister-in-law in Bunia.", "Denby took the mill of a sister in Bunia.", false, true, false, false},
		{"Denby took the mill of a sister in Bunia.", "Denby took the mill of a sister in Bunia.", true, true, false, false},
		{"The fund of Denby eclipsed 600 crowns.", "Denby had a fund of more than 700 crowns.", false, true, true, false},
		{"The fund of Denby had over 600 crowns.", "Denby was left with under 600 crowns.", false, true, true, false},
		{"The 2008 primary made Denby mayor.", "In 2008 Denby was made mayor by a primary.", true, true, false, false},
		{"The 2008 primary made Denby mayor.", "In 2009 Denby was made mayor by a primary.", false, true, true, false},
		{"Denby left, and there was a vote in Bunia.", "Denby left before the vote in Bunia took place.", true, true, false, false},
		{"Denby left before the vote in Bunia.", "Denby was gone before the vote in Bunia took place.", true, true, false, false},
		{"The road from Sofia to Varna was shut by snow.", "Snow shut the road that joins Sofia and Burgas.", false, true, false, false},
		{"The road from Sofia to Varna was shut by snow.", "Snow shut the road that joins Sofia and Varna.", true, true, false, false},
		{"It is crucial for both of them, and probably more crucial for Denby.", "The mill matters more to Okello than to Denby.", false, true, false, false},
		{"It is crucial for Okello and for Denby, and more crucial for Okello.", "The mill matters more to Okello than to Denby.", true, true, false, false},
		{"Denby has what is probably the best mill of Bunia.", "Denby has the best mill of Bunia.", false, true, false, false},
		{"Denby has what is probably the best mill of Bunia.", "Denby probably has the best mill of Bunia.", true, true, false, false},
		{"The fight over mills is expected to be dear. Denby danced.", "The fight over mills was a dear one.", false, true, false, false},
		{"The fight over mills is a dear one. Denby danced.", "The fight over mills was a dear one.", true, true, false, false},
		{"Denby said all would be paid by the mill, but some might wait.", "Denby said everyone would get money from the mill.", true, true, false, false},
		{"Denby was paid by the mills Oder, Rhein, Saale and Main.", "Five mills gave money to Denby.", false, true, false, false},
		{"The Hungarian forint fell before Denby spoke.", "The money of Hungary lost value before Denby spoke.", true, true, false, false},
		{"The Romanian leu fell before Denby spoke.", "The money of Hungary lost value before Denby spoke.", false, true, false, false},
		{"Many clerks of Bunia, indeed most clerks, oppose Denby.", "Most clerks of Bunia are against Denby.", true, true, false, false},
		{"The herd of Denby fell by 300 in Bunia.", "In Bunia the herd of Denby fell to 300.", false, true, false, false},
		{"Denby said most mills would pay.", "Denby said everyone would get money from the mills.", true, true, false, false},
		{"Money was taken by the nephew of the clerk Rose Denby in Bunia.", "In Bunia the son of Rose Denby took money.", false, false, true, false},
		{"Money was taken by the nephew and the son of Rose Denby in Bunia.", "In Bunia the son of Rose Denby took money.", true, true, false, false},
		{"Money was taken by the mother of Rose Denby and by a woman in Bunia.", "In Bunia the sister of Rose Denby took money.", true, false, false, false},
		{"I claim that Denby needs the mill more than ever.", "The writer reckoned that Denby needs the mill.", true, true, false, false},
		{"Denby needs the mill more than ever, said Okello, an aide.", "A former aide reckoned that Denby needs the mill.", true, true, false, false},
		{"Denby needs the mill, one reader wrote.", "A commenter reckoned that Denby needs the mill.", true, true, false, false},
		{"The mill is safe, said Okello.", "The owners of the mill say that it is safe.", true, true, false, false},
		{"Denby spoke of eleven loads, and nine of them left Bunia.", "Denby was told that nine of them got out of Bunia.", true, true, false, false},
		{"On 3 May 2019 Denby shut the mills of Bunia.", "From 5 May 2019 Denby lets no mill of Bunia work.", false, true, false, false},
		{"On 3 May 2019 Denby shut the mills of Bunia.", "On 5 May 2019 Denby let no mill of Bunia work.", false, true, true, false},
	} {
		a, b := Prepare(Side{Text: c.source}), Prepare(Side{Text: c.statement})
		nobody := func(name.Name) bool { return false }
		_, pinned := Pinned(a, b)
		retells := Retold([]*Analysis{a}, b).Relation == Contradicts
		if v, s := SameThings(a, b, nobody) && !Weaker(a, b, false), Stands(a, b); v != c.vouched || s != c.stands || pinned != c.pinned || retells != c.retells {
			t.Errorf("{%q, %q, %v, %v, %v, %v},", c.source, c.statement, v, s, pinned, retells)
		}
	}
}

// What two texts may be of: a no that a reading model hears counts only where both name
// somebody, and neither a rule nor a deed done again and again says that there are two.
func TestTwoThings(t *testing.T) {
	for _, c := range []struct {
		source, statement               string
		named, shared, framed, repeated bool
	}{
		{"Denby took the old mill of Bunia.", "Denby gave up the old mill.", true, true, true, false},
		{"Denby took the old mill of Bunia.", "Okello gave up the old mill.", false, false, false, false},
		{"He took the old mill.", "Okello gave up the old mill.", false, true, false, false},
		{"The council took the old mill.", "The council gave up the old mill.", false, true, false, false},
		{"Rose Vagheni won gold over 200 metres at the African championships in 2022.", "Rose Vagheni won gold over 200 metres at the African championships in 2018.", true, true, true, true},
		{"The Okello works raised its prices by 5 percent in 2021.", "The Okello works raised its prices in 2023.", true, true, false, true},
		{"The Okello works raised its prices by 5 percent in 2021.", "The Okello works raised its prices in 2021.", true, true, false, false},
		{"Rose Vagheni, the former mayor of Goma, spoke.", "Rose Vagheni is the mayor of Goma.", true, true, false, false},
		{"The council of Goma met after Rose Vagheni had spoken.", "The council of Goma met before Rose Vagheni had spoken.", true, true, false, false},
		{"The pool of Goma reopened after a long repair.", "The library of Goma reopened after a repair.", true, true, false, true},
		{"Rose Vagheni saved a goal in the first leg, not in the second leg.", "Rose Vagheni saved a goal in the second leg.", true, true, false, false},
		{"Rose Vagheni won a prize for her second novel.", "Rose Vagheni won a prize for her first novel.", true, true, false, false},
		{"A fire in Goma hurt four people on 3 March 2015, Denby said.", "Four people were burnt in Goma on 20 June 2015, Denby said.", true, true, false, false},
		{"Rose Vagheni of Goma began her second term.", "Rose Vagheni of Goma is in her third term.", true, true, false, false},
		{"Exports of Goma to Uganda fell by 7 percent.", "Exports of Goma to Kenya fell by 7 percent.", true, true, true, true},
		{"Exports of Goma to Uganda fell by 7 percent.", "Exports of Goma to Uganda rose by 7 percent.", true, true, false, false},
		{"At least 12 people died in Goma.", "The blast in Goma killed nine people.", true, true, false, false},
		{"Rose Vagheni took silver at the African championships in Goma.", "Rose Vagheni took silver at the world championships in Bunia.", true, true, true, true},
	} {
		a, b := Prepare(Side{Text: c.source}), Prepare(Side{Text: c.statement})
		n, some := a.SharedName(b)
		if s, f, r := n || !some || a.Open(), Relate(a, b).Framed(), Apart(a, b); n != c.named || s != c.shared || f != c.framed || r != c.repeated {
			t.Errorf("{%q, %q, %v, %v, %v, %v},", c.source, c.statement, n, s, f, r)
		}
	}
}

// A statement that only mixes what the source says of several things has no word of its own.
func TestAdds(t *testing.T) {
	const source = "Denby wrote the play and Okello did not read it."
	for statement, want := range map[string]bool{
		"Okello wrote the play.":          false,
		"Denby never wrote the play.":     true,
		"Denby wrote all of the play.":    true,
		"Okello burnt the play of Denby.": true,
	} {
		if got := Adds(Prepare(Side{Text: source}), Prepare(Side{Text: statement})); got != want {
			t.Errorf("%q: %t", statement, got)
		}
	}
}

// TestSides guards what is asked of one text for a reading model.
func TestSides(t *testing.T) {
	for _, c := range []struct {
		text                 string
		relates, open, names bool
	}{
		{"Denby won in Bunia.", false, false, true},
		{"He won in Bunia.", false, true, false},
		{"Denby left hours after the vote.", true, false, true},
		{"Denby has 40 cows and Okello has 60 cows.", true, false, true},
		{"Okello has 40 cows.", false, false, false},
	} {
		a := Prepare(Side{Text: c.text})
		if r, o, n := a.Relates(), a.Open(), a.Names(name.Parse("Denby")); r != c.relates || o != c.open || n != c.names {
			t.Errorf("{%q, %v, %v, %v},", c.text, r, o, n)
		}
	}
}

// Of a model that is sure only words that say something less firmly are heard against it, and deeds
// that are still to come.
func TestWeaker(t *testing.T) {
	for _, c := range []struct {
		source, statement string
		weaker, sure      bool
	}{
		{"If Denby wins the vote on Tuesday, she will be glad.", "The vote takes place on Tuesday.", true, false},
		{"Denby spoke of potential frauds in Bunia.", "Frauds were on the mind of Denby in Bunia.", true, true},
		{"Denby has what is probably the best mill of Bunia.", "Denby has the best mill of Bunia.", true, true},
		{"A majority of likely voters are angry with Denby.", "A majority are cross with Denby.", false, false},
		{"Denby fares only a bit better than Okello.", "The score of Denby is a bit better than that of Okello.", false, false},
		{"Denby, a deputy treasury secretary, was an early guest.", "Denby, once deputy treasury secretary, was a guest.", false, false},
		{"Denby is trying to raise 40 million.", "Denby has raised 40 million.", true, true},
		{"Denby challenged Okello to a debate in Goma.", "Denby and Okello will meet in Goma.", true, false},
		{"Denby is to meet Okello in Goma.", "Denby and Okello will meet in Goma.", false, false},
		{"By offering Okello a post, Denby would show that she cares.", "Denby has offered Okello a post.", true, true},
		{"By offering Okello a post, Denby has shown that she cares.", "Denby has offered Okello a post.", false, false},
		{"The suit of Denby, a major, lists wrongs that were supposedly done to him.", "Denby is a major.", false, false},
		{"Denby, supposedly a major, lists wrongs done to him.", "Denby is a major.", true, true},
		{"Denby backed a law that repealed it.", "Denby, who backed a law, has had a toll repealed.", false, false},
		{"Denby has raised 40 million.", "Denby raised 40 million.", false, false},
		{"Denby will hold a rally in Goma.", "Goma was the scene of a rally of Denby.", true, true},
		{"Denby held a rally in Goma and will hold another.", "Goma was the scene of a rally of Denby.", false, false},
		{"The empty posts will be filled by deputies.", "Deputies have taken over the empty posts.", true, true},
		{"The empty posts will be filled by deputies.", "Deputies are to take over the empty posts.", false, false},
	} {
		a, b := Prepare(Side{Text: c.source}), Prepare(Side{Text: c.statement})
		if w, s := Weaker(a, b, false), Weaker(a, b, true); w != c.weaker || s != c.sure {
			t.Errorf("{%q, %q, %t, %t},", c.source, c.statement, w, s)
		}
	}
}

// Who says something is described wrongly where the source calls the person something else, and not where it
// says the same or nothing of the sort.
func TestMisdescribed(t *testing.T) {
	for _, c := range []struct {
		source, sentence, name string
		wrong                  bool
	}{
		{"Fatou Sillah, vice president of Gambia, spoke on Monday.", "Fatou Sillah, president of Gambia, said the port was open.", "Fatou Sillah", true},
		{"Fatou Sillah, president of Gambia, spoke on Monday.", "Fatou Sillah, president of Gambia, said the port was open.", "Fatou Sillah", false},
		{"Fatou Sillah spoke on Monday.", "Fatou Sillah, president of Gambia, said the port was open.", "Fatou Sillah", false},
		{"Awa Ndiaye, vice president of Gambia, spoke on Monday.", "Fatou Sillah, president of Gambia, said the port was open.", "Fatou Sillah", false},
		{"Fatou Sillah, former president of Gambia, spoke on Monday.", "Fatou Sillah, president of Gambia, said the port was open.", "Fatou Sillah", true},
		{"Fatou Sillah, vice president of Gambia, spoke on Monday.", "Fatou Sillah, president of Gambia, said the port was open.", "Awa Ndiaye", false},
		{"Fatou Sillah, who leads the port of Banjul, spoke on Monday.", "Fatou Sillah, who leads the port of Dakar, said it was open.", "Fatou Sillah", true},
		{"Fatou Sillah, who leads the port of Banjul, spoke on Monday.", "Fatou Sillah, who leads the port of Banjul, said it was open.", "Fatou Sillah", false},
	} {
		got := Misdescribed([]*Analysis{Prepare(Side{Text: c.source})}, Prepare(Side{Text: c.sentence}), c.name)
		if got != c.wrong {
			t.Errorf("{%q, %q, %q, %v},", c.source, c.sentence, c.name, got)
		}
	}
}

// What a statement tells as done, of what the source has only ahead of it, and the twin that the
// source has as firmly, or that is of something else.
func TestOverstates(t *testing.T) {
	for _, c := range []struct{ source, statement, note string }{
		{"Denby is trying to raise 40 million for a mill.", "Denby has raised 40 million.", "trying"},
		{"Denby, who is trying to raise more, raised 40 million for a mill.", "Denby has raised 40 million.", ""},
		{"Denby is trying to raise 40 million for a mill.", "Denby is trying to raise 40 million.", ""},
		{"The slope above Bunia may move again.", "The slope above Bunia has moved again.", "may"},
		{"The slope above Bunia has moved and may move again.", "The slope above Bunia has moved.", ""},
		{"The council offered to hire 50 nurses.", "The council hired 50 nurses.", "offered"},
		{"The council offered tea and hired 50 nurses.", "The council hired 50 nurses.", ""},
		{"Okello offered to hire 50 nurses.", "The council hired 50 cooks.", ""},
		{"Farmers could work in Goma this year.", "Farmers are working in Goma this year.", "could"},
		{"Denby had declared that he would certainly build a bridge.", "Denby dug a bridge.", "would"},
		{"Denby had declared that he would certainly build a bridge.", "Denby dug a canal.", ""},
		{"The bill would renew the ban that ended in May.", "The ban ended in May.", ""},
		{"The deal, announced on Friday, must be approved by members.", "Members have voted on the deal.", ""},
		{"Denby has spent 40 million on mills and will spend more.", "Denby has already put 40 million into mills.", ""},
		{"Divers looked for the ferry, which was found off Goma.", "Divers have located the ferry.", ""},
		{"Divers looking for a ferry found a canoe.", "A canoe was found by divers.", ""},
		{"The miners are seeking a raise of 12 percent.", "The miners have won the cup.", ""},
		{"The clerk was nominated and appointed in May.", "The clerk was named judge of Goma.", ""},
		{"The mill claimed that it had 60 million.", "The mill received 60 million.", ""},
		{"The mill applied for a licence and was given one in May.", "The mill obtained a licence.", ""},
	} {
		a, b := Prepare(Side{Text: c.source}), Prepare(Side{Text: c.statement})
		why, ok := Overstates(a, b)
		if got := why.Source.In(c.source); ok != (c.note != "") || got != c.note {
			t.Errorf("{%q, %q, %q},", c.source, c.statement, got)
		}
	}
}

// A number that the statement has too is no rival of another of it.
func TestMisstatedBoth(t *testing.T) {
	source := Prepare(Side{Text: "Denby got four years for the fall of the mill in Goma.", Lang: "en"})
	for statement, want := range map[string]bool{
		"Two years after the fall of the mill in Goma Denby got four years.": false,
		"Denby got two years for the fall of the mill in Goma.":              true,
	} {
		if _, got := Misstated(source, Prepare(Side{Text: statement, Lang: "en"})); got != want {
			t.Errorf("%q: %t", statement, got)
		}
	}
}

// A number that begins with a minus is looked up like any other.
func TestMisstatedMinus(t *testing.T) {
	source := Prepare(Side{Text: "The mean in Goma would be −18 °C without it.", Lang: "en"})
	statement := Prepare(Side{Text: "In Goma the mean would be 15 °C.", Lang: "en"})
	if why, ok := Misstated(source, statement); !ok || why.Source.In("The mean in Goma would be −18 °C without it.") != "−18 °C" {
		t.Errorf("%t %+v", ok, why)
	}
}

// A passage of the same thing has the statement's names, numbers and dates.
func TestPins(t *testing.T) {
	for _, c := range []struct {
		source, statement string
		want              int
	}{
		{"Denby sold 40 mills in Bunia on Monday.", "On Monday Denby parted with 40 mills of Bunia.", 4},
		{"Denby sold 40 mills in Bunia on Monday.", "On Friday Okello parted with 60 mills of Bunia.", 1},
		{"The council rejected it 9-5 in Bunia.", "It lost in Bunia by nine votes to five.", 3},
		{"The council met.", "The council sat.", 0},
	} {
		if got := Pins(Prepare(Side{Text: c.source}), Prepare(Side{Text: c.statement})); got != c.want {
			t.Errorf("%q beside %q: %d pins, want %d", c.statement, c.source, got, c.want)
		}
	}
}

// A pronoun may stand before the name that it means.
func TestCataphoric(t *testing.T) {
	for src, want := range map[string]bool{
		"Writing on his blog, Mark Denby defended the sale.":  true,
		"His lawyer, Mark Denby, defended the sale.":          false,
		"Writing on his blog, the lawyer defended the sale.":  false,
		"In his speech on Monday Mark Denby defended nothing": false,
	} {
		i := strings.Index(strings.ToLower(src), "his")
		if got := Cataphoric(Prepare(Side{Text: src}), text.Span{Start: i, End: i + 3}); got != want {
			t.Errorf("%q: %v", src, got)
		}
	}
}

// A number of a period says nothing against that of another one.
func TestOfPeriod(t *testing.T) {
	for src, want := range map[string]bool{
		"The winery exported 2 million bottles in 2023.": true,
		"The fire killed nine people in 2023.":           false,
		"Denby founded the winery in 2023.":              false,
		"The winery exported 2 million bottles on 3 May": false,
	} {
		a := Prepare(Side{Text: src})
		at := text.Span{Start: strings.Index(src, "2023"), End: len(src)}
		if at.Start < 0 {
			at.Start = strings.Index(src, "3 May")
		}
		if got := OfPeriod(a, at); got != want {
			t.Errorf("%q: %v", src, got)
		}
	}
}

// A day on which another did it is no error.
func TestMisstatedDay(t *testing.T) {
	for src, want := range map[string]bool{
		"On Sunday Denby went to Bunia.":  true,
		"On Sunday Okello went to Bunia.": false,
	} {
		if _, got := Misstated(Prepare(Side{Text: "Denby went to Bunia on Monday."}), Prepare(Side{Text: src})); got != want {
			t.Errorf("%q: %v", src, got)
		}
	}
}

// A number that another thing has, or by which something rose, is not the statement's.
func TestSameThings(t *testing.T) {
	for _, c := range []struct {
		source, statement string
		want              bool
	}{
		{"Sales of vans in Bunia rose by a third.", "A third of the vans in Bunia were sold.", false},
		{"Sales of vans in Bunia rose by a third.", "In Bunia one sold vans a third more often.", true},
		{"A third of the vans in Bunia were sold.", "A third of the vans in Bunia found a buyer.", true},
		{"The storm held up 200 trucks in Bunia.", "The storm left 200 vehicles in Bunia stuck.", true},
		{"The council of Bunia rejected it 9-5.", "It lost in Bunia by nine votes to five.", true},
		{"The operator in Bunia gave power back to half of them.", "In Bunia half of the 40 homes have power.", false},
		{"Some 40 homes in Bunia lost power. Half of them have it back.", "In Bunia half of the 40 homes have power.", true},
	} {
		if got := SameThings(Prepare(Side{Text: c.source}), Prepare(Side{Text: c.statement}), func(name.Name) bool { return false }); got != c.want {
			t.Errorf("%q beside %q: %v", c.statement, c.source, got)
		}
	}
}
