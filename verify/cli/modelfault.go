package cli

import (
	"context"
	"errors"
	"io/fs"
	"syscall"

	"factcheck/verify/entail"
)

// What can be wrong with a reading model, and what to do about it.

func errUnknownModel(name string, all []string) error {
	hint := "factcheck model add DIR imports one"
	if len(all) > 0 {
		hint = didYouMean(name, all, "installed: "+joined(all))
	}
	return fault(hint, "no reading model is called %q", name)
}

func errWhichModel(all []string) error {
	if len(all) == 0 {
		return fault("factcheck model add DIR imports one", "no reading model is installed")
	}
	return fault("--model NAME; installed: "+joined(all), "there are %d reading models", len(all))
}

func errModelName(name string) error {
	return fault("--name my-model", "%q cannot be the name of a model", name)
}

func errNoPairs(path string) error {
	return fault("each line is one object, with source, statement and label", "%s: no pair in it", display(path))
}

// modelFault words an error of a reading model and says what to do about it.
func modelFault(name string, err error) error {
	var hint string
	switch {
	case err == nil:
		return nil
	case errors.Is(err, context.Canceled):
		return err
	case errors.Is(err, entail.ErrLabels):
		hint = "name them in the order of the answers: --labels entailment,neutral,contradiction"
	case errors.Is(err, entail.ErrDamaged) || errors.Is(err, entail.ErrForeign):
		hint = "factcheck model add DIR imports it anew"
	case errors.Is(err, entail.ErrNewer):
		hint = "use the newer factcheck, or factcheck model add DIR with this one"
	case errors.Is(err, fs.ErrNotExist):
		return errRead(err)
	case errors.Is(err, syscall.ENOSPC):
		hint = "free some space: a model takes about a byte for each of its weights"
	case errors.Is(err, fs.ErrPermission):
		hint = "check that the folder may be read and written to"
	default:
		hint = "a folder with config.json, tokenizer.json and model.safetensors of a BERT or DeBERTa taught inference, such as cross-encoder/nli-deberta-v3-xsmall"
	}
	return fault(hint, "%s: %s", display(name), plain(err))
}
