package reader

import "bytes"

// deepest bounds what stands inside each other in YAML or TOML: the YAML library takes 25 KB for each
// byte of a run of brackets. Settings have three levels, front matter hardly more.
const deepest = 12

// TooDeep returns the first line of YAML or TOML where more than a dozen brackets are open, or that
// begins with as many signs of an item or is indented as far; 0 if none is. It is asked
// before anything is parsed, and may take the brackets of a text for levels: no title has so many.
func TooDeep(data []byte) int {
	open, number := 0, 0
	for line := range bytes.Lines(data) {
		number++
		signs := 0
		for i, c := range line {
			switch {
			case c == '[' || c == '{':
				open++
			case (c == ']' || c == '}') && open > 0:
				open--
			case c == '#' && (i == 0 || line[i-1] == ' '):
				line = nil
			case (c == '-' || c == '?') && i+1 < len(line) && line[i+1] == ' ':
				signs++
			}
			if open > deepest || signs > deepest {
				return number
			}
			if line == nil {
				break
			}
		}
		if len(line)-len(bytes.TrimLeft(line, " \t")) > 8*deepest {
			return number
		}
	}
	return 0
}
