package verify

import (
	"testing"

	"factcheck/claims"
)

// TestClaim guards what is published as the claim of a statement.
func TestClaim(t *testing.T) {
	for said, want := range map[string]string{
		"that the dam held,": "The dam held", "That dam held": "That dam held", "qu’il pleut": "Il pleut", "que le barrage a tenu": "Le barrage a tenu",
		"the dam held": "The dam held", "quelque chose": "Quelque chose", "élan vital": "Élan vital", "that": "That", "": "",
	} {
		if got := (&Finding{Statement: claims.Statement{Text: said, Attribution: claims.Attribution{Cue: claims.Cue{Text: "said"}}}}).Claim(); got != want {
			t.Errorf("%q: %q, want %q", said, got, want)
		}
	}
}
