package relate_test

import (
	"fmt"

	"factcheck/verify/relate"
)

func Example() {
	source := relate.Side{Text: "Officers said that the army killed 40 rebels in Bunia on Monday, as talks were held."}
	for _, statement := range []string{"The army killed 40 rebels in Bunia.", "The army killed 60 rebels in Bunia.", "The army left Bunia."} {
		r := relate.Judge(source, relate.Side{Text: statement})
		fmt.Println(r.Relation, r.Rules)
		for _, why := range r.Reasons {
			fmt.Println("  ", why.Kind, why.Note)
		}
	}
	// Output:
	// agrees [support.propositions]
	// contradicts [clash.slot.number]
	//    number “40” against “60”
	// silent []
}
