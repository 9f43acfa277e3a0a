// Starts Wagtail's panels of repeated rows from data in the page instead of inline scripts.
(() => {
  const start = (mark) => {
    const kind = mark.dataset.inlinePanel;
    mark.removeAttribute("data-inline-panel");
    const Panel = kind === "multiple" ? window.MultipleChooserPanel : window.InlinePanel;
    new Panel(JSON.parse(mark.dataset.inlineOptions));
  };
  const startAll = (within) => within.querySelectorAll("[data-inline-panel]").forEach(start);
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
