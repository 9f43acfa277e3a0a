// Asks every few seconds whether an agency has taken copy back: an open screen shows it without being
// loaded again. Nothing is asked while the screen is hidden.
const place = document.querySelector("[data-alarms]");
const EVERY = 5000;
let etag = "";

async function ask() {
  if (document.hidden) return;
  try {
    const answer = await fetch(place.dataset.alarms, {
      headers: etag ? { "If-None-Match": etag } : {},
      cache: "no-store",
    });
    if (answer.status !== 200 || answer.redirected) return;
    etag = answer.headers.get("ETag") || "";
    const html = await answer.text();
    if (html.trim() !== place.innerHTML.trim()) place.innerHTML = html;
  } catch {
    // The next turn asks again.
  }
}

if (place) {
  setInterval(ask, EVERY);
  document.addEventListener("visibilitychange", ask);
}
