package lsp

import "encoding/json"

// What of the protocol is used, by the names that it has there.

type position struct {
	Line      uint32 `json:"line"`
	Character uint32 `json:"character"` // in units of the encoding that was agreed on
}

type span struct {
	Start position `json:"start"`
	End   position `json:"end"`
}

type location struct {
	URI   string `json:"uri"`
	Range span   `json:"range"`
}

type locationLink struct {
	Origin    span   `json:"originSelectionRange"`
	URI       string `json:"targetUri"`
	Range     span   `json:"targetRange"`
	Selection span   `json:"targetSelectionRange"`
}

type initializeParams struct {
	RootURI  string `json:"rootUri"`
	RootPath string `json:"rootPath"`
	Folders  []struct {
		URI string `json:"uri"`
	} `json:"workspaceFolders"`
	Capabilities struct {
		General struct {
			Encodings []string `json:"positionEncodings"`
		} `json:"general"`
		Window struct {
			Progress bool `json:"workDoneProgress"`
		} `json:"window"`
		Workspace struct {
			Diagnostics struct {
				Refresh bool `json:"refreshSupport"`
			} `json:"diagnostics"`
			Edit struct {
				DocumentChanges bool `json:"documentChanges"`
			} `json:"workspaceEdit"`
		} `json:"workspace"`
		TextDocument struct {
			Diagnostic *struct{} `json:"diagnostic"`
			Definition struct {
				Link bool `json:"linkSupport"`
			} `json:"definition"`
		} `json:"textDocument"`
	} `json:"capabilities"`
}

type textDocument struct {
	URI string `json:"uri"`
}

type openParams struct {
	TextDocument struct {
		URI        string `json:"uri"`
		LanguageID string `json:"languageId"`
		Version    int    `json:"version"`
		Text       string `json:"text"`
	} `json:"textDocument"`
}

type change struct {
	Range *span  `json:"range"` // nil: the whole text
	Text  string `json:"text"`
}

type changeParams struct {
	TextDocument struct {
		URI     string `json:"uri"`
		Version int    `json:"version"`
	} `json:"textDocument"`
	Changes []change `json:"contentChanges"`
}

type documentParams struct {
	TextDocument textDocument `json:"textDocument"`
}

type positionParams struct {
	TextDocument textDocument `json:"textDocument"`
	Position     position     `json:"position"`
}

type diagnosticParams struct {
	TextDocument textDocument `json:"textDocument"`
	Previous     string       `json:"previousResultId"`
}

type actionParams struct {
	TextDocument textDocument `json:"textDocument"`
	Range        span         `json:"range"`
	Context      struct {
		Only []string `json:"only"`
	} `json:"context"`
}

type cancelParams struct {
	ID json.RawMessage `json:"id"`
}

type severity int

const (
	severityError       severity = 1
	severityWarning     severity = 2
	severityInformation severity = 3
)

const tagUnnecessary = 1

type diagnostic struct {
	Range    span             `json:"range"`
	Severity severity         `json:"severity"`
	Code     string           `json:"code,omitempty"`
	About    *codeDescription `json:"codeDescription,omitempty"`
	Source   string           `json:"source"`
	Message  string           `json:"message"`
	Tags     []int            `json:"tags,omitempty"`
	Related  []related        `json:"relatedInformation,omitempty"`
	Data     string           `json:"data,omitempty"` // the fingerprint of the finding
}

type codeDescription struct {
	Href string `json:"href"`
}

type related struct {
	Location location `json:"location"`
	Message  string   `json:"message"`
}

type fullReport struct {
	Kind     string       `json:"kind"` // full
	ResultID string       `json:"resultId"`
	Items    []diagnostic `json:"items"`
}

type unchangedReport struct {
	Kind     string `json:"kind"` // unchanged
	ResultID string `json:"resultId"`
}

type publishParams struct {
	URI         string       `json:"uri"`
	Version     int          `json:"version"`
	Diagnostics []diagnostic `json:"diagnostics"`
}

type markup struct {
	Kind  string `json:"kind"`
	Value string `json:"value"`
}

type hover struct {
	Contents markup `json:"contents"`
	Range    span   `json:"range"`
}

type textEdit struct {
	Range span   `json:"range"`
	Text  string `json:"newText"`
}

type versioned struct {
	URI     string `json:"uri"`
	Version int    `json:"version"`
}

type documentEdit struct {
	TextDocument versioned  `json:"textDocument"`
	Edits        []textEdit `json:"edits"`
}

type workspaceEdit struct {
	Changes   map[string][]textEdit `json:"changes,omitempty"`
	Documents []documentEdit        `json:"documentChanges,omitempty"` // tell the version that they are of
}

type codeAction struct {
	Title       string        `json:"title"`
	Kind        string        `json:"kind"`
	Diagnostics []diagnostic  `json:"diagnostics,omitempty"`
	Preferred   bool          `json:"isPreferred,omitempty"`
	Edit        workspaceEdit `json:"edit"`
}

// The errors of the protocol that JSON-RPC does not have.
const (
	codeNotInitialized  = -32002
	codeRequestFailed   = -32803
	codeServerCancelled = -32802
	codeContentModified = -32801
	codeCancelled       = -32800
)

type messageParams struct {
	Type    severity `json:"type"` // 4 is a line for the log
	Message string   `json:"message"`
}
