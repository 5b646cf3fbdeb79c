package report

import "factcheck/verify"

// Options says how a report looks. The zero value is plain text of 100 columns.
type Options struct {
	Width   int    // columns of tables and details; 0 is 100
	Colour  bool   // ANSI colours
	ASCII   bool   // no marks beyond ASCII
	Explain bool   // all evidence of every statement, not the decisive one of those that need attention
	Screen  bool   // the report goes to a terminal, which breaks long lines anywhere: they are broken at words
	Version string // of the program, for formats that name their tool
}

func (o Options) width() int {
	if o.Width <= 0 {
		return 100
	}
	return max(o.Width, 40)
}

func (o Options) theme() theme { return theme{on: o.Colour} }

// A theme colours text with the eight colours that every terminal maps to its
// own background; nothing is told by colour alone.
type theme struct{ on bool }

func (t theme) paint(code, s string) string {
	if !t.on || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (t theme) bold(s string) string    { return t.paint("1", s) }
func (t theme) faint(s string) string   { return t.paint("2", s) }
func (t theme) good(s string) string    { return t.paint("32", s) }
func (t theme) info(s string) string    { return t.paint("36", s) }
func (t theme) warning(s string) string { return t.paint("33", s) }
func (t theme) bad(s string) string     { return t.paint("31", s) }
func (t theme) removed(s string) string { return t.paint("9;31", s) }
func (t theme) added(s string) string   { return t.paint("4;32", s) }

// level returns the colour of a level.
func (t theme) level(l verify.Level) func(string) string {
	switch l {
	case verify.Error:
		return t.bad
	case verify.Warning:
		return t.warning
	case verify.Info:
		return t.info
	}
	return t.good
}

// Marks that need no colour.
type marks struct {
	levels   [4]string // ok, info, warning, error
	stances  [4]string // silent, agrees, contradicts, reports
	ellipsis string
	bar      string
	rule     string
	cross    string
	under    string
	arrow    string
	times    string // before the number of origins
	model    string // a reading model's verdict
}

func (o Options) marks() marks {
	if o.ASCII {
		return marks{levels: [4]string{"ok", "?", "!", "X"}, stances: [4]string{".", "+", "X", "~"}, ellipsis: "...", bar: "|", rule: "-", cross: "+", under: "^", arrow: "->", times: "x", model: "~"}
	}
	return marks{levels: [4]string{"✓", "?", "!", "✗"}, stances: [4]string{"·", "✓", "✗", "↻"}, ellipsis: "…", bar: "│", rule: "─", cross: "┼", under: "‾", arrow: "→", times: "×", model: "≈"}
}
