package relate

import (
	"strings"
	"testing"
)

func TestMissing(t *testing.T) {
	for _, c := range []struct{ source, statement, want string }{
		{"There are nine people wounded at the clinic.", "Nineteen people were wounded and carried to the clinic.", "Nineteen|carried"},
		{"The clinic treated 29 wounded people.", "Twenty-nine wounded soldiers reached the clinic.", "soldiers reached"},
		{"The rebels captured the bridge without a fight.", "The rebels seized the bridge after heavy fighting.", "heavy"},
		{"The United Nations says Taru sent troops.", "Veska sent troops.", "Veska"},
		{"The town lies north of Mota.", "The town lies north of Mota.", ""},
		{"", "A bridge fell.", "bridge fell"},
		{"A bridge fell.", "", ""},
	} {
		var got []string
		for _, at := range Missing(Prepare(Side{Text: c.source}), Prepare(Side{Text: c.statement})) {
			got = append(got, at.In(c.statement))
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%q lacks of %q: got %q, want %q", c.source, c.statement, g, c.want)
		}
	}
}
