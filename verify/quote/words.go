package quote

import (
	"strings"
	"sync"
)

// class is what a word is to a quotation's meaning, as a set of bits. A content
// word has none of the function bit.
type class uint16

const (
	function    class = 1 << iota // carries grammar, not content
	negation                      // turns the sense: not, never, sans
	modal                         // may, must, will
	hedge                         // perhaps, allegedly
	quantifier                    // all, most, few
	condition                     // if, unless, as long as (its first word)
	pronoun                       // stands for somebody: he, them
	determiner                    // opens a noun phrase: the, this, notre
	month                         // and weekdays
	unit                          // km, percent
	filler                        // um, well, euh
	subordinate                   // opens a clause of its own: because, which
	auxiliary                     // is, has, did
	remark                        // what editors put in brackets: sic, laughter
	common                        // content words that stand in every speech
)

// wordClasses lists folded words by class, one line a class and language.
// Contractions stand as the tokenizer cuts them.
var wordClasses = [...]struct {
	class class
	words string
}{
	// English
	{function | determiner, "the a an this that these those my your his her its our their some any each every another such"},
	{function | pronoun, "i you he she it we they me him them us mine yours hers ours theirs myself yourself himself herself itself ourselves themselves who whom whose one"},
	{function | pronoun, "this that these those somebody someone something everybody everyone everything anybody anyone anything there here"},
	{function, "of in on at to for from by with about into onto upon over under between among through during before after against toward towards within along across behind beyond per via as than like near off out up down around"},
	{function, "and or so also too just then now very really quite only even still yet ever how what when where why again else well both either own same other there here"},
	{function | auxiliary, "is are was were be been being am 's 're 'm do does did done doing has have had having 've 'd 'll get got getting gets gonna going wanna"},
	{function | negation, "not n't no never nor none nothing nobody neither nowhere without hardly barely scarcely rarely seldom cannot"},
	{function | modal | auxiliary, "may might can could will would shall should must ought ca wo sha 'll 'd"},
	{hedge, "perhaps maybe possibly probably likely allegedly reportedly apparently seemingly purportedly supposedly presumably potentially unlikely"},
	{function | quantifier, "all most many much few several some any every each both half more less fewer least only no none almost nearly everyone everybody nobody always never"},
	{function | condition | subordinate, "if unless except until provided whether assuming"},
	{function | subordinate, "because although though while since when whereas as but and who which that where so after before until once or whose whom"},
	{month, "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow"},
	{unit, "km kilometre kilometres kilometer kilometers mile miles metre metres meter meters percent % $ € £ dollar dollars euro euros pound pounds ton tons tonne tonnes kg hour hours minute minutes day days week weeks month months year years"},
	{function | filler, "um uh er ah oh well so yeah ok okay"},
	{remark, "sic laughter laughs applause cheers crosstalk pause ph booing emphasis added mine rires applaudissements"},
	{common, "be go goes went gone going come comes came coming say says said saying tell tells told know knows knew known think thinks thought thinking want wants wanted make makes made making take takes took taken look looks looking see seen saw seeing need needs needed work works working let lets put keep give gave given mean means happen happens happened talk talking believe hope feel love like try trying use used call called start started stop find found run running lot lots thing things something way ways people person man men woman women time times day days year years good great big bad better best new old right wrong long little sure ready able important different really country world place part point fact question case end back today tonight"},
	{common, "dire dit disent faire faut aller va vont venir voir voit vu savoir sait savons penser pense vouloir veut voulons croire prendre mettre donner parler choses chose gens homme femme temps jour jours annee annees bon bonne grand grande nouveau pays monde question fois"},
	// French
	{function | determiner, "le la les l' un une des du d' de ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs au aux"},
	{function | pronoun, "je j' tu il elle on nous vous ils elles moi toi lui eux se s' me m' te t' y en cela ceci ca celui celle ceux celles c' qui que qu' dont"},
	{function, "a dans en sur sous par pour avec vers chez entre contre depuis pendant comme plus tres aussi bien alors ainsi donc puis encore deja et ou mais"},
	{function | auxiliary, "est sont etait etaient sera seront suis sommes etes etre ete ai as avons avez ont avait avaient aura auront avoir fait"},
	{function | negation, "ne n' pas jamais rien personne aucun aucune ni non sans guere"},
	{function | modal, "peut peuvent pourrait pourraient doit doivent devrait devraient faut faudrait"},
	{hedge, "peut-etre probablement apparemment presumement semble presume"},
	{function | quantifier, "tous toutes tout toute chaque plusieurs quelques certains certaines moins beaucoup peu presque"},
	{function | condition | subordinate, "si sauf sinon"},
	{function | subordinate, "parce que qu' quand lorsque lorsqu' puisque puisqu' quoique tandis car et ou mais qui dont"},
	{month, "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche hier demain"},
	{unit, "kilometres euros heures jours semaines mois ans annees"},
}

// person gives each personal pronoun whom it stands for. Another person is
// another meaning; "it" and "they" may be one.
var persons = [...]string{"i me my mine myself je j' me m' moi mon ma mes", "we us our ours ourselves nous notre nos",
	"you your yours yourself yourselves tu toi ton ta tes vous votre vos", "he him his himself", "she her hers herself"}

// refusals end a gap that turns what follows it: "… refused to".
const refusals = "fail fails failed failing refuse refuses refused refusing deny denies denied denying decline declines declined avoid avoids avoided stop stops stopped prevent prevents prevented reject rejects rejected doubt doubts doubted refuse refusent refusons evite evitent nie nient dement"

// masks are brackets that stand for a word that is not to be printed.
const masks = "expletive censored redacted deleted inaudible unintelligible bleep beep n-word f-word s-word"

// conditions of more than one word, folded, that hedge or govern what follows.
var conditions = [...]string{"as long as", "so long as", "in case", "on condition", "provided that", "only if", "only when", "even if",
	"depending on", "if only", "a condition", "tant que", "a moins", "pourvu que", "au cas"}

// turned lists pairs of function words whose exchange reverses the sense.
var turned = [...][2]string{{"to", "from"}, {"with", "against"}, {"with", "without"}, {"for", "against"}, {"before", "after"}, {"over", "under"},
	{"up", "down"}, {"in", "out"}, {"on", "off"}, {"and", "or"}, {"above", "below"}, {"into", "from"}, {"avant", "apres"}, {"sur", "sous"},
	{"avec", "sans"}, {"pour", "contre"}, {"more", "less"}, {"plus", "moins"}, {"more", "fewer"}, {"most", "least"}}

var classTable = sync.OnceValue(func() map[uint64]class {
	m := make(map[uint64]class, 1024)
	for _, c := range wordClasses {
		for _, w := range strings.Fields(c.words) {
			m[hashWord(w)] |= c.class
		}
	}
	return m
})

var (
	personTable  = sync.OnceValue(func() map[uint64]byte { return numbered(persons[:]) })
	refusalTable = sync.OnceValue(func() map[uint64]byte { return numbered([]string{refusals}) })
	maskTable    = sync.OnceValue(func() map[uint64]byte { return numbered([]string{masks}) })
)

// class returns what the token is. What may be a month or a modal verb is a month
// where it begins with a capital that no sentence gives it: in May.
func (t token) class() class {
	c := classTable()[t.id]
	if c&month == 0 || c&modal == 0 {
		return c
	}
	if t.mark&titled != 0 && t.mark&stopped == 0 {
		return month
	}
	return c &^ month
}

// numbered maps the words of each line to its number, from 1.
func numbered(lines []string) map[uint64]byte {
	m := map[uint64]byte{}
	for n, line := range lines {
		for _, w := range strings.Fields(line) {
			m[hashWord(w)] = byte(n + 1)
		}
	}
	return m
}

var turnedTable = sync.OnceValue(func() map[[2]uint64]bool {
	m := make(map[[2]uint64]bool, 2*len(turned))
	for _, p := range turned {
		a, b := hashWord(p[0]), hashWord(p[1])
		m[[2]uint64{a, b}], m[[2]uint64{b, a}] = true, true
	}
	return m
})
