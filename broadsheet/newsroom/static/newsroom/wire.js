// The wire room: asks whether something came and says so without moving what is being read; single keys.
// Without it the screen works by its links and buttons.
const room = document.querySelector("[data-wire]");
const list = document.querySelector("[data-list]");
const news = document.querySelector("[data-news]");
let etag = "";
let latest = null;
let said = -1;

const rowsIn = (root) => [...root.querySelectorAll("[data-thread]")];
const called = (row) => row.dataset.thread;

function parsed(html) {
  return new DOMParser().parseFromString(html, "text/html").body;
}

// What changed about a thread that is on the screen is put in its place: nothing moves.
function refresh(here, there) {
  for (const part of ["[data-facts]", "[data-acts]"]) {
    const old = here.querySelector(part);
    const fresh = there.querySelector(part);
    if (!old || !fresh || old.contains(document.activeElement)) continue;
    if (old.innerHTML !== fresh.innerHTML) old.replaceWith(document.importNode(fresh, true));
  }
}

function compare(body) {
  const shown = new Map(rowsIn(list).map((row) => [called(row), row]));
  let fresh = 0;
  for (const row of rowsIn(body)) {
    const here = shown.get(called(row));
    if (here && here.dataset.stamp === row.dataset.stamp) refresh(here, row);
    else fresh += 1;
  }
  latest = body;
  say(fresh);
}

function say(count) {
  if (count === said) return;
  said = count;
  news.replaceChildren();
  if (!count) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn";
  button.textContent = `${count} new`;
  button.setAttribute("aria-label", `${count} new. Show ${count === 1 ? "it" : "them"}`);
  button.addEventListener("click", showNew);
  news.append(button);
}

function showNew() {
  if (!latest) return;
  const ticked = new Set([...list.querySelectorAll("input:checked")].map((box) => box.value));
  list.replaceChildren(...[...latest.childNodes].map((node) => document.importNode(node, true)));
  for (const box of list.querySelectorAll("input[name=thread]")) box.checked = ticked.has(box.value);
  latest = null;
  say(0);
  list.querySelector("[data-open]")?.focus();
}

async function ask() {
  if (document.hidden) return;
  try {
    const headers = { "X-Asked-By": "screen", ...(etag ? { "If-None-Match": etag } : {}) };
    const answer = await fetch(room.dataset.address, { headers, cache: "no-store" });
    if (answer.status !== 200 || answer.redirected) return;
    etag = answer.headers.get("ETag") || "";
    compare(parsed(await answer.text()));
  } catch {
    // The next turn asks again.
  }
}

if (room && Number(room.dataset.asks)) {
  setInterval(ask, Number(room.dataset.asks) * 1000);
  document.addEventListener("visibilitychange", ask);
}

const all = document.querySelector("[data-wire] [data-all]");
if (all) {
  all.hidden = false;
  all.addEventListener("change", (event) => {
    for (const box of list.querySelectorAll("input[name=thread]")) box.checked = event.target.checked;
  });
}

// Single keys, unless somebody types, or has switched them off on this machine.
const KEPT = "wire-keys-off";
const help = document.querySelector("[data-keys]");
const works = help?.querySelector("[data-keys-on]");
if (help) {
  help.hidden = false;
  works.checked = !localStorage.getItem(KEPT);
  works.addEventListener("change", () => {
    if (works.checked) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, "off");
  });
}

const typing = (target) => target.closest("textarea, select, [contenteditable=true], input:not([type=checkbox])");

function current() {
  return document.activeElement?.closest("[data-thread]");
}

function go(step) {
  const rows = rowsIn(list);
  const at = rows.indexOf(current());
  const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
  const link = next?.querySelector("[data-open]");
  link?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

const KEYS = {
  j: () => go(1),
  k: () => go(-1),
  o: () => current()?.querySelector("[data-open]")?.click(),
  x: () => current()?.querySelector("input[name=thread]")?.click(),
  t: () => (current() || document).querySelector("[data-take]")?.click(),
  n: () => showNew(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (typing(event.target) || localStorage.getItem(KEPT)) return;
  const act = list ? KEYS[event.key] : event.key === "t" ? KEYS.t : null;
  if (!act) return;
  event.preventDefault();
  act();
});
