// Starts Wagtail's date and time choosers from data in the page instead of inline scripts.
(() => {
  const starters = {
    date: (id, config) => window.initDateChooser(id, config),
    time: (id, config) => window.initTimeChooser(id, config),
    datetime: (id, config) => window.initDateTimeChooser(id, config),
  };
  const start = (mark) => {
    const kind = mark.dataset.chooser;
    mark.removeAttribute("data-chooser");
    const id = mark.dataset.chooserFor;
    if (document.getElementById(id)) starters[kind](id, JSON.parse(mark.dataset.chooserConfig));
  };
  const startAll = (within) => within.querySelectorAll("[data-chooser]").forEach(start);
  document.addEventListener("DOMContentLoaded", () => {
    startAll(document);
    new MutationObserver((changes) => {
      for (const change of changes) {
        for (const node of change.addedNodes) {
          if (node.nodeType !== Node.ELEMENT_NODE) continue;
          if (node.matches("[data-chooser]")) start(node);
          startAll(node);
        }
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
})();
