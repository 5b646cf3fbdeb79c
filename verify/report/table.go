package report

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"factcheck/verify"
	"factcheck/verify/reason"
)

// The table is the face of the product: a row a statement, a column a source that
// has something to say, then the details of what needs attention, then one line
// that sums up. Where the sources do not fit beside the statements the matrix is
// cut into blocks, and on a narrow terminal the sources stand under their
// statement.

// rowsATable bounds the rows that are laid out together.
const rowsATable = 2000

// matrices prints the tables of all drafts, in order; each is drawn on a core of
// its own.
func matrices(w io.Writer, r *verify.Report, opt Options) error {
	type drawn struct {
		bytes.Buffer
		err error
	}
	queue := make(chan chan *drawn, runtime.GOMAXPROCS(0))
	stop := make(chan struct{})
	defer close(stop)
	go func() {
		defer close(queue)
		for from := 0; from < len(r.Findings); {
			to := from + 1
			for to < len(r.Findings) && to-from < rowsATable && r.Findings[to].Draft == r.Findings[from].Draft {
				to++
			}
			m, out := newMatrix(r, from, to, opt), make(chan *drawn, 1)
			select {
			case queue <- out:
			case <-stop:
				return
			}
			go func() {
				d := &drawn{}
				d.err = m.render(d)
				out <- d
			}()
			from = to
		}
	}()
	for out := range queue {
		d := <-out
		if d.err != nil {
			return d.err
		}
		if _, err := w.Write(d.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// table prints the whole report.
func table(w io.Writer, r *verify.Report, opt Options) error {
	if err := matrices(w, r, opt); err != nil {
		return err
	}
	at := newPlaces(r)
	for i := range r.Findings {
		f := &r.Findings[i]
		if !detailed(f, opt) {
			continue
		}
		if err := detail(w, r, f, i+1, at, opt); err != nil {
			return err
		}
	}
	if err := troubles(w, r, opt); err != nil {
		return err
	}
	if opt.Explain {
		if err := unchecked(w, r, opt); err != nil {
			return err
		}
	}
	sum := Summary(r)
	if opt.Screen {
		sum = strings.Join(wrapped(sum, opt.width()), "\n")
	}
	if n := unshown(r, opt); n > 0 {
		sum += "\n" + opt.theme().faint(plural(n, "unsupported statement")+" with a passage that comes near: --explain shows it")
	}
	_, err := fmt.Fprintln(w, sum)
	return err
}

// unshown counts the statements that no source bears out and whose nearest passage
// is not shown.
func unshown(r *verify.Report, opt Options) (n int) {
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Verdict == verify.Unsupported && f.Suppressed == "" && len(f.Evidence) > 0 && !detailed(f, opt) {
			n++
		}
	}
	return n
}

// detailed reports whether a finding is shown in full: what needs attention, and what a
// publisher has checked, whatever the sources say of it.
func detailed(f *verify.Finding, opt Options) bool {
	if opt.Explain {
		return true
	}
	return f.Suppressed == "" && (len(f.Reviews) > 0 || f.Level >= verify.Warning || f.Level == verify.Info && f.Verdict != verify.Unsupported && len(f.Evidence) > 0)
}

// A matrix is the table of the findings of one draft.
type matrix struct {
	opt      Options
	title    string // the draft, where there are several
	findings []verify.Finding
	first    int // number of the first finding
	sources  []string
	stances  []map[string]verify.Stance // of each finding
}

func newMatrix(r *verify.Report, from, to int, opt Options) *matrix {
	m := &matrix{opt: opt, findings: r.Findings[from:to], first: from + 1}
	if len(r.Drafts) > 1 && (from == 0 || r.Findings[from-1].Draft != r.Findings[from].Draft) {
		m.title = printable(r.Findings[from].Draft.Path)
	}
	speaks := map[string]bool{}
	for i := range m.findings {
		cells := map[string]verify.Stance{}
		for _, s := range m.findings[i].Stances {
			if s.Stance != verify.Silent {
				cells[s.Source] = s.Stance
				speaks[s.Source] = true
			}
		}
		m.stances = append(m.stances, cells)
	}
	for _, s := range r.Sources {
		if speaks[s] {
			m.sources = append(m.sources, s)
		}
	}
	return m
}

// sourceHead wraps the name of a source to a narrow head: words stay whole unless
// they are very long.
func sourceHead(name string) string {
	const narrow, widest = 10, 20
	name = printable(verify.SourceName(name))
	limit := narrow
	for word := range strings.FieldsSeq(name) {
		limit = max(limit, min(widest, width(word)))
	}
	return strings.Join(wrapped(name, limit), "\n")
}

// render draws the matrix in the widest of its forms that fits.
func (m *matrix) render(w io.Writer) error {
	if m.title != "" {
		if _, err := fmt.Fprintf(w, "%s\n", m.opt.theme().bold(m.title)); err != nil {
			return err
		}
	}
	blocks := m.blocks()
	if blocks == nil {
		g := m.head(nil)
		for i := range m.findings {
			g.rows = append(g.rows, m.lead(i, m.stacked(i)))
		}
		return m.end(w, g)
	}
	for n, sources := range blocks {
		g := m.head(sources)
		if n > 0 {
			g.columns = append(g.columns[:2:2], g.columns[3:]...)
		}
		for i := range m.findings {
			row := m.lead(i, "")
			if n > 0 {
				row = row[:2:2]
			}
			row, speaks := m.cells(row, i, sources)
			if n == 0 || speaks {
				g.rows = append(g.rows, row)
			}
		}
		if err := m.end(w, g); err != nil {
			return err
		}
	}
	return nil
}

// end draws a grid and an empty line.
func (m *matrix) end(w io.Writer, g *grid) error {
	if err := g.render(w); err != nil {
		return err
	}
	_, err := fmt.Fprintln(w)
	return err
}

// blocks returns which sources stand in which table: all in one if they fit, nil
// if they had better stand under their statements.
func (m *matrix) blocks() [][]string {
	const most = 2
	number := len(strconv.Itoa(m.first + len(m.findings) - 1))
	verdict := 0
	for i := range m.findings {
		verdict = max(verdict, width(m.verdict(&m.findings[i])))
	}
	room := m.opt.width() - 2 - number - gap - verdict - gap
	least := max(20, m.opt.width()/3)
	out := [][]string{nil}
	left := room - least
	for _, s := range m.sources {
		need := cellWidth(sourceHead(s)) + gap
		if need > left {
			if len(out) == most {
				return nil
			}
			out = append(out, nil)
			left = room
		}
		out[len(out)-1] = append(out[len(out)-1], s)
		left -= need
	}
	if len(out) > 1 && len(out[0]) < 2 {
		return nil
	}
	return out
}

// head returns an empty grid with the columns for some sources.
func (m *matrix) head(sources []string) *grid {
	g := newGrid(m.opt, column{head: "#", right: true}, column{head: "Verdict", paint: m.paintVerdict},
		column{head: "Statement", flex: 1, least: 20, most: 3, paint: m.paintStacked})
	for _, s := range sources {
		g.columns = append(g.columns, column{head: sourceHead(s), centre: true, paint: m.paintStance})
	}
	return g
}

// lead returns the first three cells of a row.
func (m *matrix) lead(i int, below string) []string {
	f := &m.findings[i]
	statement := brief(&f.Statement)
	if below != "" {
		statement += "\n" + below
	}
	return []string{strconv.Itoa(m.first + i), m.verdict(f), statement}
}

// cells appends the cells of the sources and reports whether one of them speaks.
func (m *matrix) cells(row []string, i int, sources []string) ([]string, bool) {
	speaks := false
	marks := m.opt.marks()
	for _, s := range sources {
		stance := m.stances[i][s]
		speaks = speaks || stance != verify.Silent
		row = append(row, marks.stances[stance&3])
	}
	return row, speaks
}

// stacked lists the sources of a finding by what they make of it, a line each.
func (m *matrix) stacked(i int) string {
	var parts []string
	marks := m.opt.marks()
	for _, stance := range []verify.Stance{verify.Agrees, verify.Contradicts, verify.Reports} {
		var names []string
		for _, s := range m.sources {
			if m.stances[i][s] == stance {
				names = append(names, printable(s))
			}
		}
		if len(names) > 0 {
			parts = append(parts, marks.stances[stance]+" "+strings.Join(names, ", "))
		}
	}
	return strings.Join(parts, "\n")
}

// called returns what people call the verdict of a finding.
func called(f *verify.Finding) string {
	if len(f.Reasons) > 0 && f.Reasons[0].Kind == reason.Part {
		return f.Verdict.String() + " in part"
	}
	return f.Verdict.String()
}

// verdict returns a verdict with its mark.
func (m *matrix) verdict(f *verify.Finding) string {
	if f.Suppressed != "" {
		return m.opt.marks().stances[0] + " " + m.opt.verdict(f)
	}
	return m.opt.marks().levels[f.Level&3] + " " + m.opt.verdict(f)
}

// verdict words a verdict: with the number of origins that agree, and a sign where it
// rests on a reading model: "supported ×2 ≈".
func (o Options) verdict(f *verify.Finding) string {
	s := called(f)
	if f.Verdict == verify.Supported && f.Origins > 1 {
		s += " " + o.marks().times + strconv.Itoa(f.Origins)
	}
	if f.Read > 0 {
		s += " " + o.marks().model
	}
	return s
}

func (m *matrix) paintVerdict(s string) string {
	t, marks := m.opt.theme(), m.opt.marks()
	for l, mark := range marks.levels {
		if strings.HasPrefix(s, mark+" ") {
			return t.level(verify.Level(l))(s)
		}
	}
	return t.faint(s)
}

// paintStacked colours the mark at the head of a line that lists sources.
func (m *matrix) paintStacked(s string) string {
	mark, names, _ := strings.Cut(s, " ")
	if marks := m.opt.marks(); !slices.Contains(marks.stances[1:], mark) {
		return s
	}
	return m.paintStance(mark) + " " + names
}

func (m *matrix) paintStance(s string) string {
	t, marks := m.opt.theme(), m.opt.marks()
	switch s {
	case marks.stances[verify.Agrees]:
		return t.good(s)
	case marks.stances[verify.Contradicts]:
		return t.bad(s)
	case marks.stances[verify.Reports]:
		return t.info(s)
	}
	return t.faint(s)
}
