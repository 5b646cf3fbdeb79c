package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"factcheck/sources"
	"factcheck/sources/index"
	"factcheck/sources/opensearch"
	"factcheck/verify/session"
)

// An index is a file, or stands on a cluster: --index opensearch://host/name. The commands ask
// both the same.

// A catalogue is what the index commands read of an archive.
type catalogue interface {
	Documents(f func(index.Info) bool) error
	Find(id string) (n uint32, ok bool, err error)
	Entries(numbers ...uint32) ([]index.Entry, error)
	Note() index.Note
	Close() error
}

// filler is an index that is open for writing.
type filler interface {
	sources.Filler
	Close() error
}

// The environment says who asks a cluster.
const (
	userVariable     = "FACTCHECK_OPENSEARCH_USER"
	passwordVariable = "FACTCHECK_OPENSEARCH_PASSWORD"
	hostVariable     = "FACTCHECK_OPENSEARCH_HOST" // where a password may go though the settings of a project name the place
)

// catalogue opens an index for reading.
func (c *console) catalogue(cfg *config, path string) (catalogue, error) {
	if opensearch.Is(path) {
		return c.cluster(cfg, path)
	}
	x, err := index.OpenWithin(path, c.wait)
	if err != nil {
		return nil, err
	}
	c.stale(path, x)
	return x, nil
}

// filler opens an index for writing, making it if there is none.
func (c *console) filler(ctx *cli.Context, cfg *config, path string) (filler, error) {
	if !opensearch.Is(path) {
		return index.OpenForWriting(path, c.wait)
	}
	addr, who, err := whoAsks(cfg, path)
	if err != nil {
		return nil, err
	}
	w, err := opensearch.OpenForWriting(c.ctx, addr, who)
	if err != nil {
		return nil, err
	}
	w.Told = c.say
	return w, nil
}

// cluster opens an archive on a cluster for reading. One that was opened before keeps its
// numbers, and all that is known of it unless it has changed.
func (c *console) cluster(cfg *config, path string) (*opensearch.Engine, error) {
	if old := c.clusters[path]; old != nil {
		e, err := old.Again(c.ctx)
		if err == nil {
			c.clusters[path] = e
		}
		return e, err
	}
	addr, who, err := whoAsks(cfg, path)
	if err != nil {
		return nil, err
	}
	e, err := opensearch.Open(c.ctx, addr, who)
	if err != nil {
		return nil, err
	}
	if by, _, _ := strings.Cut(e.Note().Reading, " "); by != sources.Reading {
		c.warn("%s was filled by another factcheck, which may have read other statements: factcheck index export, and index add under another name, reads them again", path)
	}
	if c.clusters == nil {
		c.clusters = map[string]*opensearch.Engine{}
	}
	c.clusters[path] = e
	return e, nil
}

// openCluster opens an archive on a cluster that must hold something.
func (c *console) openCluster(cfg *config, path string) (*session.Opened, error) {
	e, err := c.cluster(cfg, path)
	if err != nil {
		return nil, indexFault(path, err)
	}
	if n, _, _ := e.Newest(); n == 0 {
		return nil, fault("factcheck index add ARCHIVE --index "+shellWord(path), "the index %s holds no document", path)
	}
	c.note("index %s", path)
	return &session.Opened{Archive: sources.NewArchiveOn(e, sources.NewNames(cfg.sources())), State: e.State}, nil
}

// whoAsks reads an address and returns who asks there: the file of credentials that it names,
// else what the environment says. What the settings of a project name is somebody else's word,
// and is given a password only where the user has said that it may have it.
func whoAsks(cfg *config, path string) (*opensearch.Address, opensearch.Credentials, error) {
	var who opensearch.Credentials
	addr, err := opensearch.Parse(path)
	if err != nil {
		return nil, who, err
	}
	foreign := cfg.named && path == cfg.Index
	if addr.Secret != "" {
		if foreign {
			return nil, who, fault("name the file in the user's own settings or with --index, or set "+userVariable, "the settings of a project may not name a file of credentials")
		}
		who, err = opensearch.ReadCredentials(addr.Secret)
		return addr, who, err
	}
	who = opensearch.Credentials{User: os.Getenv(userVariable), Password: os.Getenv(passwordVariable)}
	if !foreign || who == (opensearch.Credentials{}) {
		return addr, who, nil
	}
	may := strings.Split(os.Getenv(hostVariable), ",")
	for _, host := range addr.Hosts {
		if !slices.Contains(may, host) {
			return nil, who, fault(hostVariable+"="+strings.Join(addr.Hosts, ",")+" says that it may", "the settings name %s, which may not have your password", host)
		}
	}
	return addr, who, nil
}

// clusterStats prints an archive on a cluster in numbers.
func clusterStats(out io.Writer, format, path string, e *opensearch.Engine) error {
	st, err := e.Stats()
	if err != nil {
		return err
	}
	if format == "json" {
		return json.NewEncoder(out).Encode(map[string]any{"index": path, "documents": st.Documents, "statements": st.Statements,
			"text_bytes": st.Text, "passages": st.Passages, "shards": st.Shards, "bytes": st.Bytes})
	}
	_, err = fmt.Fprintf(out, "index       %s\ndocuments   %d\nstatements  %d\ntext        %s\npassages    %d\nshards      %d\ncluster     %s\n",
		path, st.Documents, st.Statements, bytesName(st.Text), st.Passages, st.Shards, bytesName(st.Bytes))
	return err
}

// checkCluster reads all of an archive on a cluster and returns what is wrong.
func (c *console) checkCluster(cfg *config, path string) ([]string, error) {
	e, err := c.cluster(cfg, path)
	if err != nil {
		return nil, err
	}
	problems, astray, err := e.Check()
	if astray > 0 {
		c.say(fmt.Sprintf("%s: %d passages are of no document, and are not found: a writer is at work, or was broken off, and the next index add or remove sweeps them away", path, astray))
	}
	return problems, err
}

// namedIn returns the IDs of the documents that an argument names on a cluster.
func namedIn(e *opensearch.Engine, args []string) ([]string, error) {
	var ids []string
	for _, a := range args {
		found, err := e.Named(a)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, errUnknownDocument(a, nil)
		}
		ids = append(ids, found...)
	}
	return ids, nil
}

// clusterFaults are what can be wrong with an archive on a cluster, and what to do about it.
var clusterFaults = []struct {
	kind error
	hint string
}{
	{opensearch.ErrAddress, "opensearch://HOST:9200/NAME, with tls=off after ? where the cluster has no TLS"},
	{opensearch.ErrSecret, "the first line of the file that ?credentials= names is NAME:PASSWORD"},
	{opensearch.ErrOpen, "leave tls=off out; ?ca=FILE vouches for a certificate that the system does not know"},
	{opensearch.ErrUnreachable, "check host and port; a cluster without TLS needs ?tls=off, one whose certificate the system does not know ?ca=FILE"},
	{opensearch.ErrDenied, userVariable + " and " + passwordVariable + ", or ?credentials=FILE, say who asks"},
	{opensearch.ErrTimeout, "ask again, or give it more time: ?timeout=2m; factcheck index add goes on where it ended"},
	{opensearch.ErrPartial, "the cluster's health says which nodes are missing; nothing is said of a part of an archive"},
	{opensearch.ErrBlocked, "free the disk, or lift the setting that it names; what was written is whole, and factcheck index add goes on where it ended"},
	{opensearch.ErrBusy, "ask again when it has less to do; factcheck index add goes on where it ended"},
	{opensearch.ErrRefused, "a setting of the cluster or of the index is in the way: lift it, or make an index of another name"},
	{opensearch.ErrForeign, "check the name after the host: an archive is made by factcheck index add under a name that is free"},
	{opensearch.ErrChanged, "put it back; or fill an index of another name with factcheck index add"},
	{opensearch.ErrLarge, "split it, or keep it in an index in a file"},
	{opensearch.ErrGone, "somebody changed the archive meanwhile, or took longer than five minutes to read on: ask again"},
	{opensearch.ErrUnsupported, "an index in a file can: factcheck index export, and index add --index FILE"},
	{index.ErrNewer, "use the newer factcheck, or another name"},
	{index.ErrOlder, "factcheck index export of the older one, and factcheck index add under another name, make it anew"},
	{index.ErrDamaged, "factcheck index check says where; factcheck index remove and factcheck index add make a document anew"},
}

// clusterFault words what is wrong with an archive on a cluster; nil if the error is another.
func clusterFault(path string, err error) error {
	var at *opensearch.Fault
	if !opensearch.Is(path) && !errors.As(err, &at) && !errors.Is(err, opensearch.ErrUnsupported) {
		return nil
	}
	if errors.Is(err, index.ErrMissing) {
		return fault("factcheck index add ARCHIVE --index "+shellWord(path)+" makes it", "there is no index at %s", path)
	}
	for _, k := range clusterFaults {
		if errors.Is(err, k.kind) {
			return &failure{msg: plain(err), hint: k.hint, cause: err}
		}
	}
	return nil
}

// shellWord writes a word so that a shell takes it for one.
func shellWord(s string) string {
	if strings.ContainsAny(s, " &?*[];$`\"'()<>|") {
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
	}
	return s
}

// misaddressed returns the mistake of an index: that is to be on a cluster, where it is no address,
// or stands beside an archive: of files.
func (cfg *config) misaddressed() []mistake {
	if !opensearch.Is(cfg.Index) {
		return nil
	}
	m := mistake{line: max(1, cfg.lines[cfg.Index])}
	if _, err := opensearch.Parse(cfg.Index); err != nil {
		m.what, m.hint = "index: "+err.Error(), clusterFaults[0].hint
		return []mistake{m}
	}
	if len(cfg.Archive) > 0 {
		m.what, m.hint = archiveOnCluster(cfg.Index)
		return []mistake{m}
	}
	return nil
}

func archiveOnCluster(index string) (what, hint string) {
	return "archive: mirrors files in an index in a file, and index: names " + index, "leave archive: out and fill the cluster with factcheck index add, or give index: a file"
}

func errArchiveOnCluster(path string) error {
	what, hint := archiveOnCluster(path)
	return fault(hint, "%s", what)
}

func errNotOnCluster(what string) error {
	return clusterFault("", fmt.Errorf("%s: %w", what, opensearch.ErrUnsupported))
}
