package relate

import "testing"

// TestRelocate guards descriptions before and behind their noun, and species.
func TestRelocate(t *testing.T) {
	for _, p := range []pairCase{
		{"A woman is slicing a pepper which is green", "A woman is slicing a green pepper", "agrees"},
		{"A dog, which is old and black, is running through the tall grass", "An old black dog is running through the tall grass", "agrees"},
		{"The market of Bana sells pigeons on Monday.", "The market of Bana sells ducks on Monday.", "contradicts name"},
		{"The clinic of Bana treated cholera on Monday.", "The clinic of Bana treated measles on Monday.", "contradicts name"},
		{"The clinic of Bana gave him a phone on Monday.", "The clinic of Bana gave him a telephone on Monday.", "agrees"},
	} {
		p.check(t)
	}
}
