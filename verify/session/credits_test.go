package session

import (
	"context"
	"fmt"
	"path/filepath"
	"reflect"
	"testing"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/sources"
	"factcheck/sources/index"
)

// said are documents in which persons go by several names, and outlets too.
var said = []string{
	"“We are late,” said Odette Vagheni, the mayor of Butembo. The road was closed, Reuters reported.",
	"Mayor Vagheni said the road was closed. “Nobody was hurt,” said Paul Amani, a driver.",
	"“It was dark,” said Odette R. Vagheni. President Lubala told the Agence France-Presse that the bridge would open.",
	"“We sing,” said Odette Vagheni, a singer. “Not here,” Amani said.",
	"Walter Amani said that the market was empty. Paul Amani, the driver, said it was full, according to AFP.",
	"The bridge opened on Monday.",
	"“The bridge is open,” President Jean Lubala said. “At last,” said Vagheni.",
}

func shelved(t *testing.T) *sources.Archive {
	t.Helper()
	path := filepath.Join(t.TempDir(), "index")
	w, err := index.OpenForWriting(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	for i, text := range said {
		d := &claims.Document{ID: fmt.Sprintf("d%d", len(said)-i), Text: text, Lang: "en", Date: date.Day(20_000 + i), Publisher: []string{"Radio Lac", "Reuters", ""}[i%3]}
		if _, err := w.Add([]index.Entry{{Document: d, Statements: claims.Extract(d)}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Commit(); err != nil {
		t.Fatal(err)
	}
	w.Close()
	x, err := index.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return sources.NewArchive(x, sources.NewNames([]sources.Source{{Name: "Lake Radio", Aliases: []string{"Radio Lac"}}}))
}

// TestCreditsOf reads of each source what the whole archive says of it, and of a source that stands
// alone no document that does not credit it.
func TestCreditsOf(t *testing.T) {
	a, ctx := shelved(t), context.Background()
	whole, err := NewCredits(ctx, a)
	if err != nil {
		t.Fatal(err)
	}
	names, err := NamesOf(ctx, a)
	if err != nil || len(names) != len(whole.of) || len(names) < 6 {
		t.Fatalf("%q, %v, want the %d names of the whole", names, err, len(whole.of))
	}
	if len(whole.List) >= len(names) {
		t.Error("nobody goes by two names")
	}
	for _, name := range names {
		part, err := NewCreditsOf(ctx, a, name)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := part.Of(name), whole.Of(name); want == nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
		if got, want := words(t, part, a, name), words(t, whole, a, name); !reflect.DeepEqual(got, want) {
			t.Errorf("%s says %q, want %q", name, got, want)
		}
	}
	if part, _ := NewCreditsOf(ctx, a, "Jean Lubala"); len(part.documents) != 2 {
		t.Errorf("%d documents are read for Jean Lubala, want 2", len(part.documents))
	}
}

func words(t *testing.T, all *Credits, a *sources.Archive, name string) (list []string) {
	for f, err := range all.Said(context.Background(), a, name) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, f.Document.ID+": "+f.Statement.Text)
	}
	return list
}
