// Two or three people or answers are picked, and read side by side. The address holds which, and whether they are.
(function (document, iiv) {
  "use strict";

  var MOST = 3;
  var FULL = "Three stand side by side at most: take one away first.";

  // `of` says what is picked: the `elements`, `idOf` and `nameOf` them, the `name` that the address has for them, and
  // `show`, which is called with those that are picked and with whether they are to be read.
  iiv.picking = function (of) {
    var words = find("picked-words");
    var read = find("read");
    var drop = find("drop");
    var back = find("back");
    var nobody = words.textContent;
    var was = false;

    function find(name) {
      return document.querySelector("[data-iiv-" + name + "]");
    }

    function elementOf(id) {
      return of.elements.find(function (element) { return of.idOf(element) === id; });
    }

    function picked() {
      return iiv.address.all(of.name).map(elementOf).filter(Boolean).slice(0, MOST);
    }

    function pick(element, is) {
      var id = of.idOf(element);
      var others = picked().map(of.idOf).filter(function (other) { return other !== id; });
      var full = is && others.length >= MOST;
      iiv.address.put(of.name, is && !full ? others.concat(id) : others);
      tell(full ? FULL : "");
    }

    function tell(instead) {
      var chosen = picked();
      of.elements.forEach(function (element) {
        var box = element.querySelector(".iiv-pick");
        var is = chosen.indexOf(element) >= 0;
        if (box && box.checked !== is) box.checked = is;
      });
      words.textContent = instead || said(chosen);
      words.parentNode.toggleAttribute("data-any", chosen.length > 0);
      read.hidden = was || chosen.length < 2;
      drop.hidden = was || !chosen.length;
    }

    function said(chosen) {
      if (was) return "";
      if (chosen.length === 1) return "One picked; pick one or two more.";
      return chosen.length ? "Picked: " + chosen.map(of.nameOf).map(iiv.isolated).join(", ") + "." : nobody;
    }

    function show() {
      var chosen = picked();
      var is = iiv.address.get("view") === "columns" && chosen.length > 1;
      if (is || was) of.show(chosen, is);
      was = is;
      tell("");
    }

    function turn(is) {
      iiv.address.put("view", is ? "columns" : "", true);
      show();
    }

    document.addEventListener("change", function (event) {
      if (!event.target.matches(".iiv-pick")) return;
      pick(of.elements.find(function (element) { return element.contains(event.target); }), event.target.checked);
    });
    read.addEventListener("click", function () { turn(true); });
    back.addEventListener("click", function () {
      turn(false);
      read.focus();
    });
    drop.addEventListener("click", function () {
      iiv.address.put(of.name, []);
      tell("");
      var first = of.elements.find(function (element) { return !element.hidden; });
      (first ? first.querySelector(".iiv-pick") : words).focus();
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !was || event.defaultPrevented || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      back.click();
    });
    iiv.address.onBack(show);
    return { show: show, turn: turn };
  };
})(document, window.iiv);
