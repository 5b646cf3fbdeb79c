package session

import (
	"strings"
	"testing"

	"factcheck/verify/report"
)

// TestBearers joins rows of persons with how many documents speak of them and what role they have.
func TestBearers(t *testing.T) {
	type row struct {
		name      string
		documents int
		role      string
	}
	for _, c := range []struct {
		what string
		rows []row
		want string // name = other names, those of one name left out
	}{
		{"an initial", []row{{"Odette Vagheni", 2, ""}, {"Odette R. Vagheni", 1, ""}}, "Odette Vagheni = Odette R. Vagheni"},
		{"twin: two initials", []row{{"Odette Vagheni", 2, ""}, {"Odette R. Vagheni", 1, ""}, {"Odette L. Vagheni", 1, ""}}, ""},
		{"a short given name", []row{{"Bill Amani", 3, ""}, {"William Amani", 1, ""}}, "Bill Amani = William Amani"},
		{"twin: another given name", []row{{"Bill Amani", 3, ""}, {"Walter Amani", 1, ""}}, ""},
		{"a junior with the role", []row{{"Bill Amani", 3, "Mayor"}, {"William R. Amani Jr.", 1, "mayor"}}, "Bill Amani = William R. Amani Jr."},
		{"twin: father and son", []row{{"Bill Amani", 3, "Mayor"}, {"William R. Amani Jr.", 1, "son"}}, ""},
		{"a family name with the role", []row{{"Odette Vagheni", 1, "President"}, {"Vagheni", 2, "president"}, {"Paul Vagheni", 1, "singer"}}, "Odette Vagheni = Vagheni"},
		{"twin: with another role", []row{{"Odette Vagheni", 5, "President"}, {"Vagheni", 2, "Admiral"}}, ""},
		{"twin: two have the role", []row{{"Odette Vagheni", 1, "president"}, {"Vagheni", 2, "president"}, {"Paul Vagheni", 1, "president"}}, ""},
		{"a junior beside two that are one", []row{{"Bill Amani", 3, "Mayor"}, {"Bill R. Amani", 2, "mayor of Bana"}, {"Bill R. Amani Jr.", 1, "mayor of Bana"}}, "Bill Amani = Bill R. Amani, Bill R. Amani Jr."},
		{"two family names", []row{{"Amani Vagheni", 9, ""}, {"Odette Amani Vagheni", 2, ""}}, "Odette Amani Vagheni = Amani Vagheni"},
		{"twin: another given name before one", []row{{"Amani Vagheni", 9, ""}, {"Odette Vagheni", 2, ""}}, ""},
		{"a family name that is well known", []row{{"Odette Vagheni", 2, ""}, {"Odette R. Vagheni", 1, ""}, {"Vagheni", 2, ""}}, "Odette Vagheni = Odette R. Vagheni, Vagheni"},
		{"twin: that is not", []row{{"Odette Vagheni", 2, ""}, {"Vagheni", 9, ""}}, ""},
		{"twin: of two", []row{{"Odette Vagheni", 9, ""}, {"Paul Vagheni", 9, ""}, {"Vagheni", 2, ""}}, ""},
	} {
		all := &Credits{in: map[string][]uint32{}}
		var list []*report.Credited
		next, statements := uint32(0), 100
		for _, r := range c.rows {
			x := &report.Credited{Name: r.name, Kind: "person", Documents: r.documents, Statements: statements}
			statements--
			if r.role != "" {
				x.Roles = []report.Role{{Text: r.role, Documents: 1}}
			}
			for range r.documents {
				all.in[r.name] = append(all.in[r.name], next)
				next++
			}
			list = append(list, x)
		}
		out, stands := all.bearers(list)
		got, documents := []string{}, 0
		for _, x := range out {
			documents += x.Documents
			if len(x.Aliases) > 0 {
				got = append(got, x.Name+" = "+strings.Join(x.Aliases, ", "))
			}
		}
		if s := strings.Join(got, "; "); s != c.want || documents != int(next) || len(stands) != len(list) {
			t.Errorf("%s: got %q of %d documents, want %q of %d", c.what, s, documents, c.want, next)
		}
	}
}
