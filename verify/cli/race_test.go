//go:build race

package cli

// raced says that the tests run under the race detector, where what a model computes takes
// forty times as long.
const raced = true
