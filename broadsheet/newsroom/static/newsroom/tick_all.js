// One box that ticks all the others.
for (const form of document.querySelectorAll("[data-tick-all]")) {
  const all = form.querySelector("[data-all]");
  if (!all) continue;
  all.hidden = false;
  all.addEventListener("change", (event) => {
    for (const box of form.querySelectorAll("input[name=reply]")) box.checked = event.target.checked;
  });
}
