/*
 * Search that starts when it is first used, and that works from a disk as well.
 *
 * The theme asks for a worker on every page. This one waits until the search box is opened. Over
 * file: browsers refuse workers, so there it is a hidden frame that loads the same script.
 */
(() => {
  "use strict";

  const Native = window.Worker;
  const frameAddress = new URL("frame.html", document.currentScript.src);

  class FrameWorker extends EventTarget {
    #frame = document.createElement("iframe");
    #ready;

    constructor(script) {
      super();
      this.#ready = new Promise((resolve) => this.#listen(resolve));
      const source = new URL(frameAddress);
      source.hash = encodeURIComponent(script);
      this.#frame.hidden = true;
      this.#frame.title = "Search";
      this.#frame.src = source.href;
      document.body.append(this.#frame);
    }

    #listen(ready) {
      window.addEventListener("message", ({ source, data }) => {
        if (source !== this.#frame.contentWindow) return;
        if (data === "ready") ready();
        else this.dispatchEvent(new MessageEvent("message", { data }));
      });
    }

    postMessage(message) {
      // A page on disk has no origin to name. The page's own function, because the frame has put another
      // in its place, which the page would get where a browser is set to hold all files for one origin.
      this.#ready.then(() => window.postMessage.call(this.#frame.contentWindow, message, "*"));
    }
  }

  class LazyWorker extends EventTarget {
    #script;
    #worker;
    #waiting = [];

    constructor(script) {
      super();
      this.#script = new URL(script, document.baseURI).href;
      const box = document.querySelector("[data-md-toggle=search]");
      if (!box || box.checked) this.#start();
      else box.addEventListener("change", () => this.#start(), { once: true });
    }

    #start() {
      const Kind = location.protocol === "file:" ? FrameWorker : Native;
      this.#worker = new Kind(this.#script);
      this.#worker.addEventListener("message", ({ data }) => {
        this.dispatchEvent(new MessageEvent("message", { data }));
      });
      for (const message of this.#waiting.splice(0)) this.#worker.postMessage(message);
    }

    postMessage(message) {
      if (this.#worker) this.#worker.postMessage(message);
      else this.#waiting.push(message);
    }
  }

  window.Worker = LazyWorker;
})();
