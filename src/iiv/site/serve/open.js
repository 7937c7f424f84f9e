/*
 * Makes the path at the foot of a page a button that opens the note in the editor.
 *
 * `iiv serve` puts this script into the pages it serves; a built site does not have it, and the path is text.
 */
(() => {
  "use strict";

  const { open } = document.currentScript.dataset;

  const ask = async (path, said) => {
    said.textContent = "Opening …";
    try {
      const answer = await fetch(open, { method: "POST", body: path });
      said.textContent = await answer.text();
    } catch {
      said.textContent = "`iiv serve` does not run any more.";
    }
  };

  for (const path of document.querySelectorAll("[data-iiv-path]")) {
    const button = document.createElement("button");
    const said = document.createElement("span");
    button.type = "button";
    button.className = "iiv-open";
    button.title = "Open in your editor";
    said.setAttribute("role", "status");
    path.replaceWith(button, " ", said);
    button.append(path);
    button.addEventListener("click", () => ask(path.textContent, said));
  }
})();
