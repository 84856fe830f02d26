// Suggestions while somebody types into a search field: a combobox as the ARIA Authoring Practices describe it.
// Without this script the field is what it is: one of a form.
const WAIT = 150; // milliseconds after the last key
const SHORTEST = 2; // letters

let fields = 0;

class Suggestions {
  constructor(holder, input) {
    this.holder = holder;
    this.input = input;
    this.found = [];
    this.active = -1;
    this.timer = 0;
    this.request = null;
    this.build(`suggestions-${(fields += 1)}`);
    input.addEventListener("input", () => this.typed());
    input.addEventListener("keydown", (event) => this.pressed(event));
    input.addEventListener("blur", () => this.close());
  }

  build(id) {
    this.list = document.createElement("ul");
    this.list.id = id;
    this.list.className = "suggestions";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.holder.dataset.suggestLabel);
    this.status = document.createElement("p");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    this.holder.append(this.list, this.status);
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id };
    for (const [name, value] of Object.entries(roles)) this.input.setAttribute(name, value);
    // The field must keep the focus until the click is through.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose(Number(option.dataset.number));
    });
  }

  typed() {
    clearTimeout(this.timer);
    this.request?.abort();
    const text = this.input.value.trim();
    if (text.length < SHORTEST) this.close();
    else this.timer = setTimeout(() => this.ask(text), WAIT);
  }

  async ask(text) {
    this.request = new AbortController();
    try {
      const address = new URL(this.holder.dataset.suggest, document.baseURI);
      address.searchParams.set("q", text.slice(0, 100));
      const response = await fetch(address, { signal: this.request.signal });
      if (response.ok) this.show((await response.json()).results);
      else this.close();
    } catch {
      this.close(); // Nobody needs suggestions: the form works without.
    }
  }

  show(found) {
    if (document.activeElement !== this.input) return;
    this.found = found;
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...found.map((entry, number) => this.option(entry, number)));
    this.list.hidden = !found.length;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    const { suggestSome, suggestNone } = this.holder.dataset;
    this.status.textContent = found.length ? `${suggestSome} ${found.length}` : suggestNone;
  }

  option(entry, number) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${number}`;
    option.dataset.number = String(number);
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.lang = entry.locale;
    option.textContent = entry.text;
    return option;
  }

  pressed(event) {
    if (event.isComposing) return;
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault(); // what was typed stays
      this.close();
    } else if (["ArrowDown", "ArrowUp"].includes(event.key) && this.found.length && !this.list.hidden) {
      event.preventDefault();
      this.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "ArrowDown") {
      this.typed();
    } else if (event.key === "Enter" && this.active >= 0 && !this.list.hidden) {
      event.preventDefault();
      this.choose(this.active);
    }
  }

  move(step) {
    const places = this.found.length + 1; // the field itself is one of them
    this.active = ((this.active + 1 + step + places) % places) - 1;
    [...this.list.children].forEach((option, number) => {
      option.setAttribute("aria-selected", String(number === this.active));
      if (number === this.active) option.scrollIntoView({ block: "nearest" });
    });
    if (this.active < 0) this.input.removeAttribute("aria-activedescendant");
    else this.input.setAttribute("aria-activedescendant", `${this.list.id}-${this.active}`);
  }

  choose(number) {
    const entry = this.found[number];
    this.input.value = entry.text;
    this.close();
    if (entry.url) location.assign(entry.url);
    else this.input.form.requestSubmit();
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.found = [];
    this.active = -1;
    this.list.hidden = true;
    this.status.textContent = "";
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

for (const holder of document.querySelectorAll("[data-suggest]")) {
  const input = holder.querySelector("input");
  if (input) new Suggestions(holder, input);
}
