package report

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/pkg/twwidth"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

// tablewriter draws the tables: it wraps the cells, aligns them and puts the bars.
// Two things are decided here. It shrinks all columns alike, so it is told how wide
// each may be. And it adds up the widths of runes, so that a family of emoji, which a
// terminal shows in two columns, would count as eight: such a character reaches it as
// a stand-in.

// A column of a grid.
type column struct {
	head   string
	right  bool
	centre bool
	flex   int                 // share of the room that is left; 0 takes what it needs
	least  int                 // a flexible column is never narrower
	most   int                 // lines of the first part of a cell, or one more; 0 is as many as `longest` allows
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
	limits := tw.NewMapper[int, int]()
	for i, width := range g.widths() {
		limits.Set(i, width+2) // tablewriter counts the space at either side
	}
	var out bytes.Buffer
	var stood standIns
	t := tablewriter.NewTable(&out, tablewriter.WithRenderer(renderer.NewBlueprint(g.opt.lines())), tablewriter.WithConfig(g.config(limits)))
	heads := make([]string, len(g.columns))
	for i, c := range g.columns {
		heads[i] = stood.put(painted(c.head, g.opt.theme().bold))
	}
	t.Header(heads)
	for _, r := range g.rows {
		cells := make([]string, len(r))
		for i, c := range g.columns {
			cells[i] = stood.put(painted(c.cell(r[i], limits[i]-2, g.opt), c.paint))
		}
		if err := t.Append(cells); err != nil {
			return err
		}
	}
	if err := t.Render(); err != nil {
		return err
	}
	back := stood.back()
	for line := range strings.Lines(out.String()) {
		if _, err := back.WriteString(w, strings.TrimRight(line, " \n")+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// cell shortens the lines of a cell, the first to what the column keeps of it, and
// breaks the words that are wider than the column: tablewriter breaks at spaces only,
// in a time that grows with the square of their number.
func (c *column) cell(s string, limit int, opt Options) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		most := longest
		if i == 0 && c.most > 0 {
			most = c.most * limit
		}
		words := strings.Split(shorten(line, most, opt.marks().ellipsis), " ")
		for j, word := range words {
			if width(word) > limit {
				words[j] = strings.Join(wrapped(word, limit), " ")
			}
		}
		lines[i] = strings.Join(words, " ")
	}
	return strings.Join(lines, "\n")
}

// painted colours each line of a cell. paint may be nil.
func painted(s string, paint func(string) string) string {
	if paint == nil || s == "" {
		return s
	}
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = paint(line)
	}
	return strings.Join(lines, "\n")
}

// lines says which lines a table has: bars between columns, one rule under the head.
func (o Options) lines() tw.Rendition {
	m := o.marks()
	return tw.Rendition{
		Borders:  tw.Border{Left: tw.Off, Right: tw.Off, Top: tw.Off, Bottom: tw.Off},
		Settings: tw.Settings{Lines: tw.Lines{ShowHeaderLine: tw.On, ShowTop: tw.Off, ShowBottom: tw.Off}},
		Symbols:  tw.NewSymbolCustom("factcheck").WithColumn(m.bar).WithRow(m.rule).WithCenter(m.cross).WithHeaderMid(m.rule),
	}
}

// config says how cells are wrapped and aligned.
func (g *grid) config(limits tw.Mapper[int, int]) tablewriter.Config {
	align := make([]tw.Align, len(g.columns))
	for i, c := range g.columns {
		switch {
		case c.right:
			align[i] = tw.AlignRight
		case c.centre:
			align[i] = tw.AlignCenter
		default:
			align[i] = tw.AlignLeft
		}
	}
	cells := tw.CellConfig{
		Formatting:   tw.CellFormatting{AutoWrap: tw.WrapNormal, AutoFormat: tw.Off},
		Alignment:    tw.CellAlignment{PerColumn: align},
		ColMaxWidths: tw.CellWidth{PerColumn: limits},
	}
	return tablewriter.Config{Header: cells, Row: cells}
}

// The widths of characters do not depend on the user's locale.
func init() { twwidth.SetOptions(twwidth.Options{}) }

// standIns are the characters of a table that tablewriter would measure wrongly. Each
// is drawn as a rune of Unicode's last private plane, as often as the character has
// columns, and put back when the table is drawn.
type standIns []string

const firstStandIn, lastStandIn = 0x100000, 0x10fffd

// put replaces the characters that need it.
func (t *standIns) put(s string) string {
	if twwidth.Width(s) == len(s) {
		return s
	}
	var b strings.Builder
	c := displaywidth.StringGraphemes(s)
	for c.Next() {
		r, _ := utf8.DecodeRuneInString(c.Value())
		if c.Width() == twwidth.Width(c.Value()) && r < firstStandIn || firstStandIn+len(*t) > lastStandIn {
			b.WriteString(c.Value())
			continue
		}
		*t = append(*t, c.Value())
		b.WriteString(strings.Repeat(string(rune(firstStandIn+len(*t)-1)), c.Width()))
	}
	return b.String()
}

// back returns what puts the characters back.
func (t standIns) back() *strings.Replacer {
	var pairs []string
	for i, c := range t {
		pairs = append(pairs, strings.Repeat(string(rune(firstStandIn+i)), displaywidth.String(c)), c)
	}
	return strings.NewReplacer(pairs...)
}
