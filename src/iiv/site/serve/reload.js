/*
 * Loads the page again when the site was built anew, at the place where it was scrolled to.
 *
 * `iiv serve` puts this script into the pages it serves; a built site does not have it.
 */
(() => {
  "use strict";

  const { seen, changes } = document.currentScript.dataset;
  const place = `iiv-scroll:${location.pathname}`;
  let source = null;

  const reload = () => {
    sessionStorage.setItem(place, JSON.stringify([scrollX, scrollY]));
    location.reload();
  };

  // A browser opens few connections to one address: only pages that somebody sees hold one.
  const listen = () => {
    if (document.hidden) {
      source?.close();
      source = null;
    } else if (!source) {
      source = new EventSource(changes);
      source.onmessage = ({ data }) => {
        if (data !== seen) reload();
      };
    }
  };

  const kept = sessionStorage.getItem(place);
  if (kept) {
    sessionStorage.removeItem(place);
    const [x, y] = JSON.parse(kept);
    window.addEventListener("load", () => scrollTo(x, y));
  }
  document.addEventListener("visibilitychange", listen);
  window.addEventListener("pagehide", () => source?.close());
  listen();
})();
