package sources

import (
	"context"
	"iter"

	"factcheck/claims/translate"
	"factcheck/sources/index"
)

// A draft is asked for as a whole: an engine that is a network away answers a hundred
// questions in the time of one. Ahead must name what Quotations, Claims, Across, Echoes and
// Reviews ask; a question that nobody foresaw costs a journey of its own, and nothing else.

// Asked is what a statement of a draft will be looked up by.
type Asked struct {
	Lang, Quotation, Claim string // empty: nothing of the kind
	Limit                  int    // of the proposals
}

// Ahead tells the engine what a draft will ask.
func (a *Archive) Ahead(ctx context.Context, asked iter.Seq[Asked]) error {
	if _, near := a.engine.(*file); near {
		return nil
	}
	var questions []Question
	for k := range asked {
		if k.Quotation != "" {
			questions = append(questions, quotation(k.Quotation, k.Lang, k.Limit))
		}
		if k.Claim == "" {
			continue
		}
		questions = append(questions, question(k.Claim, k.Lang, k.Limit))
		other, err := a.otherThan(k.Lang)
		if err != nil {
			return err
		}
		if other != "" {
			questions = append(questions, question(translate.Query(k.Lang, k.Claim), other, k.Limit))
		}
	}
	return a.engine.Ahead(ctx, questions)
}

func question(words, lang string, limit int) Question {
	return Question{Kind: Claim, Query: index.Query{Text: words, Lang: lang}, Limit: limit}
}

func quotation(words, lang string, limit int) Question {
	return Question{Kind: Quotation, Query: index.Query{Text: words, Lang: lang}, Limit: limit}
}

// otherThan returns the other language that is read, empty if the archive has no text in it.
func (a *Archive) otherThan(lang string) (string, error) {
	other := translate.Other(lang)
	if other == "" {
		return "", nil
	}
	ok, err := a.engine.Speaks(other)
	if !ok || err != nil {
		return "", err
	}
	return other, nil
}
