package serve

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path"
	"strconv"
	"strings"

	"factcheck/claims/date"
	"factcheck/sources/index"
	"factcheck/sources/reader"
	"factcheck/verify"
	"factcheck/verify/report"
	"factcheck/verify/session"
)

// check checks a draft: the body is the file's bytes, its type told by its name.
func (s *Server) check(w http.ResponseWriter, r *http.Request) error {
	data, err := io.ReadAll(r.Body)
	if err != nil {
		return err
	}
	q := r.URL.Query()
	name := path.Base(strings.ReplaceAll(q.Get("name"), `\`, "/")) // no path of anybody's disk
	if q.Get("name") == "" || name == "/" || name == "." || name == ".." {
		name = "draft.md"
	}
	opt := reader.Options{}
	switch lang := q.Get("lang"); lang {
	case "en", "fr":
		opt.Lang = lang
	case "", "auto":
	default:
		return &problem{http.StatusBadRequest, "lang is en or fr"}
	}
	if day := q.Get("date"); day != "" {
		if opt.Date, err = date.Parse(day); err != nil {
			return &problem{http.StatusBadRequest, err.Error()}
		}
	}
	drafts, err := s.opt.Session.Read(name, data, opt)
	if err != nil && len(drafts) == 0 {
		return err
	}
	if err != nil {
		drafts = append(drafts, verify.Draft{Path: name, Err: err})
	}
	found, err := s.opt.Session.Check(r.Context(), drafts, session.Options{Kept: q.Get("kept") == "1", Strict: q.Get("strict") == "1"})
	if err != nil {
		return err
	}
	look := report.Options{Version: s.opt.Version}
	if q.Get("format") != "page" {
		return whole(w, func(b io.Writer) error { return report.Write(b, "json", found.Report, look) })
	}
	var page bytes.Buffer
	if err := report.Write(&page, "html", found.Report, look); err != nil {
		return err
	}
	id, hash := s.reports.put(page.Bytes())
	return json.NewEncoder(w).Encode(map[string]string{"id": id, "hash": hash, "summary": summary(found.Report)})
}

// summary says what was found, and that nothing was where no sentence could be checked: a
// page without a mark would look like praise.
func summary(r *verify.Report) string {
	sentences := 0
	for i := range r.Drafts {
		sentences += len(r.Drafts[i].Unchecked)
	}
	if len(r.Findings) > 0 || sentences == 0 {
		return report.Summary(r)
	}
	return fmt.Sprintf("Nothing was checked: none of %d sentences has a statement that can be.", sentences)
}

// body reads what was sent.
func body(w http.ResponseWriter, r *http.Request, most int64) ([]byte, *problem) {
	var data []byte
	err := error(&http.MaxBytesError{Limit: most})
	if r.ContentLength <= most { // what says that it is longer is not waited for
		data, err = io.ReadAll(http.MaxBytesReader(w, r.Body, most))
	}
	var long *http.MaxBytesError
	switch {
	case errors.As(err, &long):
		w.Header().Set("Connection", "close")
		return nil, &problem{http.StatusRequestEntityTooLarge, "longer than " + strconv.FormatInt(most>>20, 10) + " MB"}
	case err != nil:
		return nil, &problem{http.StatusBadRequest, "the request broke off"}
	case len(data) == 0:
		return nil, &problem{http.StatusBadRequest, "nothing was sent"}
	}
	return data, nil
}

// whole writes an answer once it is whole: an error halfway has its own status.
func whole(w io.Writer, f func(io.Writer) error) error {
	var b bytes.Buffer
	if err := f(&b); err != nil {
		return err
	}
	w.Write(b.Bytes()) //nolint:errcheck // the browser has gone
	return nil
}

// field returns a parameter that is not too long.
func field(value string) (string, error) {
	if len(value) > mostField {
		return "", &problem{http.StatusRequestEntityTooLarge, "longer than " + strconv.Itoa(mostField>>10) + " KB"}
	}
	return strings.TrimSpace(value), nil
}

func (s *Server) search(w http.ResponseWriter, r *http.Request) error {
	words, err := field(r.URL.Query().Get("q"))
	if err != nil {
		return err
	}
	if words == "" {
		return &problem{http.StatusBadRequest, "nothing is looked for"}
	}
	a, release, err := s.opt.Session.Archive(r.Context(), "")
	if err != nil {
		return err
	}
	defer release()
	found, err := session.Search(a, index.Query{Text: words}, 20, "")
	if err != nil {
		return err
	}
	return whole(w, func(b io.Writer) error { return report.Search(b, "json", found, report.Options{}) })
}

func (s *Server) quote(w http.ResponseWriter, r *http.Request) error {
	data, err := io.ReadAll(r.Body)
	if err != nil {
		return err
	}
	var in struct{ Words, By string }
	if json.Unmarshal(data, &in) != nil {
		return &problem{http.StatusBadRequest, `the body is {"words": "...", "by": "..."}`}
	}
	words, err := field(session.Quoted(in.Words))
	if err != nil {
		return err
	}
	by, err := field(in.By)
	if err != nil {
		return err
	}
	if words == "" {
		return &problem{http.StatusBadRequest, "no words are quoted"}
	}
	found, _, err := s.opt.Session.Quote(r.Context(), "", session.Quotation{Words: words, By: by})
	if err != nil {
		return err
	}
	return whole(w, func(b io.Writer) error {
		return report.Write(b, "json", found, report.Options{Version: s.opt.Version})
	})
}

// mostSources is how many sources are listed.
const mostSources = 200

func (s *Server) sources(w http.ResponseWriter, r *http.Request) error {
	part, err := field(r.URL.Query().Get("name"))
	if err != nil {
		return err
	}
	all, err := s.opt.Session.Credits(r.Context(), "")
	if err != nil {
		return err
	}
	names := all.Names()
	if part != "" {
		a, release, err := s.opt.Session.Archive(r.Context(), "")
		if err != nil {
			return err
		}
		names = a.Names().Typed(part, names)
		release()
	}
	var list []*report.Credited
	for _, n := range names[:min(len(names), mostSources)] {
		list = append(list, all.Of(n))
	}
	return whole(w, func(b io.Writer) error { return report.Sources(b, "json", list, report.Options{}) })
}

func (s *Server) schema(w http.ResponseWriter, _ *http.Request) error {
	_, err := io.WriteString(w, report.JSONSchema)
	return err
}
