//go:build !nopdf

package reader

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// A PDF is taken apart by PDFium, compiled to WebAssembly: it sees the bytes of the file
// and nothing else of the machine, and a file that makes it fail fails alone. It starts
// with the first PDF. Compiling it takes seconds, so what was compiled is kept in the
// user's cache. What it tells, characters and their places, is put into the order in
// which people read by sheet.go.

// pdfs are the extensions by which a PDF is found in folders.
var pdfs = []string{".pdf"}

// What a PDF may take at most; more is an error.
const (
	mostPages  = 5000
	mostGlyphs = 1 << 19   // characters of a page
	mostWords  = 4 << 20   // of all pages
	mostRoom   = 256 << 20 // bytes in which PDFium works, beside those of the file
	longestPDF = 5 * time.Minute
)

// longestSheet is for how long a page may be read, and what stands before the first; a test has less.
var longestSheet = 30 * time.Second

// desk is where PDFs are read, one after the other.
var desk struct {
	sync.Mutex
	room
}

// engine is the one PDFium of the process. A cache that is damaged is thrown away; without
// any it only takes longer.
var engine = sync.OnceValues(func() (pdfium.Pool, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return startPDFium(nil)
	}
	dir = filepath.Join(dir, "factcheck", "pdfium")
	known, _ := os.ReadDir(dir)
	for range 2 {
		cache, err := wazero.NewCompilationCacheWithDir(dir)
		if err != nil {
			break
		}
		if pool, err := startPDFium(cache); err == nil {
			if len(known) == 0 {
				debug.FreeOSMemory() // compiling took 300 MB: a file may take as much again
			}
			return pool, nil
		}
		if os.RemoveAll(dir) != nil {
			break
		}
	}
	return startPDFium(nil)
})

// startPDFium compiles PDFium, or takes it from a cache.
func startPDFium(cache wazero.CompilationCache) (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithCloseOnContextDone(true)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	return webassembly.Init(webassembly.Config{
		Context: experimental.WithMemoryAllocator(context.Background(), &desk.room),
		MaxIdle: 1, MaxTotal: 1, RuntimeConfig: config, FSConfig: wazero.NewFSConfig(),
		Stdout: io.Discard, Stderr: io.Discard, RandomSource: rand.NewChaCha8([32]byte{}),
	})
}

// sheetsOf returns the pages of a PDF, and its title, empty if it names none.
func sheetsOf(data []byte) (sheets []sheet, title string, err error) {
	desk.Lock()
	defer desk.Unlock()
	defer desk.clear()
	desk.size = mostRoom + uint64(len(data))
	pool, err := engine()
	if err != nil {
		return nil, "", fmt.Errorf("PDFium does not start: %w", err)
	}
	p, err := pool.GetInstance(longestPDF)
	if err != nil {
		return nil, "", fmt.Errorf("PDFium does not start: %w", err)
	}
	end, ended, killed := time.Now().Add(longestPDF), atomic.Bool{}, make(chan bool)
	late := time.AfterFunc(longestSheet, func() {
		if ended.CompareAndSwap(false, true) {
			p.Kill()
			close(killed)
		}
	})
	sheets, title, err = sheetsIn(p, data, func() { late.Reset(min(longestSheet, time.Until(end))) })
	late.Stop()
	if !ended.CompareAndSwap(false, true) {
		<-killed // else what it takes down is used again
		return nil, "", fmt.Errorf("%w: a page takes more than %v, or all more than %v", ErrSwollen, longestSheet, longestPDF)
	}
	p.Close()
	if err != nil && desk.full {
		return nil, "", fmt.Errorf("%w: it takes more than %d MB to read", ErrSwollen, desk.size>>20)
	}
	return sheets, title, err
}

// sheetsIn reads the pages of a PDF with an instance of PDFium, and calls turn before each.
func sheetsIn(p pdfium.Pdfium, data []byte, turn func()) ([]sheet, string, error) {
	doc, err := p.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return nil, "", refusal(err)
	}
	count, err := p.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return nil, "", refusal(err)
	}
	if count.PageCount > mostPages {
		return nil, "", fmt.Errorf("%w: more than %d pages", ErrSwollen, mostPages)
	}
	sheets, words := make([]sheet, count.PageCount), 0
	for i := range sheets {
		turn()
		if sheets[i], err = sheetOf(p, doc.Document, i); err != nil {
			return nil, "", fmt.Errorf("page %d: %w", i+1, refusal(err))
		}
		if words += len(sheets[i].words); words > mostWords {
			return nil, "", fmt.Errorf("%w: more than %d million words", ErrSwollen, mostWords>>20)
		}
	}
	title := ""
	meta, err := p.GetMetaData(&requests.GetMetaData{Document: doc.Document, Tags: &[]string{"Title"}})
	if err == nil && len(meta.Tags) == 1 && titled(meta.Tags[0].Value) {
		title = meta.Tags[0].Value
	}
	return sheets, title, nil
}

// titled reports whether the title of a PDF is one: programs put the name of a file there.
func titled(s string) bool {
	return utf8.ValidString(s) && !strings.HasPrefix(s, "Microsoft ") && filepath.Ext(s) == "" && !strings.HasPrefix(strings.ToLower(s), "untitled")
}

// refusal names an error of PDFium.
func refusal(err error) error {
	switch {
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return ErrEncrypted
	case errors.Is(err, pdferrors.ErrFormat), errors.Is(err, pdferrors.ErrFile):
		return fmt.Errorf("%w: PDFium cannot open it", ErrBroken)
	case errors.Is(err, ErrSwollen):
		return err
	}
	what, _, _ := strings.Cut(err.Error(), "\n") // what follows is a trace
	return fmt.Errorf("%w: PDFium gives it up: %s", ErrBroken, what)
}

// sheetOf reads the words of a page.
func sheetOf(p pdfium.Pdfium, doc references.FPDF_DOCUMENT, index int) (sheet, error) {
	page := requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: index}}
	open, err := p.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
	if err != nil {
		return sheet{}, err
	}
	defer p.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: open.TextPage})
	count, err := p.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: open.TextPage})
	if err != nil {
		return sheet{}, err
	}
	if count.Count > mostGlyphs {
		return sheet{}, fmt.Errorf("%w: more than %d characters", ErrSwollen, mostGlyphs)
	}
	found, err := p.GetPageTextStructured(&requests.GetPageTextStructured{Page: page, Mode: requests.GetPageTextStructuredModeChars})
	if err != nil {
		return sheet{}, err
	}
	turn := uprightOf(found.Chars)
	glyphs := make([]glyph, 0, len(found.Chars))
	for i, c := range found.Chars {
		if c.Text != "" && turnOf(c.Angle) == turn {
			glyphs = append(glyphs, glyph{i, firstRune(c.Text), turned(c.PointPosition, turn)})
		}
	}
	s := sheet{}
	for _, w := range wordsOf(glyphs) {
		loose, err := p.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: open.TextPage, Index: w.first})
		if err != nil {
			continue
		}
		r := loose.Rect
		line := turned(responses.CharPosition{Left: float64(r.Left), Top: float64(r.Top), Right: float64(r.Right), Bottom: float64(r.Bottom)}, turn)
		w.box.top, w.box.bottom = line.top, line.bottom
		if weight, err := p.FPDFText_GetFontWeight(&requests.FPDFText_GetFontWeight{TextPage: open.TextPage, Index: w.first}); err == nil {
			w.bold = weight.FontWeight >= boldWeight
		}
		s.words = append(s.words, w)
	}
	return s, nil
}

// boldWeight is the weight of a font from which on it is bold.
const boldWeight = 600

// turnOf returns an angle as quarters of a turn, 0 to 3.
func turnOf(angle float64) int { return (int(math.Round(angle/(math.Pi/2)))%4 + 4) % 4 }

// uprightOf returns the turn in which most of the characters stand: the others are stamps
// at the edge of the page, and are left out.
func uprightOf(chars []*responses.GetPageTextStructuredChar) int {
	var count [4]int
	best := 0
	for _, c := range chars {
		if strings.TrimSpace(c.Text) != "" {
			count[turnOf(c.Angle)]++
		}
	}
	for i, n := range count {
		if n > count[best] {
			best = i
		}
	}
	return best
}

// turned returns the box of a character with the page so that its lines run from left to
// right.
func turned(p responses.CharPosition, turn int) box {
	switch turn {
	case 1:
		return box{left: -p.Top, right: -p.Bottom, top: p.Right, bottom: p.Left}
	case 2:
		return box{left: -p.Right, right: -p.Left, top: -p.Bottom, bottom: -p.Top}
	case 3:
		return box{left: p.Bottom, right: p.Top, top: -p.Left, bottom: -p.Right}
	}
	return box{left: p.Left, right: p.Right, top: p.Top, bottom: p.Bottom}
}
