/* Runs the theme's search worker in a hidden frame: what a worker would find around it is put in place first. */
(() => {
  "use strict";

  const page = window.parent;
  const script = decodeURIComponent(location.hash.slice(1));

  const load = (address) =>
    new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = address;
      element.onload = resolve;
      element.onerror = reject;
      document.body.append(element);
    });

  // Only the page that holds this frame may ask.
  window.addEventListener(
    "message",
    (event) => {
      if (event.source !== page) event.stopImmediatePropagation();
    },
    true,
  );

  // The worker finds its languages beside the first script of the document, which must be itself.
  document.currentScript.remove();
  window.parent = { IFrameWorker: true };
  window.postMessage = (message) => page.postMessage(message, "*");
  window.importScripts = async (...addresses) => {
    for (const address of addresses) await load(address);
  };

  load(script).then(() => page.postMessage("ready", "*"));
})();
