package report

import (
	"io"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

// tablewriter holds the tables; how wide a column is and how a line is drawn is
// decided here. Its own wrapping shrinks all columns alike, and it measures rune by
// rune, after the user's locale: a family of emoji would count as eight columns and
// push the table beyond the terminal. So cells come to it wrapped, and a renderer
// of ours measures whole characters.

// A column of a grid.
type column struct {
	head   string
	right  bool
	centre bool
	flex   int                 // share of the room that is left; 0 takes what it needs
	least  int                 // a flexible column is never narrower
	most   int                 // lines of the first part of a cell; 0 is any number
	paint  func(string) string // colours a line of a cell; nil leaves it
}

// A grid is a table of printable cells that fits the width of the report.
type grid struct {
	opt     Options
	columns []column
	rows    [][]string
}

func newGrid(opt Options, columns ...column) *grid { return &grid{opt: opt, columns: columns} }

// row adds a row. Line ends in a cell stay.
func (g *grid) row(cells ...string) { g.rows = append(g.rows, cells) }

// gap is how many columns stand between two columns: a space, a bar, a space.
const gap = 3

// widths returns the width of each column. Where the room does not suffice, the
// flexible columns shrink to their least width and the table is wider than asked.
func (g *grid) widths() []int {
	w := make([]int, len(g.columns))
	room, shares := g.opt.width()-gap*(len(g.columns)-1)-2, 0 // tablewriter puts a space at either end
	for i, c := range g.columns {
		w[i] = cellWidth(c.head)
		for _, r := range g.rows {
			w[i] = max(w[i], cellWidth(r[i]))
		}
		if c.flex == 0 {
			room -= w[i]
		} else {
			shares += c.flex
		}
	}
	// A column that needs less than its share leaves the rest to the others.
	for again := true; again; {
		again = false
		for i, c := range g.columns {
			if c.flex > 0 && w[i] >= 0 && shares > 0 && w[i] <= room*c.flex/shares {
				room, shares = room-w[i], shares-c.flex
				w[i] = -w[i] - 1 // settled
				again = true
			}
		}
	}
	for i, c := range g.columns {
		switch {
		case w[i] < 0:
			w[i] = -w[i] - 1
		case c.flex > 0:
			w[i] = max(room*c.flex/shares, c.least, 8)
		}
	}
	return w
}

// cellWidth returns the width of the widest line of a cell.
func cellWidth(s string) int {
	w := 0
	for line := range strings.SplitSeq(s, "\n") {
		w = max(w, width(line))
	}
	return w
}

// render draws the table.
func (g *grid) render(w io.Writer) error {
	limits := g.widths()
	drawn := &ruler{Blueprint: renderer.NewBlueprint(rendition), grid: g, widths: make([]int, len(g.columns))}
	t := tablewriter.NewTable(w, tablewriter.WithRenderer(drawn), tablewriter.WithConfig(asIs))
	wrap := func(i int, s string, most int) string {
		s = g.cell(s, limits[i], most)
		drawn.widths[i] = max(drawn.widths[i], cellWidth(s))
		return s
	}
	heads := make([]string, len(g.columns))
	for i, c := range g.columns {
		heads[i] = wrap(i, c.head, 0)
	}
	t.Header(heads)
	for _, r := range g.rows {
		cells := make([]string, len(r))
		for i, c := range g.columns {
			cells[i] = wrap(i, r[i], c.most)
		}
		if err := t.Append(cells); err != nil {
			return err
		}
	}
	return t.Render()
}

// cell wraps one cell and keeps at most so many lines of its first part.
func (g *grid) cell(s string, limit, most int) string {
	var out []string
	for part := range strings.SplitSeq(s, "\n") {
		lines := wrapped(part, limit)
		if len(lines) == 0 {
			lines = []string{""}
		}
		if most > 0 && len(out) == 0 && len(lines) > most {
			lines = lines[:most]
			lines[most-1] = shorten(lines[most-1]+g.opt.marks().ellipsis, limit, g.opt.marks().ellipsis)
		}
		out = append(out, lines...)
	}
	return strings.Join(out, "\n")
}

// A ruler draws the lines of a grid: bars between columns and one line under the
// head.
type ruler struct {
	*renderer.Blueprint
	grid   *grid
	widths []int // of the widest line of each column
	w      io.Writer
	err    error
}

func (r *ruler) Start(w io.Writer) error {
	r.w = w
	return nil
}

// Close returns the first error of writing.
func (r *ruler) Close() error { return r.err }

func (r *ruler) write(line string) {
	if r.err == nil {
		_, r.err = io.WriteString(r.w, strings.TrimRight(line, " ")+"\n")
	}
}

func (r *ruler) Header(lines [][]string, _ tw.Formatting) {
	for _, cells := range lines {
		r.line(cells, true)
	}
}

func (r *ruler) Row(cells []string, _ tw.Formatting) { r.line(cells, false) }

// Line stands under the head.
func (r *ruler) Line(tw.Formatting) {
	m := r.grid.opt.marks()
	parts := make([]string, len(r.widths))
	for i, w := range r.widths {
		parts[i] = strings.Repeat(m.rule, w+2)
	}
	r.write(strings.Join(parts, m.cross))
}

// line draws one line of a row; no colour runs on into the next column.
func (r *ruler) line(cells []string, head bool) {
	var b strings.Builder
	for i, c := range r.grid.columns {
		room := max(0, r.widths[i]-width(cells[i]))
		before := 0
		switch {
		case c.right:
			before = room
		case c.centre:
			before = room / 2
		}
		paint := c.paint
		if head {
			paint = r.grid.opt.theme().bold
		}
		words := cells[i]
		if paint != nil && words != "" {
			words = paint(words)
		}
		if i > 0 {
			b.WriteString(r.grid.opt.marks().bar)
		}
		b.WriteString(strings.Repeat(" ", before+1) + words + strings.Repeat(" ", room-before+1))
	}
	r.write(b.String())
}

// rendition says which lines there are.
var rendition = tw.Rendition{
	Borders:  tw.Border{Left: tw.Off, Right: tw.Off, Top: tw.Off, Bottom: tw.Off},
	Settings: tw.Settings{Lines: tw.Lines{ShowHeaderLine: tw.On, ShowTop: tw.Off, ShowBottom: tw.Off}},
}

// asIs turns off all that would change a cell.
var asIs = tablewriter.Config{
	Header:   tw.CellConfig{Formatting: tw.CellFormatting{AutoWrap: tw.WrapNone, AutoFormat: tw.Off}},
	Row:      tw.CellConfig{Formatting: tw.CellFormatting{AutoWrap: tw.WrapNone, AutoFormat: tw.Off}},
	Behavior: tw.Behavior{TrimSpace: tw.Off, TrimLine: tw.Off, TrimTab: tw.Off},
}
