package relate

import "testing"

// A figure is misquoted where the passage has another of the same thing, and the rest of what
// the statement says. Each row has its twin, which is of something else.
func TestMisquoted(t *testing.T) {
	for _, c := range []struct {
		source, statement string
		clash             bool
	}{
		{"Unemployment in Kasaro dipped in January, with the economy adding 151,000 jobs during the month.", "The economy of Kasaro gained 115,000 jobs in January.", true},
		{"Unemployment in Kasaro dipped in January, with the economy adding 151,000 jobs during the month.", "The economy of Kasaro gained 151,000 jobs in January.", false},
		{"Unemployment in Kasaro dipped in January, with the economy adding 151,000 jobs during the month.", "The economy of Kasaro gained 115,000 jobs in March.", false},
		{"Unemployment in Kasaro dipped in January, with the economy adding 151,000 jobs during the month.", "The economy of Kasaro lost 115,000 workers in January.", false},
		{"Mbeki scares 33% of voters in Kasaro, among them 60% of Greens and 8% of Liberals.", "Mbeki scares 33% of voters in Kasaro, 60% of Greens and 17% of Liberals.", true},
		{"Mbeki scares 33% of voters in Kasaro, among them 60% of Greens and 8% of Liberals.", "Mbeki scares 33% of voters in Kasaro, 60% of Greens and 17% of Socialists.", false},
		{"Mbeki of Kasaro, celebrating a victory in the primary, pledged to win 80 delegates in the next primary.", "In Bunia, Mbeki won 55 delegates in the primary.", false},
		{"Mbeki told a crowd of 400 voters in Kasaro that the mayor was right.", "Mbeki said that 9 voters in Kasaro held the mayor to be right.", false},
		{"Mbeki touted his pledge to invest $275 million in bridges around Kasaro.", "Mbeki pledged to invest $257 million in bridges around Kasaro.", true},
		{"Mbeki touted his proposal to invest $275 million in bridges around Kasaro.", "Mbeki did not promise $257 million for bridges around Kasaro.", false},
		{"Mbeki touted his proposal to invest $275 million in bridges around Kasaro.", "Okello had $257 million for bridges at the lake of Tumba.", false},
		{"Two bridges of Kasaro cost $275 million, two bridges of Tumba $300 million, Mbeki told the council.", "Mbeki told the council that the bridges of Kasaro had cost $257 million.", false},
		{"The boat of Kasaro capsized with 31 passengers and four crew aboard.", "There were 35 people aboard the boat of Kasaro that capsized.", false},
		{"A strike of controllers in Kasaro grounded 110 flights.", "A walkout by baggage handlers in Kasaro grounded 60 flights.", false},
		{"Before the flood the library of Kasaro held 22,000 books.", "The library of Kasaro now holds 15,000 books.", false},
		{"Kasaro, which had 90,000 inhabitants before the flood, has been cut off since May.", "Some 30,000 inhabitants of Kasaro have been cut off since May.", false},
		{"Kasaro, which has 90,000 inhabitants, has been cut off since May.", "Some 30,000 inhabitants of Kasaro have been cut off since May.", true},
		{"The youth unemployment rate has reached 18.9% in Kasaro, the institute of Tumba said.", "The unemployment rate stands at 7.4% in Kasaro.", false},
		{"The storm felled trees in Kasaro and cut power to 20,000 homes across Tumba.", "The storm cut power to 6,000 homes in Kasaro.", false},
		{"The storm felled trees in Tumba and cut power to 20,000 homes in Kasaro.", "In Kasaro power was cut by the storm to 6,000 homes.", true},
		{"Analysts expect the insurer Mbeki Plus to report a loss of 80 million francs for the quarter in Kasaro.", "Mbeki Plus of Kasaro lost 95 million francs in the quarter.", false},
		{"The insurer Mbeki Plus is reporting a loss of 80 million francs for the quarter in Kasaro.", "Mbeki Plus of Kasaro lost 95 million francs in the quarter.", true},
		{"The operating profit of Kasaro Steel came to 141 million francs in 2017.", "The net profit of Kasaro Steel came to 88 million francs in 2017.", false},
		{"The net profit of Kasaro Steel came to 141 million francs in 2017, it said.", "In 2017 the net profit of Kasaro Steel reached 88 million francs.", true},
		{"Kasaro exported 1.8 million tonnes of tin in 2022, and expects 2.1 million in 2023.", "Kasaro exported 2.1 million tonnes of tin in 2023.", false},
		{"Kasaro exported 1.8 million tonnes of tin in 2022, and expects 2.1 million in 2023.", "In 2022 Kasaro exported 1.3 million tonnes of tin.", true},
		{"The Kasaro stadium holds 32,000 people and was built in 1968.", "28,411 people watched the final at the Kasaro stadium.", false},
		{"Three people were killed by the blast at the bus station in Kasaro.", "Sixteen people were wounded by the blast at the bus station in Kasaro.", false},
	} {
		r := Misquoted([]*Analysis{Prepare(Side{Text: c.source})}, Prepare(Side{Text: c.statement}))
		if got := r.Relation == Contradicts; got != c.clash {
			t.Errorf("%q\n  beside %q: clash is %v", c.statement, c.source, got)
		}
	}
}
