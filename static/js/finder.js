// Lists the states that a field marked with data-finder finds by what is typed: the editable combobox of the ARIA
// patterns. Arrows choose, Enter goes to the profile, Escape closes. Without a choice the form searches as it does
// without scripts. The attribute is the address of the names.

const FEWEST = 2;
const MOST = 8;
let names;

const known = (address) =>
  (names ??= fetch(address).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .catch((problem) => {
      names = undefined;
      throw problem;
    }));

const fold = (text) =>
  text.normalize("NFKD").replace(/[^\p{L}\p{N}\s_-]/gu, "").replace(/[\s-]+/g, "-").replace(/^[-_]+|[-_]+$/g, "")
    .toLowerCase();

const rank = (wanted, state) =>
  state.codes.includes(wanted) ? 0 : Math.min(...state.names.map((name) =>
    name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(`-${wanted}`) ? 2 : name.includes(wanted) ? 3 : 4));

// What begins no word is worth showing only where nothing else is found.
const matching = (wanted, states) => {
  const ranked = states.map((state) => [rank(wanted, state), state]).sort(([one], [other]) => one - other);
  return ranked.filter(([found]) => found < Math.min(4, Math.max(3, ranked[0][0] + 1))).map(([, state]) => state);
};

function enhance(field) {
  const list = document.createElement("ul");
  const count = document.createElement("span");
  let active = -1;
  list.id = `${field.id}_list`;
  list.className = "finder-list";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "States and other areas");
  count.className = "unseen";
  count.setAttribute("role", "status");
  field.parentNode.append(list, count);
  for (const [name, value] of Object.entries({ "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": false })) {
    field.setAttribute(name, value);
  }
  field.setAttribute("role", "combobox");

  const choose = (place) => {
    active = place;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", at === place));
    if (place < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", list.children[place].id);
    list.children[place].scrollIntoView({ block: "nearest" });
  };
  const show = (open) => {
    list.hidden = !open;
    field.setAttribute("aria-expanded", open);
    choose(-1);
  };
  const update = async () => {
    const wanted = fold(field.value);
    let found = [];
    try {
      found = wanted.length < FEWEST ? [] : matching(wanted, (await known(field.dataset.finder)).states);
    } catch {
      return show(false);
    }
    if (wanted !== fold(field.value) || document.activeElement !== field) return;
    list.replaceChildren(...found.slice(0, MOST).map((state, at) => {
      const option = document.createElement("li");
      option.id = `${list.id}_${at}`;
      option.setAttribute("role", "option");
      option.dataset.url = state.url;
      option.textContent = state.name;
      return option;
    }));
    show(found.length > 0);
    count.textContent = wanted.length < FEWEST ? "" : `${found.length} found`;
  };

  field.addEventListener("focus", () => known(field.dataset.finder).catch(() => {}));
  field.addEventListener("input", update);
  field.addEventListener("blur", () => show(false));
  field.addEventListener("keydown", (event) => {
    const last = list.children.length - 1;
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (list.hidden) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") update();
      return;
    }
    const moves = { ArrowDown: active < last ? active + 1 : -1, ArrowUp: active < 0 ? last : active - 1 };
    if (active >= 0) Object.assign(moves, { Home: 0, End: last });
    if (event.key in moves) choose(moves[event.key]);
    else if (event.key === "Enter" && active >= 0) location.assign(list.children[active].dataset.url);
    else if (event.key === "Escape") show(false);
    else return;
    event.preventDefault();
  });
  // The field keeps the focus, so that the list is still there for the click.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[data-url]");
    if (option) location.assign(option.dataset.url);
  });
}

document.querySelectorAll("[data-finder]").forEach(enhance);
