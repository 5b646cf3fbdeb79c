package sources

import (
	"strings"
	"testing"

	"factcheck/claims"
)

// TestDispatches guards which words of a text say that it carries an agency's, and
// that an agency that it only quotes is none.
func TestDispatches(t *testing.T) {
	for _, c := range []struct{ lang, src, want string }{
		{"en", "GOMA (AFP) – Rebels took the town.\n", "AFP"},
		{"en", "Rebels took the town.\n\nNobody was hurt. (AFP)\n", "AFP"},
		{"en", "Rebels took the town.\n\nwith AFP\n", "AFP"},
		{"en", "Rebels took the town (with files from Reuters and AFP)\n", "AFP,Reuters"},
		{"en", "Rebels took the town.\n\nSource: Agence France-Presse\n", "AFP"},
		{"en", "Rebels took the town.\n\n© 2025 Reuters\n", "Reuters"},
		{"en", "Rebels took the town, according to a Reuters dispatch from Goma.\n", "Reuters"},
		{"fr", "Les rebelles ont pris la ville (avec AFP).\n", "AFP"},
		{"fr", "Les rebelles ont pris la ville.\n\n(avec AFP et Reuters)\n", "AFP,Reuters"},
		{"fr", "Selon une dépêche de l'AFP, les rebelles ont pris la ville.\n", "AFP"},
		// twins
		{"en", "The mayor spoke with AFP on Monday about the rebels in the town and its people.\n", ""},
		{"en", "Rebels told Reuters that they took the town.\n", ""},
		{"en", "Reuters said so.\n", ""},
		{"en", "The mayor met AFP and Reuters.\n", ""},
		{"en", "Rebels took the town. (AFC)\n", ""},
		{"fr", "Le maire a parlé avec l'AFP lundi de la prise de la ville par les rebelles venus du nord.\n", ""},
		{"en", "", ""},
	} {
		if got := strings.Join(Dispatches(&claims.Document{Text: c.src, Lang: c.lang}), ","); got != c.want {
			t.Errorf("%q: got %q, want %q", c.src, got, c.want)
		}
	}
}
