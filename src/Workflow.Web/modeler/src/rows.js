// Ordered entries in the panel: fields of a form, answers of a task, choices of a field. Plain fields and buttons; every change is one command, so it
// is taken back like any other. Alt with an arrow moves the entry in which the keyboard stands.

export const make = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter(Boolean));
  return made;
};

/** A code from words: "Số tiền" gives so_tien. */
export const codeOf = words => words.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/gi, 'd').toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '').replace(/^(?=\d)/, 'o_') || 'o';

/** Not yet used by another entry. */
export const fresh = (taken, code) => {
  let found = code;
  for (let n = 2; taken.includes(found); n++) found = `${code}_${n}`;
  return found;
};

/**
 * items: what there is; draw(item, set, at): the inputs of an entry, set(patch) stores; write(items): stores all and answers a problem or '';
 * blank(items): a new entry; redraw(): shows the panel again; words: { add, one }.
 */
export function rows({ key, items, draw, write, blank, redraw, words }) {
  const list = make('ol', { className: 'rows' });
  const problem = make('p', { className: 'no' });
  problem.setAttribute('role', 'status');
  list.dataset.rows = key;
  let now = items;
  const store = next => { now = next; problem.textContent = write(next) ?? ''; };
  // The whole panel is drawn anew, and the keyboard stays where the work goes on.
  const restore = (next, selector) => {
    store(next);
    redraw();
    const again = document.querySelector(`[data-rows="${key}"]`)?.closest('.rows-of');
    const goal = again?.querySelector(selector) ?? again?.querySelector(':scope > .add');
    goal?.focus();
    goal?.select?.();
  };
  const entry = at => `:scope > .rows > li[data-at="${at}"]`;
  const move = (at, by) => {
    if (at + by < 0 || at + by >= now.length) return;
    const next = [...now];
    next.splice(at + by, 0, ...next.splice(at, 1));
    restore(next, `${entry(at + by)} > .row-acts .${by < 0 ? 'up' : 'down'}:not(:disabled), ${entry(at + by)} > .row-acts button:not(:disabled)`);
  };
  const button = (className, text, label, onclick, disabled = false) => {
    const made = make('button', { type: 'button', className, textContent: text, onclick, disabled, title: label });
    made.setAttribute('aria-label', label);
    return made;
  };
  list.append(...items.map((item, at) => {
    const name = `${words.one} ${at + 1}`;
    const line = make('li', {},
      ...draw(item, patch => { store(now.map((one, index) => index === at ? { ...one, ...patch } : one)); return now[at]; }, at),
      make('div', { className: 'row-acts' },
        button('up', '↑', `Đưa ${name} lên trên`, () => move(at, -1), at === 0),
        button('down', '↓', `Đưa ${name} xuống dưới`, () => move(at, 1), at === items.length - 1),
        button('remove', 'Bỏ', `Bỏ ${name}`, () => restore(now.filter((_, index) => index !== at), `${entry(Math.min(at, now.length - 2))} input`))));
    line.dataset.at = at;
    line.addEventListener('keydown', event => {
      if (!event.altKey || !/^Arrow(Up|Down)$/.test(event.key) || event.target.closest('li') !== line) return;
      event.preventDefault();
      event.stopPropagation();
      event.target.blur();
      move(at, event.key === 'ArrowUp' ? -1 : 1);
    });
    return line;
  }));
  const add = button('add plain', `+ ${words.add}`, words.add, () => restore([...now, blank(now)], `${entry(now.length)} input`));
  return make('div', { className: 'rows-of' }, list, problem, add);
}
