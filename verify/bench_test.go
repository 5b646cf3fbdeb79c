package verify_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"factcheck/claims"
	"factcheck/sources"
	"factcheck/sources/index"
	"factcheck/sources/reader"
	"factcheck/verify"
)

// BenchmarkCheckQuotations checks quotations of a made-up archive, one in three as
// it stands there, one with a word changed and one that nobody said.
func BenchmarkCheckQuotations(b *testing.B) {
	p := newPress(1)
	archive := p.archive(b, 400)
	var d strings.Builder
	for i := range 300 {
		said := p.said[p.r.IntN(len(p.said))]
		words := said.words
		switch i % 3 {
		case 1:
			words = strings.Replace(words, " the ", " no ", 1)
		case 2:
			words = p.sentence()
		}
		fmt.Fprintf(&d, "%s said: “%s”\n\n", said.speaker, words)
	}
	benchmarkCheck(b, archive, d.String())
}

// BenchmarkCheckClaims checks plain sentences of the archive, half of them with
// another number.
func BenchmarkCheckClaims(b *testing.B) {
	p := newPress(2)
	archive := p.archive(b, 400)
	var d strings.Builder
	for i := range 100 {
		s := p.told[p.r.IntN(len(p.told))]
		if i%2 == 0 {
			s = strings.Replace(s, "40", "70", 1)
		}
		d.WriteString(s + "\n\n")
	}
	benchmarkCheck(b, archive, d.String())
}

// benchmarkCheck reports statements a second, with an archive that was asked
// nothing before.
func benchmarkCheck(b *testing.B, x *index.Index, draft string) {
	docs, err := reader.Read("draft.txt", []byte(draft), reader.Options{Lang: "en"})
	if err != nil {
		b.Fatal(err)
	}
	statements := 0
	b.SetBytes(int64(len(draft)))
	b.ReportAllocs()
	for b.Loop() {
		r, err := verify.Check(context.Background(), sources.NewArchive(x, nil), []verify.Draft{{Path: "draft.txt", Document: docs[0]}}, verify.Options{Jobs: 1})
		if err != nil {
			b.Fatal(err)
		}
		statements += len(r.Findings)
	}
	b.ReportMetric(float64(statements)/b.Elapsed().Seconds(), "statements/s")
}

// A press writes articles: seeded, so that every run measures the same text.
type press struct {
	r    *rand.Rand
	said []struct{ speaker, words string }
	told []string
}

func newPress(seed uint64) *press { return &press{r: rand.New(rand.NewPCG(seed, 0))} }

var (
	benchPeople = strings.Split("Awa Diallo,Jonas Berg,Mireille Kasongo,Peter Okafor,Lena Haas,Samir Nader", ",")
	benchTowns  = strings.Split("Kasiki,Bunyakiri,Ortmark,Lodava,Sentrop,Mavira,Halden,Tirosa,Quelm,Nabuko", ",")
	benchWho    = strings.Split("the rebels,the mayor,the miners,a convoy,the farmers,two brigades,the doctors,the council,the traders,the teachers", ",")
	benchDid    = strings.Split("left,reached,closed,rebuilt,defended,lost,crossed,supplied,visited,feared", ",")
	benchWhat   = strings.Split("the bridge,the old mine,the harbour,the northern road,the airport,the hospital,the market,the border post,the school,the river", ",")
	benchWhy    = strings.Split("after a night of heavy rain,before the talks began,with the help of volunteers,in spite of the ban,because nobody had been paid,without a single shot,as the price of fuel doubled,when the power failed", ",")
)

func (p *press) pick(list []string) string { return list[p.r.IntN(len(list))] }

// sentence returns a sentence of some 15 words without its full stop.
func (p *press) sentence() string {
	s := fmt.Sprintf("%s of %s %s %s near %s %s", p.pick(benchWho), p.pick(benchTowns), p.pick(benchDid), p.pick(benchWhat), p.pick(benchTowns), p.pick(benchWhy))
	if p.r.IntN(2) == 0 {
		s += fmt.Sprintf(" and %d people waited", 10*(1+p.r.IntN(9)))
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// archive returns an index of n articles of twelve sentences, a third of them
// quoted.
func (p *press) archive(b *testing.B, n int) *index.Index {
	b.Helper()
	x := index.Memory()
	var entries []index.Entry
	for i := range n {
		var t strings.Builder
		for k := range 12 {
			s := p.sentence()
			if k%3 == 2 {
				who := p.pick(benchPeople)
				p.said = append(p.said, struct{ speaker, words string }{who, s})
				fmt.Fprintf(&t, "“%s,” %s said.\n\n", s, who)
				continue
			}
			p.told = append(p.told, s+".")
			t.WriteString(s + ".\n\n")
		}
		docs, err := reader.Read(fmt.Sprintf("a%d.txt", i), []byte(t.String()), reader.Options{Lang: "en"})
		if err != nil {
			b.Fatal(err)
		}
		entries = append(entries, index.Entry{Document: docs[0], Statements: claims.Extract(docs[0])})
	}
	if err := x.Add(entries); err != nil {
		b.Fatal(err)
	}
	return x
}
