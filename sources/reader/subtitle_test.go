package reader

import (
	"errors"
	"strings"
	"testing"

	"factcheck/claims/text"
)

const spokenSRT = "1\n00:00:01,000 --> 00:00:03,000\nThe pumps held\n<i>all night</i>\n\n2\n00:00:03,000 --> 00:00:05,000\nand nobody had to leave.\n\n3\n00:00:06,000 --> 00:00:07,000\n{\\an8}- Who said so?\n- The mayor, 5 &lt; 6.\n"

// TestSubtitles guards that a sentence is whole again, that another's words begin
// anew, and that nothing but words is text.
func TestSubtitles(t *testing.T) {
	for _, c := range []struct{ name, path, src, want string }{
		{"cues", "a.srt", spokenSRT, "The pumps held all night and nobody had to leave.|- Who said so?|- The mayor, 5 < 6."},
		{"voices", "a.vtt", "WEBVTT Mota\n\nNOTE no\n00\n\nSTYLE\n::cue { no }\n\nfirst\n00:01.000 --> 00:03.000 line:0\n<v Ines Dray>The pumps held.</v>\n\n00:03.000 --> 00:04.000\n<v Ines Dray>They will hold again</v>\n\n00:04.000 --> 00:05.000\n<v.loud Paul Hartwell>No.</v>\n",
			"Ines Dray: The pumps held.|They will hold again|Paul Hartwell: No."},
		{"labels", "a.srt", "1\r\n00:00:01,000 --> 00:00:03,000\r\nDRAY: The pumps held\r\n\r\n2\r\n00:00:03,000 --> 00:00:05,000\r\nHARTWELL: No.\r\n", "DRAY: The pumps held|HARTWELL: No."},
		{"somebody without a voice", "a.vtt", "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ines Dray>The pumps held\n\n00:03.000 --> 00:04.000\nall night.\n\n00:04.000 --> 00:05.000\nIt was not our fault.\n\n00:05.000 --> 00:06.000\nNor yours.\n\n00:06.000 --> 00:07.000\n<v Ines Dray>No.\n",
			"Ines Dray: The pumps held all night.|– It was not our fault.|Nor yours.|Ines Dray: No."},
		{"captions", "a.srt", "1\n00:00:01,000 --> 00:00:03,000\n>> INES DRAY: The pumps held.\n>> When?\n&gt;&gt;&gt; Good evening.\n> 5 is right.\n", "INES DRAY: The pumps held.|– When?|– Good evening.|> 5 is right."},
		{"by content", "a", "WEBVTT\n\n00:01.000 --> 00:03.000\nThe pumps held.\n", "The pumps held."},
	} {
		if got := blocks(read(t, c.path, c.src)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	if docs, err := Read("a.srt", []byte("The pumps held.\n"), Options{}); !errors.Is(err, ErrEmpty) {
		t.Errorf("no cue: %v, %v", docs, err)
	}
	d := read(t, "a.srt", spokenSRT)
	for words, want := range map[string]string{"night\nand": "night</i>\n\n2\n00:00:03,000 --> 00:00:05,000\nand", "5 < 6": "5 &lt; 6"} {
		at := strings.Index(d.Text, words)
		if at < 0 {
			t.Errorf("%q is not in %q", words, d.Text)
		} else if got := d.File(text.Span{Start: at, End: at + len(words)}).In(spokenSRT); got != want {
			t.Errorf("%q stands at %q, want %q", words, got, want)
		}
	}
	if d := read(t, "-", "<!-- note --> The pumps held.\n"); !strings.Contains(d.Text, "note") {
		t.Errorf("a comment is taken for a cue: %q", d.Text)
	}
}

func FuzzSubtitles(f *testing.F) {
	f.Add(spokenSRT)
	f.Add("1\n00:00:01,000 --> 00:00:03,000\n>>\n>>> <v A>\n&gt;&gt; b\n")
	f.Add("WEBVTT\n\n00:01.000 --> 00:03.000\n<v A>b<v><{\\}>\n- c:\n")
	f.Fuzz(func(t *testing.T, src string) {
		docs, _ := Read("a.vtt", []byte(src), Options{})
		checkDocuments(t, []byte(src), docs)
	})
}
