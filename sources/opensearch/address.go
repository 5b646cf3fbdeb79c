package opensearch

import (
	"fmt"
	"maps"
	"net"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Scheme is what an address of an archive on a cluster begins with.
const Scheme = "opensearch://"

// Is reports whether the name of an index is an address on a cluster, not a path. Any other
// address is taken for a wrong one of a cluster: twin "http:/news", which is a path.
func Is(name string) bool {
	return strings.HasPrefix(name, "opensearch:") || strings.Contains(name, "://")
}

// An Address says where an archive is kept and how it is reached:
//
//	opensearch://HOST[:PORT][,HOST[:PORT]...]/NAME[?OPTION=VALUE&...]
//
// Several hosts are nodes of one cluster: where one does not answer the next is asked.
type Address struct {
	Hosts    []string // with ports
	Name     string   // of the index on the cluster
	Plain    bool     // tls=off: without TLS
	CA       string   // ca=FILE: certificates that vouch for the hosts, in place of the system's
	Secret   string   // credentials=FILE: who asks; empty: what the environment says
	Timeout  time.Duration
	Shards   int // of an index that is made; what the cluster takes for usual where it is zero
	Replicas int // of an index that is made; -1: what the cluster takes for usual
}

const (
	usualPort    = "9200"
	usualTimeout = 30 * time.Second
)

// Parse reads an address.
func Parse(s string) (*Address, error) {
	rest, ok := strings.CutPrefix(s, Scheme)
	if !ok {
		return nil, fmt.Errorf("%w: it does not begin with %s", ErrAddress, Scheme)
	}
	rest, query, _ := strings.Cut(rest, "?")
	hosts, name, _ := strings.Cut(rest, "/")
	if strings.Contains(hosts, "@") {
		return nil, fmt.Errorf("%w: a name and a password do not belong in it", ErrAddress)
	}
	a := &Address{Name: strings.TrimSuffix(name, "/"), Timeout: usualTimeout, Replicas: -1}
	if !validName(a.Name) {
		return nil, fmt.Errorf("%w: %q is no name of an index: lower-case letters, digits, - and _", ErrAddress, a.Name)
	}
	for host := range strings.SplitSeq(hosts, ",") {
		at, err := withPort(host)
		if err != nil {
			return nil, err
		}
		a.Hosts = append(a.Hosts, at)
	}
	options, err := url.ParseQuery(query)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrAddress, err)
	}
	for _, option := range slices.Sorted(maps.Keys(options)) {
		if len(options[option]) > 1 {
			return nil, fmt.Errorf("%w: it gives %s twice", ErrAddress, option)
		}
		if err := a.set(option, options[option][0]); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// withPort reads a host: news.example, 10.0.0.7:9201, [::1]:9200.
func withPort(host string) (string, error) {
	u, err := url.Parse("https://" + host)
	if err != nil || u.Hostname() == "" || u.Host != host {
		return "", fmt.Errorf("%w: %q is no host", ErrAddress, host)
	}
	if u.Port() == "" {
		return strings.TrimSuffix(host, ":") + ":" + usualPort, nil
	}
	if n, err := strconv.ParseUint(u.Port(), 10, 16); err != nil || n == 0 {
		return "", fmt.Errorf("%w: %s is no port", ErrAddress, u.Port())
	}
	return host, nil
}

// set sets an option.
func (a *Address) set(option, value string) (err error) {
	count := func(least int) (n int) {
		if n, err = strconv.Atoi(value); err == nil && (n < least || n > 1024) {
			err = strconv.ErrRange
		}
		return n
	}
	switch option {
	case "tls":
		if a.Plain = value == "off"; !a.Plain && value != "on" {
			err = strconv.ErrSyntax
		}
	case "ca":
		a.CA, err = named(value)
	case "credentials":
		a.Secret, err = named(value)
	case "timeout":
		if a.Timeout, err = time.ParseDuration(value); err == nil && a.Timeout <= 0 {
			err = strconv.ErrRange
		}
	case "shards":
		a.Shards = count(1)
	case "replicas":
		a.Replicas = count(0)
	default:
		return fmt.Errorf("%w: there is no option %q: tls, ca, credentials, timeout, shards, replicas", ErrAddress, option)
	}
	if err != nil {
		return fmt.Errorf("%w: %s=%s: no value of this option", ErrAddress, option, value)
	}
	return nil
}

// named returns the name of a file, which must not be empty.
func named(file string) (string, error) {
	if file == "" {
		return "", strconv.ErrSyntax
	}
	return file, nil
}

// validName reports whether the cluster takes a name for one index: no list, no pattern, no
// name of its own.
func validName(name string) bool {
	return name != "" && len(name) <= 200 && !strings.ContainsRune("-_+.", rune(name[0])) && !strings.ContainsFunc(name, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' && r != '_' && r != '.'
	})
}

// near reports whether all hosts are this machine, by their names.
func (a *Address) near() bool {
	return !slices.ContainsFunc(a.Hosts, func(host string) bool {
		name, _, _ := net.SplitHostPort(host)
		return name != "localhost" && !net.ParseIP(name).IsLoopback()
	})
}

// urls returns the addresses of the hosts.
func (a *Address) urls() []string {
	scheme := "https://"
	if a.Plain {
		scheme = "http://"
	}
	urls := slices.Clone(a.Hosts)
	for i := range urls {
		urls[i] = scheme + urls[i]
	}
	return urls
}

// Credentials are who asks. They go to the hosts of the address and nowhere else.
type Credentials struct{ User, Password string }

// String hides the password from whoever prints it.
func (c Credentials) String() string { return c.User }

// GoString hides it too.
func (c Credentials) GoString() string { return c.User }

// ReadCredentials reads a file whose first line is NAME:PASSWORD.
func ReadCredentials(path string) (Credentials, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return Credentials{}, fmt.Errorf("%w: credentials=%w", ErrSecret, err)
	}
	line, _, _ := strings.Cut(string(data), "\n")
	user, password, ok := strings.Cut(strings.TrimPrefix(strings.TrimRight(line, "\r"), "\ufeff"), ":")
	if !ok || user == "" {
		return Credentials{}, fmt.Errorf("%s: %w: its first line is not NAME:PASSWORD", path, ErrSecret)
	}
	return Credentials{user, password}, nil
}
