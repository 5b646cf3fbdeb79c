package cli

import (
	"context"
	"runtime"
	"sync"
)

// inOrder works on the items of next on several cores and hands the results to
// emit in the order of the items. At most a few items a core are held at a time,
// so that a stream of any length takes little memory. It ends at the first error
// of next or emit, or when ctx does. jobs of 0 is one a core.
func inOrder[T, R any](ctx context.Context, jobs int, next func() (T, bool, error), work func(T) R, emit func(R) error) error {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	ctx, cancel := context.WithCancel(ctx)
	type task struct {
		item T
		done chan R
	}
	tasks := make(chan task)
	order := make(chan chan R, 8*jobs)
	var nextErr error
	var wg sync.WaitGroup
	wg.Go(func() {
		defer close(order)
		defer close(tasks)
		for ctx.Err() == nil {
			item, ok, err := next()
			if err != nil || !ok {
				nextErr = err
				return
			}
			t := task{item, make(chan R, 1)}
			select {
			case order <- t.done:
			case <-ctx.Done():
				return
			}
			select {
			case tasks <- t:
			case <-ctx.Done():
				return
			}
		}
	})
	for range jobs {
		wg.Go(func() {
			for t := range tasks {
				t.done <- work(t.item)
			}
		})
	}
	err := emitAll(ctx, order, emit)
	cancel()
	wg.Wait()
	if err == nil {
		err = nextErr
	}
	return err
}

// emitAll hands on the results in order until the last, an error or the end of
// ctx.
func emitAll[R any](ctx context.Context, order <-chan chan R, emit func(R) error) error {
	for done := range order {
		select {
		case r := <-done:
			if err := emit(r); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}

// each returns a next function over a slice.
func each[T any](items []T) func() (T, bool, error) {
	i := -1
	return func() (item T, ok bool, err error) {
		i++
		if i >= len(items) {
			return item, false, nil
		}
		return items[i], true, nil
	}
}
