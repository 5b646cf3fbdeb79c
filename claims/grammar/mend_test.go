package grammar

import "testing"

// Two mends that do not know each other may close a circle: the sentence stays as the network read it then.
func TestIsTree(t *testing.T) {
	for _, c := range []struct {
		heads []int
		tree  bool
	}{
		{[]int{1, -1, 1}, true},
		{[]int{1, 2, -1}, true},
		{[]int{1, 0, -1}, false},
		{[]int{-1, 2, 3, 1}, false},
		{[]int{0, -1}, false},
		{nil, true},
	} {
		var p Parser
		for _, h := range c.heads {
			p.tokens = append(p.tokens, Token{Head: h})
		}
		if got := p.isTree(); got != c.tree {
			t.Errorf("heads %v: tree %v", c.heads, got)
		}
	}
}
