package lexicon

// sisterSenses is how many senses of a noun count for Sisters.
const sisterSenses = 2

// Sisters reports whether two nouns are different kinds of one thing in frequent
// senses of both: a coast and a desert are regions, a chapel and a barn buildings. Sisters need
// not exclude each other (a friend may be a colleague): it is a hint, never a
// proof. Synonyms are none, nor is a word with a kind of itself.
func Sisters(a, b string) bool {
	a, b = key(a), key(b)
	part := partOf(Noun)
	x, y, ok := lookup(a, b, part)
	if !ok || share(x.all(synonymSenses), y.all(synonymSenses)) {
		return false
	}
	w := openWordNet()
	for _, s := range x.all(sisterSenses) {
		for n := 0; ; n++ {
			h := w.hypernym(part, s, n)
			if h <= 0 {
				break
			}
			for _, t := range y.all(sisterSenses) {
				for m := 0; ; m++ {
					g := w.hypernym(part, t, m)
					if g <= 0 {
						break
					}
					if g == h {
						return true
					}
				}
			}
		}
	}
	return false
}
