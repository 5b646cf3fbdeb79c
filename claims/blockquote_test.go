package claims

import (
	"strings"
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
		{[]string{"| Odette Vagheni resigned. This is how she put it in May:", "The pumps held all night."}, "plain: Odette Vagheni resigned\nplain: This is how she put it in May\ndirect: The pumps held all night\n\tby she = Odette Vagheni\n"},
		{[]string{"| Odette Vagheni resigned. The valley looks so from the hill:", "The pumps held all night."}, "plain: Odette Vagheni resigned\nplain: The valley looks so from the hill\nplain: The pumps held all night\n"},
	} {
		d := caseDocument("")
		for _, b := range c.blocks {
			start, kind := len(d.Text), Quotation
			b, paragraph := strings.CutPrefix(b, "| ")
			if d.Text += b + "\n\n"; paragraph {
				kind = Paragraph
			}
			d.Blocks = append(d.Blocks, Block{Span: text.Span{Start: start, End: len(d.Text) - 2}, Kind: kind})
		}
		if got := describe(Extract(d)); got != c.want {
			t.Errorf("%q\ngot  %s\nwant %s", c.blocks, got, c.want)
		}
	}
}
