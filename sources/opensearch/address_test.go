package opensearch

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestParse reads addresses, each with a twin that is none.
func TestParse(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"opensearch://search.example/news", "[search.example:9200] news true 30s 0 -1"},
		{"opensearch://a:1,b:2/news?shards=3&replicas=0&timeout=2m&tls=off", "[a:1 b:2] news false 2m0s 3 0"},
		{"opensearch://[::1]:9200/news_2025-03.v1/", "[[::1]:9200] news_2025-03.v1 true 30s 0 -1"},
		{"opensearch://a/News", "is no name of an index"},
		{"opensearch://a/one,two", "is no name of an index"},
		{"opensearch://a/*", "is no name of an index"},
		{"opensearch://a/_all", "is no name of an index"},
		{"opensearch://a", "is no name of an index"},
		{"opensearch:///news", `"" is no host`},
		{"opensearch://a,/news", `"" is no host`},
		{"opensearch://u:secret@a/news", "do not belong in it"},
		{"opensearch://a/news?tsl=off", `no option "tsl"`},
		{"opensearch://a/news?tls=no", "tls=no: no value"},
		{"opensearch://a/news?timeout=5", "timeout=5: no value"},
		{"opensearch://a/news?shards=0", "shards=0: no value"},
		{"elasticsearch://a/news", "does not begin with"},
	} {
		a, err := Parse(c.in)
		got := fmt.Sprint(err)
		if err == nil {
			got = fmt.Sprint(a.Hosts, a.Name, !a.Plain, a.Timeout, a.Shards, a.Replicas)
		}
		if !strings.Contains(strings.ReplaceAll(got, " ", ""), strings.ReplaceAll(c.want, " ", "")) {
			t.Errorf("%s: got %s, want %s", c.in, got, c.want)
		}
		if strings.Contains(got, "secret") {
			t.Errorf("%s: the password is told: %s", c.in, got)
		}
	}
}

func TestCredentials(t *testing.T) {
	path := filepath.Join(t.TempDir(), "who")
	for _, c := range []struct{ file, user, password string }{{"desk:a:b\r\nmore", "desk", "a:b"}, {"desk", "", ""}, {":x", "", ""}} {
		if err := os.WriteFile(path, []byte(c.file), 0o600); err != nil {
			t.Fatal(err)
		}
		who, err := ReadCredentials(path)
		if who.User != c.user || who.Password != c.password || (err == nil) != (c.user != "") {
			t.Errorf("%q: %s, %v", c.file, who, err)
		}
		if s := fmt.Sprintf("%v %+v %#v %s", who, who, who, who); c.password != "" && strings.Contains(s, c.password) {
			t.Errorf("the password is printed: %s", s)
		}
	}
}

// TestSpelled spells terms so that the cluster takes each for one, and no two for the same.
func TestSpelled(t *testing.T) {
	seen := map[string]string{}
	for _, term := range []string{"rebel", "\x01agence france-presse", "\x01agence_france-presse", "a|b", "a%b", "a%7c.b", "a\u2003b", "a\u00a0b", "\x04en", strings.Repeat("long ", 100), strings.Repeat("long ", 101)} {
		s := spelled(term)
		if len(s) > longestTerm || strings.ContainsAny(s, "| \t") || len(strings.Fields(s)) != 1 {
			t.Errorf("%q is spelled %q", term, s)
		}
		if other, ok := seen[s]; ok {
			t.Errorf("%q and %q are spelled %q", term, other, s)
		}
		seen[s] = term
	}
}
