// Drags stories between the lead and the top stories, moves them with the arrow buttons, and keeps
// the new order as a draft at once. Without it the same buttons post the form.
const form = document.querySelector("[data-front-order]");
const status = document.querySelector("[data-front-status]");

const renumber = () => {
  for (const list of form.querySelectorAll("[data-place]")) {
    for (const slot of list.children) {
      slot.querySelector("input[name=place]").value = `${list.dataset.place}:${slot.dataset.story}`;
    }
  }
};

const say = (words, kind) => {
  const state = document.createElement("span");
  state.className = `state state-${kind}`;
  state.textContent = words;
  status.replaceChildren(state);
};

let saving = Promise.resolve();
const keep = () => {
  renumber();
  const body = new FormData(form);
  body.set("action", "save");
  saving = saving.then(async () => {
    try {
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body, headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      say("changes that are not live yet", "draft");
    } catch {
      say("not saved: look at your connection and move it again", "down");
    }
  });
};

// A lead that is pushed out by another one goes on top of the rest; only the server draws that.
const settle = (list, slot) => {
  const fresh = list.dataset.place === "lead" || slot.dataset.from === "lead";
  keep();
  if (fresh) saving.then(() => location.reload());
};

form.addEventListener("click", (event) => {
  const button = event.target.closest("[data-move]");
  if (!button) return;
  event.preventDefault();
  const slot = button.closest("[data-story]");
  const other = button.dataset.move === "up" ? slot.previousElementSibling : slot.nextElementSibling;
  if (!other) return;
  if (button.dataset.move === "up") other.before(slot);
  else other.after(slot);
  button.focus();
  keep();
});

const listAt = (x, y) =>
  [...form.querySelectorAll("[data-place]")].find((list) => {
    const box = list.getBoundingClientRect();
    return x >= box.left && x <= box.right && y >= box.top - 12 && y <= box.bottom + 12;
  });

const put = (list, slot, y) => {
  const next = [...list.children].find((one) => {
    if (one === slot) return false;
    const box = one.getBoundingClientRect();
    return y < box.top + box.height / 2;
  });
  if (next) next.before(slot);
  else if (list.lastElementChild !== slot) list.append(slot);
};

form.addEventListener("pointerdown", (event) => {
  const grip = event.target.closest("[data-grip]");
  if (!grip || event.button !== 0) return;
  event.preventDefault();
  const slot = grip.closest("[data-story]");
  const start = slot.parentElement;
  const before = [...form.querySelectorAll("[data-story]")];
  slot.dataset.from = start.dataset.place;
  slot.classList.add("dragging");
  const move = (at) => {
    const list = listAt(at.clientX, at.clientY);
    for (const one of form.querySelectorAll("[data-place]")) one.classList.toggle("over", one === list);
    if (list) put(list, slot, at.clientY);
  };
  const end = () => {
    document.removeEventListener("pointermove", move);
    document.removeEventListener("pointerup", end);
    document.removeEventListener("pointercancel", end);
    slot.classList.remove("dragging");
    for (const one of form.querySelectorAll("[data-place]")) one.classList.remove("over");
    const after = [...form.querySelectorAll("[data-story]")];
    const same = slot.parentElement === start && after.every((one, n) => one === before[n]);
    if (!same) settle(slot.parentElement, slot);
  };
  // On the document: a grip that moves about in the list would lose a capture of its own.
  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", end);
  document.addEventListener("pointercancel", end);
});

form.addEventListener("change", (event) => {
  if (event.target.name?.startsWith("headline-")) keep();
});
form.classList.add("can-drag");
