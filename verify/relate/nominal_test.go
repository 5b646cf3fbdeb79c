package relate

import "testing"

// TestNominal guards what a noun derived from a verb tells, and who nobody is.
func TestNominal(t *testing.T) {
	for _, p := range []comparison{
		{"The new book of the judge describes the 1968 murder of Ruth Okello.", "Ruth Okello was murdered in 1968.", "agrees"},
		{"The new book of the judge describes the 1968 murder of Ruth Okello.", "Ruth Okello was murdered in 1969.", "silent"},
		{"Amani's assassination deepened the crisis in Bana, which began after the resignation of six ministers.", "Amani was assassinated.", "agrees"},
		{"Amani's assassination deepened the crisis in Bana, which began after the resignation of six ministers.", "The six ministers have resigned.", "agrees"},
		{"Amani's assassination deepened the crisis in Bana, which began after the resignation of six ministers.", "Amani resigned.", "silent"},
		{"Little good will come of the purchase of the publisher Bana Press by two northern banks, the daily writes.", "Two northern banks purchased Bana Press.", "agrees"},
		{"Little good will come of the purchase of the publisher Bana Press by two northern banks, the daily writes.", "Bana Press purchased two northern banks.", "silent"},
		{"The army feared the capture of Bana by the rebels of the north.", "The rebels of the north captured Bana.", "silent"},
		{"The governor called for the arrest of Ruth Okello in Bana.", "Ruth Okello was arrested.", "silent"},
		{"The loss of Bana angered the army.", "Bana lost.", "silent"},
		{"Nobody was killed in the attack on Bana on Monday.", "Two soldiers were killed in the attack on Bana.", "contradicts polarity"},
		{"Two soldiers were killed in the attack on Bana on Monday, the radio said.", "Nobody was killed in the attack on Bana.", "contradicts polarity"},
		{"Nobody was killed in the attack on Bana on Monday.", "Two soldiers were wounded in the attack on Bana.", "silent"},
		{"A guard was killed in the attack on Mota on Monday, the radio said.", "Nobody was killed in the attack on Bana.", "silent"},
	} {
		p.check(t)
	}
}
