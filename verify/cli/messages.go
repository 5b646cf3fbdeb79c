package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"

	"factcheck/sources/reader"
	"factcheck/verify"
	"factcheck/verify/session"
)

// Every error that a user can meet is worded here: lower case, no full stop, and
// a hint that says what to type next.

// A failure is an error with a hint.
type failure struct {
	msg   string
	hint  string
	cause error // nil if there is none beneath
}

func (f *failure) Error() string { return f.msg }
func (f *failure) Unwrap() error { return f.cause }

// fault returns a failure. The hint may be empty where the message says it all.
func fault(hint, format string, args ...any) error {
	f := &failure{msg: fmt.Sprintf(format, args...), hint: hint}
	for _, a := range args {
		if err, ok := a.(error); ok {
			f.cause = err
		}
	}
	return f
}

// describe returns the message and the hint of an error. Errors of the packages
// below get their hint here.
func describe(err error) (msg, hint string) {
	var f *failure
	if errors.As(err, &f) {
		return f.msg, f.hint
	}
	var hinted interface{ Hint() string }
	if errors.As(err, &hinted) {
		hint = hinted.Hint()
	}
	return plain(err), hint
}

// shorten cuts what a message quotes.
func shorten(s string) string {
	if len(s) > 80 {
		return strings.ToValidUTF8(s[:80], "") + "…"
	}
	return s
}

// plain words an error of the file system as a person would: the operation goes,
// the path stays.
func plain(err error) string {
	var p *fs.PathError
	if !errors.As(err, &p) {
		return err.Error()
	}
	return display(p.Path) + ": " + reasonOf(err)
}

// reasonOf returns why a file could not be read or written, without its path.
func reasonOf(err error) string {
	var p *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "no such file or directory"
	case errors.Is(err, fs.ErrPermission):
		return "permission denied"
	case errors.As(err, &p):
		return strings.ToLower(p.Err.Error())
	}
	return err.Error()
}

// didYouMean words a suggestion, or returns otherwise when there is none.
func didYouMean(word string, names []string, otherwise string) string {
	if n := nearest(word, names); n != "" {
		return fmt.Sprintf("did you mean %s?", n)
	}
	return otherwise
}

// The command line.

// isThere reports whether a path names something.
func isThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// Values.

// Files.

func errRead(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fault("check the path; relative paths start in the current folder", "%s", plain(err))
	}
	if errors.Is(err, reader.ErrLarge) {
		return tooLarge(strings.TrimSuffix(plain(err), ": "+reader.ErrLarge.Error()))
	}
	if errors.Is(err, reader.ErrSpecial) {
		return fault("only files are read, and the standard input: pipe into factcheck ... -", "%s", plain(err))
	}
	if errors.Is(err, syscall.EISDIR) {
		return fault("name a file in it", "%s", plain(err))
	}
	if errors.Is(err, fs.ErrPermission) {
		return fault("let the user who runs factcheck read it, or leave it out", "%s", plain(err))
	}
	return fault("check that it is a file and can be read", "%s", plain(err))
}

// tooLarge words that something is larger than what is read.
func tooLarge(name string) error {
	return fault("--max-size 100MB reads it, --max-size 0 a file of any size", "%s: %v", name, reader.ErrLarge)
}

func errNoDrafts() error {
	return fault("factcheck verify draft.md, or name them under drafts: in .factcheck.yaml", "nothing to check: no file was given")
}

func errNoInput(cmd *cli.Command) error {
	return fault("usage: "+cmd.HelpName+" "+cmd.ArgsUsage, "nothing to read: no file was given")
}

func errEmptyInput() error {
	return fault("name a file; or the program before the pipe printed nothing, and an empty draft does not pass", "the standard input is empty")
}

func errNothingReadable(dir string, types []string) error {
	return fault("the types that are read: "+strings.Join(types, ", "), "%s: no file in it can be read", dir)
}

func errTwiceStdin() error {
	return fault("name - once", "the standard input can be read only once")
}

func errWrite(path string, err error) error {
	if errors.Is(err, syscall.ENOSPC) {
		return fault("free some space", "%s: cannot be written: %s", path, reasonOf(err))
	}
	return fault("check that the folder exists and may be written to", "%s: cannot be written: %s", path, reasonOf(err))
}

func errSameOutput(path string) error {
	return fault("give each report its own path", "two reports would be written to %s", path)
}

func errOutputIsInput(path string) error {
	return fault("choose another path for the report", "%s is read by this run and would be overwritten", path)
}

func errOutputIsSource(path string) error {
	return fault("choose a path for the report outside the archive", "%s would be read as a source by the next run", path)
}

func errAddress(address string) error {
	return fault("127.0.0.1:8333, or 127.0.0.1:0 for any port that is free", "%q is no address of this machine alone", shorten(address))
}

func errListen(address string, err error) error {
	var op *net.OpError
	if errors.As(err, &op) {
		err = op.Err
	}
	return fault("choose another port; port 0 is any that is free", "%s: %v", address, err)
}

func errWatch(err error) error {
	return fault("run it without --watch after a change", "changes are not noticed: %v", err)
}

func errWatchStdin() error {
	return fault("name files or folders", "--watch takes nothing that comes only once: no standard input and no --text")
}

// Streams of JSON.

func errLine(path string, line int, example string, err error) error {
	return fault("each line is one object, such as "+example, "%s:%d: %v", path, line, err)
}

// Names.

func errUnknownSource(name string, all []string) error {
	return fault(didYouMean(name, all, "factcheck sources lists them all"), "no source is called %q", name)
}

// sourceFault words an error of the session about a name, and leaves any other.
func sourceFault(err error) error {
	var several *session.Ambiguous
	if !errors.As(err, &several) {
		return err
	}
	name, fits := several.Typed, several.Fits
	const most = 8
	sort.Strings(fits)
	more := ""
	if len(fits) > most {
		more = fmt.Sprintf(" and %d more", len(fits)-most)
		fits = fits[:most]
	}
	return fault("type one of: "+strings.Join(fits, ", ")+more, "%q may be several sources", name)
}

// The settings.

func errMistake(path string, m mistake) error {
	return fault(m.hint, "%s:%d: %s", display(path), m.line, m.what)
}

// errGlob tells of a glob at a place: a line of the settings, or a flag.
func errGlob(place, glob string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fault("put a file there of a type that is read ("+joined(reader.Kinds())+"), or correct the path: it is relative to the folder of the settings, and ** matches any number of folders", "%s: %q names no file that can be read", place, glob)
	}
	return fault("such as archive/**/*.md", "%s: %q is not a glob: %v", place, shorten(glob), err)
}

// The index.

// display shortens a path for people: relative to the current folder where that
// is no longer.
func display(path string) string {
	if abs, err := filepath.Abs("."); err == nil {
		if rel, err := filepath.Rel(abs, path); err == nil && !strings.HasPrefix(rel, "..") {
			return rel
		}
	}
	return path
}

func errIsDir(path string) error {
	return fault("name a file in it: "+filepath.Join(path, "report"), "%s: is a folder", path)
}

// The reading models.

func errNoData(err error) error {
	return fault("set XDG_DATA_HOME to a folder", "no folder for the user's data: %v", err)
}

// The drafts.

// nothingChecked warns of a draft with n sentences none of which has a finding.
func nothingChecked(path string, n int) string {
	if n == 1 {
		return display(path) + ": nothing checked: its only sentence says nothing that could be; --explain shows why"
	}
	return fmt.Sprintf("%s: nothing checked: none of its %d sentences says anything that could be; --explain shows why", display(path), n)
}

func errEmptyText() error {
	return fault(`factcheck verify --text "The town has about 15,000 inhabitants."`, "--text is empty")
}

func errAllExcluded() error {
	return fault("look at --exclude, and at exclude: in .factcheck.yaml", "nothing to check: every file is excluded")
}

func errPatch(path string, err error) error {
	return fault("git diff BASE -- DRAFTS prints one", "%s: %v", path, err)
}

func errNoBaseline(path string, err error) error {
	if !errors.Is(err, fs.ErrNotExist) {
		return errRead(err)
	}
	return fault("factcheck baseline create --baseline "+display(path), "%s: %s", display(path), reasonOf(err))
}

func errBaseline(path string, err error) error {
	return fault("factcheck baseline create writes it anew once it is removed; or give another path", "%s: %v", display(path), err)
}

func errDirective(path string, data []byte, b verify.BadDirective) error {
	line := 1 + strings.Count(string(data[:min(len(data), max(0, b.Span.Start))]), "\n")
	if b.What == verify.NothingMarked {
		return fault("it stands on the line of what is checked, or on a line of its own before its paragraph", "%s:%d: a mark for review, and no statement that is checked", path, line)
	}
	hint := didYouMean(b.Word, []string{"off", "on", "ignore", "ignore-file", "review"}, "it is off RULE, on RULE, ignore RULE: reason, ignore-file, or review: rating")
	if b.What == "unknown rule" {
		hint = didYouMean(b.Word, verify.RuleNames(), "factcheck rules lists them all")
	}
	return fault(hint, "%s:%d: %s %q in a suppression", path, line, b.What, b.Word)
}

func errOutputNoPath(format string) error {
	extension := map[string]string{"table": "txt", "line": "txt", "github": "txt", "gitlab": "json", "rdjson": "json", "junit": "xml", "markdown": "md"}[format]
	if extension == "" {
		extension = format
	}
	return fault("--output "+format+"=report."+extension+", or --format "+format+" for the standard output; ./"+format+" if it is a path", "--output %s is a format without a path", format)
}

func errOutputFormat(name, output string, formats []string) error {
	hint := didYouMean(name, formats, "one of "+strings.Join(formats, ", ")+"; ./"+output+" if it is a path")
	return fault(hint, "unknown format %q", name)
}

// Search and quote.

// checkFault words an error of a check that nobody has worded yet.
func checkFault(err error) error {
	var f *failure
	if errors.As(err, &f) {
		return err
	}
	return sourceFault(indexFault("", err))
}

// quoteFault words what keeps a quotation from being looked up.
func quoteFault(err error) error {
	if !errors.Is(err, session.ErrNoQuotation) {
		return checkFault(unreadable(err))
	}
	return fault("give the words as they were quoted: a sentence, or a part of one", "no quotation was found in the text")
}

func errConfigThere(path string) error {
	return fault("factcheck config check, or remove it first", "%s is there already", display(path))
}

// nextAfterInit says what to do after config init: what is missing first.
func nextAfterInit(dir string, archive, drafts []string, texts, reports int) string {
	run := "factcheck verify"
	if dir != "." {
		run = "cd " + dir + " && " + run
	}
	switch {
	case texts == 0 && len(archive) == 0:
		return "next: name what drafts are checked against under archive: in " + display(filepath.Join(dir, configName)) + ", then: " + run
	case texts == 0:
		return "next: put texts to check against into " + folderOf(archive[0]) + ", then: " + run
	case reports == 0 && len(drafts) == 0:
		return "next: " + run + " DRAFT"
	case reports == 0:
		return "next: put a draft into " + folderOf(drafts[0]) + ", then: " + run
	}
	return "next: " + run
}

// folderOf returns the folder that a glob begins with.
func folderOf(glob string) string {
	folder, _, _ := strings.Cut(glob, "*")
	return filepath.ToSlash(filepath.Clean("./"+folder)) + "/"
}

func errNoConfig() error {
	return fault("factcheck config init writes one", "no %s here or above", configName)
}

func errEmptyPatch(path string) error {
	return fault("git diff BASE -- DRAFTS prints one; where nothing changed there is nothing to check", "%s: the patch is empty", display(path))
}
