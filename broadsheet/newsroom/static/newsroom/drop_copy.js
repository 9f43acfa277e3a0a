// Lets a file be dropped anywhere on the box, and says which one is about to be read.
for (const box of document.querySelectorAll("[data-drop-copy]")) {
  const file = box.querySelector("input[type=file]");
  const over = (on) => box.classList.toggle("box-over", on);
  box.addEventListener("dragover", (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    over(true);
  });
  box.addEventListener("dragleave", (event) => {
    if (!box.contains(event.relatedTarget)) over(false);
  });
  box.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    over(false);
    file.files = event.dataTransfer.files;
    box.requestSubmit();
  });
  file.addEventListener("change", () => file.files.length && box.requestSubmit());
}
