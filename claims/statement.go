package claims

import (
	"strings"
	"unicode"

	"factcheck/claims/date"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Kind says what is checked of a statement.
type Kind uint8

const (
	Claim Kind = iota // that it is so
	Quote             // that it was said, in these words
)

// String returns "claim" or "quote".
func (k Kind) String() string { return [...]string{"claim", "quote"}[k&1] }

// Form says how a statement stands in its text.
type Form uint8

const (
	Plain    Form = iota // in the publisher's own voice, or of whoever speaks the whole document
	Direct               // between quotation marks as a whole
	Mixed                // partly between quotation marks
	Indirect             // reported without quotation marks
)

// String returns "plain", "direct", "mixed" or "indirect".
func (f Form) String() string { return [...]string{"plain", "direct", "mixed", "indirect"}[f&3] }

// Commitment says what the reporting word makes of what is reported.
type Commitment uint8

const (
	Asserts Commitment = iota // said, confirmed; also: no reporting word at all
	Denies                    // denied, rejects, "an accusation Kigali denies"
	Neutral                   // asked, expects, doubts: neither
	Directs                   // ordered, promised, urged: about what shall be
)

// String returns "asserts", "denies", "neutral" or "directs".
func (c Commitment) String() string {
	return [...]string{"asserts", "denies", "neutral", "directs"}[c&3]
}

// A Statement is the unit that is checked: words of a document, and whose words
// they are. Spans count bytes of Document.Text.
type Statement struct {
	Kind        Kind
	Form        Form
	Spans       []text.Span // the content without its attribution, in order; more than one when the attribution interrupts it
	Quoted      []text.Span // the parts of it between quotation marks, marks excluded; nil if none
	Text        string      // the content: the spans' bytes, joined by a space, white space as in the document
	Sentence    text.Span   // the sentence or sentences around it, attribution included: what a person reads as its passage
	Attribution Attribution
	Topic       bool // the content is nothing said but what was spoken or thought of: "criticised [the plan]"; there is nothing in it to judge
}

// An Attribution is the whole chain from the mouth to the page.
type Attribution struct {
	Speaker   Speaker       // zero in the publisher's own voice
	Cue       Cue           // zero if nothing introduces the statement
	Tellers   []Speaker     // who passed it on, the one nearest to the speaker first: Doe, of “The mayor told us to go,” Doe said; nil if nobody did
	Via       []Outlet      // outlets that carry it, the one nearest to the speaker first: AFP, then Radio Okapi; nil if none is named
	Told      bool          // Via[0] was told directly ("told Reuters", "speaking to AFP")
	Publisher string        // of the document; empty if unknown
	Said      date.Interval // when it was said; zero if unknown
}

// A Speaker is who made a statement.
type Speaker struct {
	Text string    // the words of the mention: "he", "the rebel leader"; empty if nobody is named
	Span text.Span // of the mention
	Name string    // what it resolves to: "Corneille Nangaa"; empty if it stays anonymous
	Role string    // "leader of the Congo River Alliance"; empty if the text gives none
	Kind SpeakerKind
}

// SpeakerKind says what a speaker is.
type SpeakerKind uint8

const (
	Unknown      SpeakerKind = iota // nothing is known of it
	Person                          // somebody with a name
	Organisation                    // an agency, an army, a government, a company
	Place                           // a capital or a country that stands for its government
	Anonymous                       // "one officer", "security sources", "residents"
)

// A Cue is the reporting word or words.
type Cue struct {
	Text       string    // "told", "according to"; empty if there is none
	Span       text.Span // where it stands
	Lemma      string    // "tell"
	Commitment Commitment
	Class      CueClass
}

// CueClass says what a cue is an act of. Of the classes only speech and writing make
// a statement that is somebody's; the others are attitudes.
type CueClass = lexicon.Act

const (
	Speech     = lexicon.Speech     // said, told, denied, urged; also: no reporting word at all
	Writing    = lexicon.Writing    // wrote, "the report found that"
	Thought    = lexicon.Thought    // thinks, knows, fears
	Plan       = lexicon.Plan       // wants, plans
	Appearance = lexicon.Appearance // seems, appears
	Other      = lexicon.Other      // supported, charged
)

// An Outlet is a link of the chain between the speaker and the publisher.
type Outlet struct {
	Name string    // as resolved: "Radio Okapi"
	Span text.Span // of the mention
}

// Origin returns the name of whoever answers for the statement: the last outlet
// named in its chain before the publisher, else whoever passed it on last, else
// the named speaker or organisation that is no part of the publisher's own
// reporting, else the publisher. Empty if nothing at all is known.
func (a Attribution) Origin() string {
	if n := len(a.Via); n > 0 {
		return a.Via[n-1].Name
	}
	who := a.Speaker
	if n := len(a.Tellers); n > 0 {
		who = a.Tellers[n-1]
	}
	if who.Name != "" {
		return who.Name
	}
	return a.Publisher
}

// Span returns the smallest span that holds the statement's content.
func (s *Statement) Span() text.Span { return text.Cover(s.Spans) }

// Aside reports whether a plain statement of the text src is only a part of its sentence:
// what the writer says beside what he reports.
func (s *Statement) Aside(src string) bool {
	at := s.Span()
	return s.Form == Plain && strings.ContainsFunc(src[s.Sentence.Start:max(at.Start, s.Sentence.Start)]+src[min(at.End, s.Sentence.End):s.Sentence.End], unicode.IsLetter)
}

// Content joins the bytes that spans cover in src by single spaces.
func Content(src string, spans []text.Span) string {
	if len(spans) == 1 {
		return spans[0].In(src)
	}
	var b strings.Builder
	for i, s := range spans {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(s.In(src))
	}
	return b.String()
}
