// Starts Wagtail's choosers from data in the page instead of inline scripts.
(() => {
  const start = (mark) => {
    const id = mark.dataset.for;
    // A row that is still a template carries __prefix__ and is started when it is put in.
    if (!document.getElementById(id)) return;
    const kind = mark.dataset.chooserWidget;
    mark.removeAttribute("data-chooser-widget");
    new window[kind](id, JSON.parse(mark.dataset.options));
  };
  const startAll = (within) => within.querySelectorAll("[data-chooser-widget]").forEach(start);
  document.addEventListener("DOMContentLoaded", () => {
    startAll(document);
    new MutationObserver((changes) => {
      for (const change of changes) {
        for (const node of change.addedNodes) {
          if (node.nodeType === Node.ELEMENT_NODE) startAll(node);
        }
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
})();
