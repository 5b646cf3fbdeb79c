package claims

import (
	"testing"

	"factcheck/claims/text"
)

// TestBlockQuotation: the words of a block quotation are whose name stands below it;
// one that nobody signs stays the writer's.
func TestBlockQuotation(t *testing.T) {
	for _, c := range []struct {
		blocks []string
		want   string
	}{
		{[]string{"The pumps held all night.", "— Odette Vagheni, engineer"}, "direct: The pumps held all night\n\tby Odette Vagheni, engineer = Odette Vagheni (engineer)\n"},
		{[]string{"“The pumps held all night.”", "Odette Vagheni"}, "direct: The pumps held all night.\n\tby  = Odette Vagheni\n"},
		{[]string{"The pumps held all night.", "Nobody left the valley."}, "plain: The pumps held all night\nplain: Nobody left the valley\n"},
	} {
		d := caseDocument("")
		for _, b := range c.blocks {
			start := len(d.Text)
			d.Text += b + "\n\n"
			d.Blocks = append(d.Blocks, Block{Span: text.Span{Start: start, End: start + len(b)}, Kind: Quotation})
		}
		if got := describe(Extract(d)); got != c.want {
			t.Errorf("%q\ngot  %s\nwant %s", c.blocks, got, c.want)
		}
	}
}
