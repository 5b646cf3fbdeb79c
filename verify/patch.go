package verify

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

// A Patch is which lines a change adds to which files, read from a unified diff
// as git prints it.
type Patch struct {
	added map[string][][2]int // file -> ranges of lines from 1, first and last, in order
}

// ErrPatch says that a text is no unified diff.
var ErrPatch = errors.New("not a unified diff")

// ReadPatch reads a unified diff. What stands between the files of it is passed
// over, as git does; a hunk that does not hold what its head says is an error, and
// so is a text without any file.
func ReadPatch(data []byte) (*Patch, error) {
	p := &Patch{added: map[string][][2]int{}}
	scan := bufio.NewScanner(bytes.NewReader(data))
	scan.Buffer(nil, len(data)+1)
	file, n, files := "", 0, 0
	left := [2]int{} // lines of the old and of the new file that the hunk still has
	line := 0        // of the new file
	for scan.Scan() {
		s := scan.Text()
		n++
		if left[0] > 0 || left[1] > 0 {
			switch {
			case strings.HasPrefix(s, "+"):
				p.add(file, line)
				line++
				left[1]--
			case strings.HasPrefix(s, "-"):
				left[0]--
			case strings.HasPrefix(s, " ") || s == "":
				line++
				left[0]--
				left[1]--
			case strings.HasPrefix(s, "\\"):
			default:
				return nil, fmt.Errorf("line %d: %w: a hunk ends early", n, ErrPatch)
			}
			continue
		}
		switch {
		case strings.HasPrefix(s, "+++ "):
			file = patchName(s[len("+++ "):])
			files++
		case strings.HasPrefix(s, "diff --git "), strings.HasPrefix(s, "--- "):
			files++
		case strings.HasPrefix(s, "@@@"):
			return nil, fmt.Errorf("line %d: %w: it is one of a merge; use git diff BASE", n, ErrPatch)
		case strings.HasPrefix(s, "@@ "):
			var ok bool
			if line, left, ok = hunk(s); !ok || file == "" {
				return nil, fmt.Errorf("line %d: %w: %q is no head of a hunk", n, ErrPatch, s)
			}
		}
	}
	if err := scan.Err(); err != nil {
		return nil, err
	}
	if left[0] > 0 || left[1] > 0 {
		return nil, fmt.Errorf("line %d: %w: the last hunk is cut off", n, ErrPatch)
	}
	if files == 0 && len(bytes.TrimSpace(data)) > 0 {
		return nil, ErrPatch
	}
	return p, nil
}

// add adds one line.
func (p *Patch) add(file string, line int) {
	r := p.added[file]
	if k := len(r); k > 0 && r[k-1][1] == line-1 {
		r[k-1][1] = line
		return
	}
	p.added[file] = append(r, [2]int{line, line})
}

// patchName returns the path of a +++ line: without the "b/" and the time that
// diff writes, unquoted.
func patchName(s string) string {
	if q, err := strconv.Unquote(s); err == nil {
		s = q
	} else {
		s, _, _ = strings.Cut(s, "\t")
	}
	if rest, ok := strings.CutPrefix(s, "b/"); ok {
		s = rest
	}
	return path.Clean(s)
}

// hunk reads "@@ -12,3 +12,4 @@": the first line of the new file, and how many
// lines of either.
func hunk(s string) (line int, left [2]int, ok bool) {
	f := strings.Fields(s)
	if len(f) < 4 || f[3] != "@@" || f[1][0] != '-' || f[2][0] != '+' {
		return 0, left, false
	}
	for i, part := range f[1:3] {
		from, count, has := strings.Cut(part[1:], ",")
		first, err := strconv.Atoi(from)
		if err != nil || first < 0 {
			return 0, left, false
		}
		left[i] = 1
		if has {
			if left[i], err = strconv.Atoi(count); err != nil || left[i] < 0 {
				return 0, left, false
			}
		}
		line = first
	}
	return line, left, true
}

// lines returns the added lines of a file. The paths of a diff begin at the root
// of the repository, those of drafts where the user stands: the one may end with
// the other.
func (p *Patch) lines(file string) [][2]int {
	name := path.Clean(filepath.ToSlash(file))
	if r, ok := p.added[name]; ok {
		return r
	}
	var found [][2]int
	for other, r := range p.added {
		if strings.HasSuffix(other, "/"+name) || strings.HasSuffix(name, "/"+other) {
			found = append(found, r...)
		}
	}
	sort.Slice(found, func(a, b int) bool { return found[a][0] < found[b][0] })
	return found
}

// Apply keeps the findings of one draft from counting that stand on no line that
// the patch adds. The draft's bytes tell the lines.
func (p *Patch) Apply(file string, data []byte, findings []*Finding) {
	if len(findings) == 0 {
		return
	}
	added := p.lines(file)
	starts := []int{0}
	for i, c := range data {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	for _, f := range findings {
		if f.Level == OK || f.Suppressed != "" {
			continue
		}
		at := f.Draft.File(f.Statement.Span())
		first := sort.SearchInts(starts, at.Start+1)
		last := max(first, sort.SearchInts(starts, at.End))
		i := sort.Search(len(added), func(i int) bool { return added[i][1] >= first })
		if i == len(added) || added[i][0] > last {
			f.Suppressed = SuppressedUnchanged
		}
	}
}
