// Package date reads the dates of news prose ("on Wednesday", "earlier this
// month", "in early 2012", « mercredi 19 mars ») into intervals of days, relative to the day
// on which a text was published. It never reads the clock: without a dateline a
// relative date stays unknown.
package date
