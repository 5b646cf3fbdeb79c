package index

// A Note is what an index keeps of where its documents come from. It is written in
// the transaction of a batch, so that it never says more than is there.
type Note struct {
	Reading string // how the documents were read and their statements found; empty: by a program that did not say
	Owner   string // whose files the index mirrors; empty: documents are added by hand
	Files   string // the owner's files when the last of them was added; empty: somebody must look at them
}

// Note returns the index's note.
func (x *Index) Note() Note { return x.manifest.note }

// Mark sets the note of an index in memory.
func (x *Index) Mark(n Note) { x.manifest.note = n }

// Note returns the note of the index, or the one that Mark set.
func (w *Writer) Note() Note { return w.note }

// Mark sets the note that the next batch is written with. Commit writes one without
// a batch only if it names Files: one that names none is right until a batch comes.
func (w *Writer) Mark(n Note) { w.note = n }

// Empty reports whether the index holds no document, the batch at hand included.
func (w *Writer) Empty() (bool, error) {
	if err := w.reopen(); err != nil {
		return false, err
	}
	return len(w.pending) == 0 && w.x.Stats().Documents == 0, nil
}
