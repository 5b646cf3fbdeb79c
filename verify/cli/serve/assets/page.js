"use strict";
(() => {
  const $ = (id) => document.getElementById(id);

  // The key stands behind the # of the address that was printed; the tab keeps it. A server that
  // was started anew at the same address has another, and only the # changes.
  let key;
  const take = () => {
    const given = location.hash.slice(1);
    if (given) {
      sessionStorage.setItem("key", given);
      history.replaceState(null, "", location.pathname);
    }
    key = sessionStorage.getItem("key") || "";
  };
  take();

  const say = (text, bad) => {
    $("status").textContent = text;
    $("status").classList.toggle("bad", !!bad);
  };

  // ask returns what the server answers; an error is what is wrong.
  const ask = async (path, init = {}) => {
    let answer;
    try {
      answer = await fetch(path, { ...init, headers: { ...init.headers, Authorization: "Bearer " + key } });
    } catch (e) {
      if (e.name === "AbortError") throw e;
      throw Object.assign(new Error("factcheck serve does not answer: is it still running?"), { gone: true });
    }
    const body = await answer.json();
    if (!answer.ok) throw new Error(body.error);
    return body;
  };

  // The draft: what is written, or a file that was dropped.
  let held = null; // the file
  let current; // the check that is under way
  let timer;
  let hash = "";

  // A report has no origin, and tells us by messages how far down its reader is. The next begins there.
  let place = 0;
  addEventListener("message", (e) => {
    const shown = $("frames").querySelector("iframe:not(.coming)");
    if (shown && e.source === shown.contentWindow && Number.isInteger(e.data)) place = e.data;
  });

  const show = (id) => {
    const next = document.createElement("iframe");
    next.title = "Report";
    next.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
    next.className = "coming";
    next.src = "/report/" + id;
    next.addEventListener("load", () => {
      next.className = "";
      next.contentWindow.postMessage(place, "*");
      for (const old of [...$("frames").children]) if (old !== next) old.remove();
    });
    for (const old of $("frames").querySelectorAll(".coming")) old.remove();
    $("frames").append(next);
  };

  // A report stands beside the draft that it is of, and no other.
  const clear = () => {
    hash = "";
    place = 0;
    $("frames").replaceChildren();
  };

  const check = async (kept) => {
    clearTimeout(timer);
    if (current) current.abort();
    const text = $("draft").value;
    if (!held && !text.trim()) {
      clear();
      say("Paste a draft, or drop a file.");
      return;
    }
    const mine = (current = new AbortController());
    const q = new URLSearchParams({ format: "page", name: held ? held.name : "draft.md" });
    if ($("date").value) q.set("date", $("date").value);
    if ($("strict").checked) q.set("strict", "1");
    if (kept) q.set("kept", "1");
    say("Checking …");
    try {
      const r = await ask("/api/check?" + q, { method: "POST", body: held || text, signal: mine.signal });
      say(r.summary);
      if (r.hash !== hash) show(r.id);
      hash = r.hash;
      if (kept) timer = setTimeout(() => check(false), 1500);
    } catch (e) {
      if (e.name === "AbortError") return;
      if (!e.gone) clear();
      say(e.message, true);
    }
  };

  const hold = async (file) => {
    held = file;
    place = 0;
    $("held").hidden = !file;
    if (!file) return;
    if (/\.(md|markdown|txt|text)$/i.test(file.name) && file.size < 4e6) {
      $("draft").value = await file.text();
      held = null;
      $("held").hidden = true;
    } else {
      $("draft").value = "";
      $("held").textContent = file.name + " is checked as it is. Write in the field to check something else.";
    }
    check(false);
  };

  $("draft").addEventListener("input", () => {
    held = null;
    $("held").hidden = true;
    clearTimeout(timer);
    timer = setTimeout(() => check(true), 400);
  });
  $("check").addEventListener("click", () => check(false));
  for (const id of ["date", "strict"]) $(id).addEventListener("change", () => check(false));
  $("file").addEventListener("change", () => {
    if ($("file").files[0]) hold($("file").files[0]);
    $("file").value = "";
  });
  addEventListener("hashchange", () => {
    take();
    check(false);
  });
  document.addEventListener("keydown", (e) => {
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
      e.preventDefault();
      check(false);
    }
  });

  let depth = 0;
  const files = (e) => e.dataTransfer && [...e.dataTransfer.types].includes("Files");
  document.addEventListener("dragenter", (e) => { if (files(e)) document.body.classList.toggle("over", ++depth > 0); });
  document.addEventListener("dragleave", (e) => { if (files(e)) document.body.classList.toggle("over", --depth > 0); });
  document.addEventListener("dragover", (e) => { if (files(e)) e.preventDefault(); });
  document.addEventListener("drop", (e) => {
    if (!files(e)) return;
    e.preventDefault();
    depth = 0;
    document.body.classList.remove("over");
    if (e.dataTransfer.files[0]) hold(e.dataTransfer.files[0]);
  });

  // The archive. What it says is text, and nothing else.
  const line = (kind, text) => {
    const p = document.createElement("p");
    p.className = kind;
    p.textContent = text;
    return p;
  };
  const answer = (list) => {
    $("answers").replaceChildren(...list.map((lines) => {
      const a = document.createElement("article");
      a.append(...lines.filter(([, text]) => text).map(([kind, text]) => line(kind, text)));
      return a;
    }));
    if (!list.length) $("answers").append(line("by", "Nothing found."));
  };
  const by = (...parts) => ["by", parts.filter(Boolean).join(", ")];

  const on = (id, f) => $(id).addEventListener("submit", async (e) => {
    e.preventDefault();
    $("answers").replaceChildren(line("by", "Asking …"));
    try {
      answer(await f());
    } catch (e) {
      $("answers").replaceChildren(line("bad", e.message));
    }
  });
  on("search", async () => (await ask("/api/search?" + new URLSearchParams({ q: $("q").value }))).search
    .map((r) => [["words", r.text], by(r.source, r.publisher !== r.source && r.publisher, r.date, r.title, r.url)]));
  on("quote", async () => {
    const r = await ask("/api/quote", { method: "POST", body: JSON.stringify({ words: $("words").value, by: $("by").value }) });
    return r.findings.flatMap((f) => [
      [["words", f.verdict + ": " + f.message]],
      ...f.evidence.map((e) => [["words", e.text], by(e.stance === "silent" ? "comes nearest" : e.stance, e.source, e.speaker !== e.source && e.speaker, e.date, e.url)]),
    ]);
  });
  on("sources", async () => (await ask("/api/sources?" + new URLSearchParams({ name: $("name").value }))).sources
    .map((s) => [["words", s.name], by(s.kind, s.role, s.statements + " statements in " + s.documents + " documents")]));

  if (!key) say("Open the address that factcheck serve has printed: its end is the key.", true);
  else if ($("draft").value) check(false);
})();
