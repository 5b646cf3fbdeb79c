package reader

import (
	"strings"
	"time"

	"factcheck/claims"
	"factcheck/claims/date"
)

// setMeta sets one field of a document's metadata by the name that archives and
// front matter use for it. Unknown names and empty values change nothing.
func setMeta(d *claims.Document, key, value string) {
	value = strings.Join(strings.Fields(value), " ")
	if value == "" {
		return
	}
	switch strings.ToLower(key) {
	case "id":
		d.ID = value
	case "title", "headline":
		d.Title = value
	case "subtitle", "standfirst", "description":
		d.Subtitle = value
	case "author", "byline":
		d.Author = value
	case "speaker":
		d.Speaker = value
	case "publisher", "source":
		d.Publisher = value
	case "url", "canonical":
		d.URL = value
	case "lang", "language":
		d.Lang = language(value)
	case "date", "published":
		if day := parseDay(value); day != 0 {
			d.Date = day
		} else {
			d.Warnings = append(d.Warnings, "cannot read the date "+strings.ToValidUTF8(clip(value, 40), "\uFFFD"))
		}
	}
}

// clip cuts s to at most n bytes.
func clip(s string, n int) string {
	if len(s) > n {
		return s[:n] + "..."
	}
	return s
}

// language returns the two-letter code of a language tag: "fr-CD" is "fr".
func language(tag string) string {
	tag, _, _ = strings.Cut(strings.ToLower(tag), "-")
	tag, _, _ = strings.Cut(tag, "_")
	switch tag {
	case "english", "anglais", "eng":
		return "en"
	case "french", "français", "francais", "fra", "fre":
		return "fr"
	case "c", "posix", "und", "mul", "zxx": // no language
		return ""
	}
	return tag
}

// parseDay reads the dates that metadata hold: ISO 8601 with or without a time,
// RFC 1123 and 822, and day, month name and year in any usual order, English or
// French: "26 May 2015", "March 6, 2021", "Wed, 19 Mar 2025 10:00:00 GMT",
// "1er avril 2024". Anything else is the zero Day.
func parseDay(s string) date.Day {
	s = strings.TrimSpace(s)
	if len(s) >= 10 && s[4] == '-' && s[7] == '-' && (len(s) == 10 || s[10] < '0' || s[10] > '9') {
		day, err := date.Parse(s[:10])
		if err == nil {
			return day
		}
	}
	if len(s) == 8 && strings.Trim(s, "0123456789") == "" {
		if t, err := time.Parse("20060102", s); err == nil {
			return date.Of(t.Year(), t.Month(), t.Day())
		}
	}
	var day, year int
	var month time.Month
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return c == ' ' || c == ',' || c == '\u00A0' || c == '-' || c == '.' }) {
		n, digits := leadingNumber(w)
		switch m := monthOf(w); {
		case m != 0 && month == 0:
			month = m
		case digits == 4 && len(w) == 4 && year == 0:
			year = n
		case digits > 0 && digits <= 2 && day == 0 && ordinal(w[digits:]):
			day = n
		}
	}
	if month == 0 {
		return 0
	}
	return date.Of(year, month, day)
}

// leadingNumber returns the number that w begins with and its digits, at most four.
func leadingNumber(w string) (n, digits int) {
	for digits < len(w) && digits < 5 && w[digits] >= '0' && w[digits] <= '9' {
		n = n*10 + int(w[digits]-'0')
		digits++
	}
	return n, digits
}

func ordinal(s string) bool {
	switch s {
	case "", "st", "nd", "rd", "th", "er":
		return true
	}
	return false
}

// months by the first letters that tell them apart, English and French.
var months = [...]struct {
	prefix string
	month  time.Month
}{
	{"jan", 1},
	{"fév", 2},
	{"fev", 2},
	{"feb", 2},
	{"mar", 3},
	{"apr", 4},
	{"avr", 4},
	{"may", 5},
	{"mai", 5},
	{"jun", 6},
	{"juin", 6},
	{"jul", 7},
	{"juil", 7},
	{"aug", 8},
	{"aoû", 8},
	{"aou", 8},
	{"sep", 9},
	{"oct", 10},
	{"nov", 11},
	{"dec", 12},
	{"déc", 12},
}

// monthOf returns the month that w names, zero if it names none; a weekday that
// begins like one (mardi) does not.
func monthOf(w string) time.Month {
	if w == "mardi" {
		return 0
	}
	for _, m := range months {
		if strings.HasPrefix(w, m.prefix) {
			return m.month
		}
	}
	return 0
}
