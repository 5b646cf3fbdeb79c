package report

import (
	"io"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

// tablewriter draws the tables; the widths of the columns are decided here. Its
// own wrapping shrinks all columns alike and lets an unbroken run of wide
// characters push a table beyond the terminal, so cells come to it wrapped.

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
	widths := g.widths()
	var drawn strings.Builder
	t := tablewriter.NewTable(&drawn,
		tablewriter.WithRenderer(renderer.NewBlueprint(g.rendition())),
		tablewriter.WithConfig(g.config()),
	)
	heads := make([]string, len(g.columns))
	for i, c := range g.columns {
		heads[i] = g.cell(c.head, widths[i], 0, g.opt.theme().bold)
	}
	t.Header(heads)
	for _, r := range g.rows {
		cells := make([]string, len(r))
		for i, c := range g.columns {
			cells[i] = g.cell(r[i], widths[i], c.most, c.paint)
		}
		if err := t.Append(cells); err != nil {
			return err
		}
	}
	if err := t.Render(); err != nil {
		return err
	}
	for line := range strings.Lines(drawn.String()) {
		if _, err := io.WriteString(w, strings.TrimRight(line, " \n")+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// cell wraps one cell, keeps at most so many lines of its first part, and colours
// each line, so that no colour runs on into the next column.
func (g *grid) cell(s string, limit, most int, paint func(string) string) string {
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
		for _, l := range lines {
			if paint != nil && l != "" {
				l = paint(l)
			}
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n")
}

// rendition draws bars between columns and one line under the head.
func (g *grid) rendition() tw.Rendition {
	symbols := tw.NewSymbolCustom("factcheck").WithRow("─").WithColumn("│").WithCenter("┼").WithHeaderMid("┼").WithMidLeft("").WithMidRight("")
	if g.opt.ASCII {
		symbols = tw.NewSymbolCustom("factcheck").WithRow("-").WithColumn("|").WithCenter("+").WithHeaderMid("+").WithMidLeft("").WithMidRight("")
	}
	return tw.Rendition{
		Borders: tw.Border{Left: tw.Off, Right: tw.Off, Top: tw.Off, Bottom: tw.Off},
		Symbols: symbols,
		Settings: tw.Settings{
			Separators: tw.Separators{ShowHeader: tw.On, BetweenRows: tw.Off, BetweenColumns: tw.On},
			Lines:      tw.Lines{ShowHeaderLine: tw.On, ShowTop: tw.Off, ShowBottom: tw.Off},
		},
	}
}

// config turns off all that would change a cell.
func (g *grid) config() tablewriter.Config {
	align := make([]tw.Align, len(g.columns))
	for i, c := range g.columns {
		align[i] = tw.AlignLeft
		if c.right {
			align[i] = tw.AlignRight
		} else if c.centre {
			align[i] = tw.AlignCenter
		}
	}
	format := tw.CellFormatting{AutoWrap: tw.WrapNone, AutoFormat: tw.Off}
	return tablewriter.Config{
		Header: tw.CellConfig{Formatting: format, Alignment: tw.CellAlignment{PerColumn: align}},
		Row:    tw.CellConfig{Formatting: format, Alignment: tw.CellAlignment{PerColumn: align}},
		Behavior: tw.Behavior{
			TrimSpace: tw.Off, TrimLine: tw.Off, TrimTab: tw.Off,
		},
	}
}
