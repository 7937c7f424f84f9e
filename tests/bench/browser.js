// What a key costs: installed once in a page, asked before and after each key.
//
// A key is answered when the page was painted with what it changes last: `shown` gives what is
// looked at, and it must stay the same for `quiet` milliseconds and for some pictures: a machine that
// is busy elsewhere may paint none for long.
window.bench = (() => {
  const PICTURES = 10;
  const PATIENCE = 180_000; // milliseconds

  const nextPicture = () => new Promise(done => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now());
      channel.port2.postMessage(0);
    });
  });

  // The time of each painted picture. Without an end a selector that fits nothing would wait for ever.
  async function* pictures(selector) {
    const began = performance.now();
    for (let now = began; now - began < PATIENCE; yield now) now = await nextPicture();
    throw new Error(`nothing changed in: ${selector}`);
  }

  let pressed = 0;
  let laidOut = 0;
  addEventListener("keydown", event => { pressed = event.timeStamp; laidOut = 0; }, true);
  addEventListener("input", () => {
    document.body.offsetHeight;
    laidOut = performance.now();
  });

  const shown = selector => Array.from(document.querySelectorAll(selector))
    .slice(0, 10).map(found => (found.href || "") + found.textContent).join();

  // Milliseconds from the next key to the end of its work and layout, and to the last painted change.
  const key = async (selector, quiet) => {
    pressed = 0;
    let before = shown(selector);
    let last = 0;
    let alike = 0;
    for await (const now of pictures(selector)) {
      if (!pressed) continue;
      const after = shown(selector);
      if (!last || after !== before) {
        last = now;
        alike = 0;
      }
      before = after;
      alike += 1;
      if (now - last > quiet && alike > PICTURES) {
        return [(laidOut || last) - pressed, last - pressed];
      }
    }
  };

  // Milliseconds from the first key to the picture in which something fits the selector.
  const first = async selector => {
    let began = 0;
    for await (const now of pictures(selector)) {
      began = began || pressed;
      const found = document.querySelector(selector);
      if (began && found && found.checkVisibility()) return now - began;
    }
  };

  let asked = null;
  return {
    key: (selector, quiet) => { asked = key(selector, quiet); },
    first: selector => { asked = first(selector); },
    answer: () => asked,
  };
})();
