// Choosing a home section ticks it; filling in a date chooses its answer.
const check = (input) => {
  if (input) input.checked = true;
};
document.addEventListener("change", (event) => {
  const input = event.target;
  if (input.name === "home") {
    check(document.querySelector(`input[name=section][value="${input.value}"]`));
    const name = input.value.replace(/^new-/, "");
    if (name !== input.value) check(document.getElementsByName(`answer-${name}`)[0]);
  }
  if (input.name?.startsWith("instead-")) {
    const answers = document.getElementsByName(input.name.replace("instead-", "answer-"));
    check([...answers].find((answer) => answer.value === "use"));
  }
  const picks = input.closest("[data-picks]");
  if (picks) check(document.querySelector(`input[name=when][value="${picks.dataset.picks}"]`));
});
