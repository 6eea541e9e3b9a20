// The panel beside the drawing: what applies to the selected element, in the office's words. Plain form fields: a keyboard and a screen
// reader need nothing more.
import { fields } from './fields.js';
import { hasForm } from './form.js';
import { pairs } from './pairs.js';
import { make } from './rows.js';
import { kinds } from './words.js';

export const nameOf = element => `${element.businessObject.name || '(không tên)'} · ${kinds[element.type] ?? element.type.replace('bpmn:', '')}`;

export class Panel {
  constructor(modeler, values, lists, form, place) {
    Object.assign(this, { modeler, values, lists, form, place });
    this.chooser = place.querySelector('#phan-tu');
    this.body = place.querySelector('#thuoc-tinh');
    const events = modeler.get('eventBus');
    events.on('selection.changed', ({ newSelection }) => this.show(newSelection.length === 1 ? newSelection[0] : undefined));
    events.on('commandStack.changed', () => { this.fillChooser(); if (!this.isWriting && !this.body.contains(document.activeElement)) this.show(this.element); });
    this.chooser.addEventListener('change', () => this.select(this.chooser.value));
    this.fillChooser();
    this.show();
  }

  // What is written here shows already: drawn anew, the button that the pointer is just pressing would be gone.
  writing(act) {
    this.isWriting = true;
    try { return act(); } finally { this.isWriting = false; }
  }

  select(id) {
    const element = this.modeler.get('elementRegistry').get(id);
    if (!element) return;
    const canvas = this.modeler.get('canvas');
    if (element === canvas.getRootElement()) {
      this.modeler.get('selection').select([]);
    } else {
      this.modeler.get('selection').select(element);
      canvas.scrollToElement(element, 80);
    }
    this.show(element);
  }

  fillChooser() {
    const root = this.modeler.get('canvas').getRootElement();
    const elements = this.modeler.get('elementRegistry').filter(one => !one.labelTarget && (one === root || one.parent));
    this.chooser.replaceChildren(...elements.map(one => make('option', { value: one.id, textContent: nameOf(one) })));
    this.chooser.value = (this.element ?? root).id;
  }

  show(element) {
    const registry = this.modeler.get('elementRegistry');
    const shown = element?.labelTarget ?? element;
    this.element = shown && registry.get(shown.id) === shown ? shown : this.modeler.get('canvas').getRootElement();
    this.chooser.value = this.element.id;
    const title = make('h2', { textContent: nameOf(this.element) });
    const code = make('p', { className: 'meta' }, 'Mã trong bản vẽ: ', make('code', { textContent: this.element.id }));
    const inputs = fields.filter(field => field.when(this.element.businessObject)).flatMap((field, at) => this.field(field, `truong-${at}`));
    const form = hasForm(this.element.businessObject) ? this.form.part(this.element, () => this.show(this.element), act => this.writing(act)) : [];
    this.body.replaceChildren(title, code, ...inputs, ...form);
  }

  field(field, id) {
    const value = this.values.read(this.element, field.key);
    const hint = field.hint && make('p', { className: 'hint', id: `${id}-hint`, textContent: field.hint });
    const problem = make('p', { className: 'no', id: `${id}-problem` });
    if (field.pairs || field.words) return this.group(field, id, String(value), hint);
    const label = make('label', { htmlFor: id, textContent: field.label });
    const write = text => { problem.textContent = this.writing(() => this.values.write(this.element, field.key, text)); if (/^(wf:task|wf:activity)$/.test(field.key)) this.show(this.element); };
    const entry = { id, value: String(value), autocomplete: 'off', onchange: event => write(event.target.value) };
    const control = field.list ? this.list(field, id, value, write)
      : [/^(name|text)$/.test(field.key) ? make('textarea', { ...entry, rows: 2 }) : make('input', { ...entry, type: 'text' })];
    control[0].setAttribute('aria-describedby', [hint && `${id}-hint`, `${id}-problem`].filter(Boolean).join(' '));
    control[0].dataset.key = field.key;
    return [label, hint, ...control, problem].filter(Boolean);
  }

  // Several values under one heading.
  group(field, id, value, hint) {
    const redraw = () => this.show(this.element);
    const write = text => this.writing(() => this.values.write(this.element, field.key, text));
    const inside = field.pairs
      ? [pairs({ key: field.key, text: value, kind: 'ket_qua', redraw, write, words: { add: 'Thêm kết quả', one: 'kết quả', first: 'Kết quả' } })]
      : this.several(value, write);
    const made = make('fieldset', {}, make('legend', { textContent: field.label }), hint, ...inside);
    made.dataset.key = field.key;
    if (hint) made.setAttribute('aria-describedby', `${id}-hint`);
    return [made];
  }

  // What is chosen and not known is kept, as a line of its own.
  several(value, write) {
    const chosen = new Set(value.split(',').map(one => one.trim()).filter(Boolean));
    const known = [...this.lists.of('candidates', this.element).filter(([key]) => key && !/^(drafter|signer|units)$/.test(key)), ['nobody', 'Không ai: chỉ quy trình khác gọi']];
    const all = [...known, ...[...chosen].filter(key => !known.some(([one]) => one === key)).map(key => [key, key])];
    return all.map(([key, words]) => make('label', { className: 'choice' }, make('input', {
      type: 'checkbox', value: key, checked: chosen.has(key),
      onchange: event => {
        // Nobody, or some: never both.
        if (event.target.checked && key === 'nobody') chosen.clear(); else chosen.delete('nobody');
        if (event.target.checked) chosen.add(key); else chosen.delete(key);
        event.target.closest('fieldset').querySelectorAll('input').forEach(one => { one.checked = chosen.has(one.value); });
        write([...chosen].join(', '));
      }
    }), ` ${words}`));
  }

  // A value that the list does not know is kept: another modeler or a later version may have written it.
  list(field, id, value, write) {
    const entries = this.lists.of(field.list, this.element);
    const known = entries.some(([key]) => key === value);
    const own = make('input', { type: 'text', value: known ? '' : value, hidden: known, ariaLabel: `${field.label}: ghi tay`, onchange: event => write(event.target.value) });
    const select = make('select', { id }, ...entries.map(([key, words]) => make('option', { value: key, textContent: words })));
    if (field.other || !known) select.append(make('option', { value: '\u0000', textContent: 'Ghi tay…' }));
    select.value = known ? value : '\u0000';
    select.onchange = () => {
      own.hidden = select.value !== '\u0000';
      if (own.hidden) write(select.value); else own.focus();
    };
    return [select, own];
  }
}
