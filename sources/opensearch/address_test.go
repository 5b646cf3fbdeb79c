package opensearch

import (
	"context"
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
		{"opensearch://a/news?tls=off&tls=on", "gives tls twice"},
		{"opensearch://a/news?ca=", "ca=: no value"},
		{"opensearch://a:65536/news", "65536 is no port"},
		{"opensearch://a:0/news", "0 is no port"},
		{"opensearch://a:/news", "[a:9200] news true 30s 0 -1"},
		{"opensearch://::1/news", `"::1" is no host`},
		{"opensearch://a b/news", `"a b" is no host`},
		{"opensearch://a#b/news", `"a#b" is no host`},
		{"opensearch://a/n\u00e9ws", "is no name of an index"},
		{"opensearch://a/my news", "is no name of an index"},
		{"opensearch://a/.news", "is no name of an index"},
		{"opensearch://a/..", "is no name of an index"},
		{"opensearch://a/news%2fsettings", "is no name of an index"},
		{"opensearch://a/news/_doc", "is no name of an index"},
		{"opensearch://a/<news-{now/d}>", "is no name of an index"},
		{"elasticsearch://a/news", "does not begin with"},
		{"OpenSearch://a/news", "does not begin with"},
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

// TestIs tells an address from a path: a misspelled address must not become a file of its name.
func TestIs(t *testing.T) {
	for name, want := range map[string]bool{
		"opensearch://a/news": true, "OpenSearch://a/news": true, "https://a:9200/news": true, "elasticsearch://a/news": true, "opensearch:a/news": true,
		"news.index": false, "opensearch/news": false, `C:\news`: false, "http:/news": false, "": false,
	} {
		if Is(name) != want {
			t.Errorf("Is(%q) is not %v", name, want)
		}
	}
}

// TestPlain lets no password out of the machine without TLS.
func TestPlain(t *testing.T) {
	for at, want := range map[string]bool{
		"127.0.0.1:9200/news?tls=off": true, "localhost/news?tls=off": true, "[::1]/news?tls=off": true, "search.example/news": true,
		"search.example/news?tls=off": false, "127.0.0.1,10.0.0.7/news?tls=off": false, "localhost.example/news?tls=off": false,
	} {
		addr, err := Parse(Scheme + at)
		if err != nil {
			t.Fatal(err)
		}
		for _, who := range []Credentials{{"desk", "open-sesame"}, {}} {
			c, err := dial(context.Background(), addr, who)
			if (err == nil) != (want || who == Credentials{}) {
				t.Errorf("%s as %q: %v", at, who.User, err)
			}
			if err == nil {
				c.close()
			}
		}
	}
}

func TestCredentials(t *testing.T) {
	path := filepath.Join(t.TempDir(), "who")
	for _, c := range []struct{ file, user, password string }{{"desk:a:b\r\nmore", "desk", "a:b"}, {"desk", "", ""}, {":x", "", ""}, {"\ufeffdesk:é \"%40\t ", "desk", "é \"%40\t "}, {"", "", ""}} {
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
