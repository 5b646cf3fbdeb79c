(function () {
  "use strict";
  // Finding n has an article #f<n>, a reference #s<n> in the draft, marks and a row
  // of the matrix with data-f=n. One finding is current; its article is shown.
  var one = function (s) { return document.querySelector(s); };
  var all = function (s) { return Array.prototype.slice.call(document.querySelectorAll(s)); };
  var panel = one("#evidence"), hint = one("#hint"), status = one("#status"), reset = one("#all");
  var picker = one("#source"), keys = one("#keys");
  var refs = all(".ref"), articles = all(".finding"), chips = all(".chip");
  var order = refs.map(function (r) { return +r.dataset.f; });
  var current = 0;
  var marks = {}; // of each finding, and its row
  all("mark[data-f], tr[data-f]").forEach(function (e) { (marks[e.dataset.f] = marks[e.dataset.f] || []).push(e); });

  function ref(n) { return document.getElementById("s" + n); }
  function article(n) { return document.getElementById("f" + n); }
  function off(n) { var a = article(n); return !a || a.classList.contains("off"); }
  function flag(n, on) {
    if (!n) { return; }
    article(n).classList.toggle("current", on);
    if (ref(n)) { ref(n).classList.toggle("current", on); }
    (marks[n] || []).forEach(function (e) { e.classList.toggle("current", on); });
  }

  // fill parses an article when it is first needed: what stands in noscript is text
  // to a browser with a script, and 2,000 findings open in a fraction of the time.
  // It was escaped as HTML like the rest of the page.
  function fill(a) {
    var n = a.querySelector("noscript");
    if (n) { a.innerHTML = n.textContent; }
  }
  window.addEventListener("beforeprint", function () { articles.forEach(fill); });

  // inView scrolls as little as needed, clear of the bar and of the evidence.
  function inView(e) {
    var top = 24, bottom = window.innerHeight - 60, r = e.getBoundingClientRect();
    if (window.innerWidth <= 960 && panel.classList.contains("open")) { bottom = window.innerHeight * 0.36; }
    if (r.top < top || r.bottom > bottom) { window.scrollBy(0, r.top - (top + bottom) / 2); }
  }

  function select(n, focus) {
    if (!article(n)) { return; }
    flag(current, false);
    current = n;
    fill(article(n));
    flag(n, true);
    hint.hidden = true;
    panel.classList.add("open");
    document.body.classList.add("reading");
    panel.scrollTop = 0;
    if (focus === "evidence") { article(n).focus({ preventScroll: true }); }
    if (focus === "draft" && ref(n)) { ref(n).focus({ preventScroll: true }); }
    if (ref(n)) { inView(ref(n)); }
  }

  function close() {
    var n = current;
    flag(n, false);
    current = 0;
    hint.hidden = false;
    panel.classList.remove("open");
    document.body.classList.remove("reading");
    if (n && ref(n)) { ref(n).focus({ preventScroll: true }); }
  }

  // step moves to the next finding that is shown, from where the reader is.
  function step(by) {
    var here = document.activeElement && document.activeElement.classList.contains("ref") ? +document.activeElement.dataset.f : current;
    var i = order.indexOf(here);
    if (i < 0) { i = by > 0 ? -1 : order.length; }
    for (i += by; i >= 0 && i < order.length; i += by) {
      if (!off(order[i])) { select(order[i], "draft"); return; }
    }
  }

  function filter() {
    var shown = {}, count = 0, source = picker ? picker.value : "", whole = source === "";
    chips.forEach(function (c) {
      shown[c.dataset.verdict] = c.getAttribute("aria-pressed") === "true";
      whole = whole && shown[c.dataset.verdict];
    });
    var hidden = {};
    articles.forEach(function (a) {
      var yes = shown[a.dataset.v] !== false && (source === "" || (" " + a.dataset.s).indexOf(" " + source + " ") >= 0);
      a.classList.toggle("off", !yes);
      hidden[a.dataset.f] = !yes;
      if (yes) { count++; }
    });
    all("mark[data-f], .ref, tr[data-f]").forEach(function (e) { e.classList.toggle("off", hidden[e.dataset.f]); });
    reset.hidden = whole;
    status.textContent = count + " of " + articles.length + " statements shown";
    if (current && off(current)) { flag(current, false); current = 0; hint.hidden = false; panel.classList.remove("open"); }
  }

  document.addEventListener("click", function (e) {
    var t = e.target.closest("a[href^='#s'], a[href^='#f'], mark[data-f], .chip, .name");
    if (!t) { return; }
    var to = /^#([sf])(\d+)$/.exec(t.getAttribute("href") || "");
    if (t.matches(".chip")) {
      t.setAttribute("aria-pressed", t.getAttribute("aria-pressed") === "true" ? "false" : "true");
      filter();
    } else if (t.matches(".name")) {
      picker.value = picker.value === t.dataset.source ? "" : t.dataset.source;
      filter();
    } else if (t.matches("mark")) {
      if (!t.classList.contains("off") && !String(window.getSelection())) { select(+t.dataset.f, "draft"); }
    } else if (to) {
      e.preventDefault();
      select(+to[2], to[1] === "s" || e.detail > 0 ? "draft" : "evidence");
    }
  });

  document.addEventListener("keydown", function (e) {
    if (e.ctrlKey || e.altKey || e.metaKey || e.defaultPrevented) { return; }
    if (e.key === "Escape" && current) { close(); return; }
    if (!keys.checked || e.target !== document && e.target.matches("input, select, textarea")) { return; }
    if (e.key === "j") { step(1); }
    if (e.key === "k") { step(-1); }
  });

  one("#prev").addEventListener("click", function () { step(-1); });
  one("#next").addEventListener("click", function () { step(1); });
  one("#close").addEventListener("click", close);
  if (picker) { picker.addEventListener("change", filter); }
  reset.addEventListener("click", function () {
    chips.forEach(function (c) { c.setAttribute("aria-pressed", "true"); });
    if (picker) { picker.value = ""; }
    filter();
  });

  // What the address names, else on a wide screen the worst finding.
  function begin() {
    var to = /^#[sf](\d+)$/.exec(location.hash);
    if (to) { select(+to[1], ""); return; }
    if (window.innerWidth <= 960) { return; }
    var worst = one(".finding.error") || one(".finding.warning") || one(".finding");
    if (worst) { var y = window.scrollY; select(+worst.dataset.f, ""); window.scrollTo({ top: y, behavior: "instant" }); }
  }
  window.addEventListener("hashchange", begin);
  begin();
})();
