package relate

// Judge returns the relation of a source and a statement.
func Judge(source, statement Side) Result { return Relate(Prepare(source), Prepare(statement)) }

// Relate returns the relation of two sides that were prepared.
func Relate(source, statement *Analysis) Result {
	r := decide(source, statement)
	if r.Relation != Agrees {
		r.noted(source, statement)
	}
	return r
}

// Retold relates a statement to passages of a document that its text is known to
// retell, in the order in which they were found: each part of it may be borne out by
// another of them, and less is asked before a difference is a clash. Result.Source is
// the passage that decided.
func Retold(passages []*Analysis, statement *Analysis) Result {
	r := compareAll(passages, statement, retells)
	if r.Relation == Contradicts {
		r.noted(passages[r.Source], statement)
	}
	return r
}

// Combined is Retold for a statement of which nobody knows whether it retells the
// document.
func Combined(passages []*Analysis, statement *Analysis) Result {
	r := compareAll(passages, statement, strict)
	if r.Relation == Contradicts {
		r.noted(passages[r.Source], statement)
	}
	return r
}

// decide compares two sides, word by word where they are almost the same, else by what
// they say.
func decide(source, statement *Analysis) Result {
	if !source.Related(statement) {
		return Result{}
	}
	if r, ok := judgeNear(source, statement); ok {
		if r.Relation != Agrees {
			return r
		}
		if _, exchanged := roles(source, statement); exchanged && !statement.off("standing.voice") {
			return Result{Alignment: r.Alignment, Rules: []string{"standing.voice"}}
		}
		stands := standing(source, statement)
		stands.Alignment = r.Alignment
		if stands.Relation == Agrees {
			stands.Rules = r.Rules
		}
		return stands
	}
	return compare(source, statement, strict)
}
