package verify_test

import (
	"context"
	"testing"

	"factcheck/claims"
	"factcheck/sources"
	"factcheck/sources/index"
	"factcheck/verify"
)

// What no source bears out is shown beside the passage that comes nearest, with
// the words that it lacks, numbers and names first; it stays silent all the same.
func TestNearest(t *testing.T) {
	x := index.Memory()
	for _, d := range read(t, "mota.txt", []byte("The council of Mota will repair the northern bridge in spring. A ferry runs on Sundays.\n")) {
		if err := x.Add([]index.Entry{{Document: d, Statements: claims.Extract(d)}}); err != nil {
			t.Fatal(err)
		}
	}
	var drafts []verify.Draft
	for _, d := range read(t, "draft.txt", []byte("The council of Mota quietly sold the northern bridge to Veska.\n\nThe orchestra of Halden played well.\n")) {
		drafts = append(drafts, verify.Draft{Path: "draft.txt", Document: d})
	}
	r, err := verify.Check(context.Background(), sources.NewArchive(x, nil), drafts, verify.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Findings) != 2 {
		t.Fatalf("got %d findings, want 2", len(r.Findings))
	}
	near, far := r.Findings[0], r.Findings[1]
	if near.Verdict != verify.Unsupported || len(near.Evidence) != 1 || near.Evidence[0].Stance != verify.Silent {
		t.Fatalf("got %s with %d passages, want an unsupported statement with its nearest passage", near.Verdict, len(near.Evidence))
	}
	if want := "no source bears it out; the nearest passage lacks “Veska”, “quietly sold”"; near.Message != want {
		t.Errorf("got %q, want %q", near.Message, want)
	}
	if near.Stances != nil {
		t.Errorf("the nearest passage takes a stance: %v", near.Stances)
	}
	if far.Verdict != verify.Unsupported || far.Evidence != nil || far.Message != "no source speaks of it" {
		t.Errorf("got %s, %q with %d passages, want one that no source speaks of", far.Verdict, far.Message, len(far.Evidence))
	}
}
