(function () {
  "use strict";
  // Finding n has a reference #s<n> and marks in the draft, a row of the matrix and
  // an article #f<n> with its evidence. Articles and rows stand in <noscript>, which
  // is text to a browser with a script, and become elements when they are looked
  // at: 2,000 findings open in a fraction of the time. That text was escaped as HTML
  // like the rest of the page.
  var one = function (s) { return document.querySelector(s); };
  var all = function (s) { return Array.prototype.slice.call(document.querySelectorAll(s)); };
  var panel = one("#evidence"), shown = one("#shown"), hint = one("#hint"), status = one("#status"), reset = one("#all");
  var picker = one("#source"), keys = one("#keys");
  var chips = all(".chip"), findings = all("#evidence > noscript"), order = all(".ref").map(function (r) { return +r.dataset.f; });
  var of = {}, off = {}, current = 0;
  findings.forEach(function (f) { of[f.dataset.f] = f; });

  function ref(n) { return document.getElementById("s" + n); }
  function flag(n, on) {
    all('[data-f="' + n + '"]').forEach(function (e) { e.classList.toggle("current", on); });
  }

  // inView scrolls as little as needed, clear of the bar and of the evidence. Far
  // away heights are guesses until they are seen, so it looks again for some frames.
  function inView(e, looks) {
    var top = 24, bottom = window.innerHeight - 60, r = e.getBoundingClientRect();
    if (window.innerWidth <= 960 && panel.classList.contains("open")) { bottom = window.innerHeight * 0.36; }
    if (looks === undefined) { looks = r.top < -bottom || r.top > 2 * bottom ? 8 : 0; }
    if (r.top < top || r.bottom > bottom) { window.scrollBy(0, r.top - (top + bottom) / 2); }
    if (looks > 0) { window.requestAnimationFrame(function () { inView(e, looks - 1); }); }
  }

  // select shows the evidence of a finding and moves the focus to the "draft" or to
  // the "evidence"; without a word about it the page stays where it is.
  function select(n, focus) {
    if (!of[n]) { return; }
    flag(current, false);
    current = n;
    shown.innerHTML = of[n].textContent;
    flag(n, true);
    hint.hidden = true;
    panel.classList.add("open");
    document.body.classList.add("reading");
    panel.scrollTop = 0;
    if (focus === "evidence") { shown.firstElementChild.focus({ preventScroll: true }); }
    if (focus === "draft" && ref(n)) { ref(n).focus({ preventScroll: true }); }
    if (focus !== undefined && ref(n)) { inView(ref(n), focus === "" ? 8 : undefined); }
  }

  function leave() {
    flag(current, false);
    current = 0;
    shown.textContent = "";
    hint.hidden = false;
    panel.classList.remove("open");
    document.body.classList.remove("reading");
  }

  function close() {
    var n = current;
    leave();
    if (n && ref(n)) { ref(n).focus({ preventScroll: true }); }
  }

  // step moves to the next finding that is shown, from where the reader is.
  function step(by) {
    var here = document.activeElement && document.activeElement.classList.contains("ref") ? +document.activeElement.dataset.f : current;
    var i = order.indexOf(here);
    if (i < 0) { i = by > 0 ? -1 : order.length; }
    for (i += by; i >= 0 && i < order.length; i += by) {
      if (!off[order[i]]) { select(order[i], "draft"); return; }
    }
  }

  function mute(under) {
    Array.prototype.forEach.call(under.querySelectorAll("mark[data-f], .ref, tr[data-f]"), function (e) { e.classList.toggle("off", !!off[e.dataset.f]); });
  }

  function filter() {
    var verdicts = {}, count = 0, source = picker ? picker.value : "", whole = source === "";
    chips.forEach(function (c) {
      verdicts[c.dataset.verdict] = c.getAttribute("aria-pressed") === "true";
      whole = whole && verdicts[c.dataset.verdict];
    });
    off = {};
    findings.forEach(function (f) {
      if (verdicts[f.dataset.v] !== false && (source === "" || (" " + f.dataset.s).indexOf(" " + source + " ") >= 0)) { count++; } else { off[f.dataset.f] = true; }
    });
    mute(document);
    reset.hidden = whole;
    status.textContent = count + " of " + findings.length + " statements shown";
    if (off[current]) { leave(); }
  }

  // The matrix comes in parts. One becomes a table when it comes near.
  var parts = all(".rows");
  function unfold(part) {
    var text = part.querySelector("noscript");
    if (!text) { return; }
    part.innerHTML = text.textContent;
    part.style.minHeight = "";
    mute(part);
    if (current) { flag(current, true); }
  }
  if (window.IntersectionObserver && parts.length > 1) {
    var near = new IntersectionObserver(function (seen) {
      seen.forEach(function (s) { if (s.isIntersecting) { near.unobserve(s.target); unfold(s.target); } });
    }, { rootMargin: "800px", scrollMargin: "800px" });
    parts.forEach(function (p) {
      p.style.minHeight = 2.2 * p.dataset.rows + "rem";
      near.observe(p);
    });
  } else {
    parts.forEach(unfold);
  }

  // What is printed holds everything that the filters leave.
  window.addEventListener("beforeprint", function () {
    parts.forEach(unfold);
    shown.innerHTML = findings.filter(function (f) { return !off[f.dataset.f]; }).map(function (f) { return f.textContent; }).join("");
  });
  window.addEventListener("afterprint", function () {
    var n = current;
    leave();
    select(n);
  });

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
    var worst = one("#evidence > .error") || one("#evidence > .warning") || findings[0];
    if (worst) { select(+worst.dataset.f); }
  }
  window.addEventListener("hashchange", begin);
  begin();

  // A page that shows one report after the other in a frame keeps the reader's place.
  if (window.parent !== window) {
    window.addEventListener("scroll", function () { window.parent.postMessage(Math.round(window.scrollY), "*"); });
    window.addEventListener("message", function (e) { if (e.source === window.parent) { window.scrollTo(0, +e.data || 0); } });
  }
})();
