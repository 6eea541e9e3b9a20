// The panel beside the drawing: what applies to the selected element, in the office's words. Plain form fields: a keyboard and a screen
// reader need nothing more.
import { fields } from './fields.js';
import { kinds } from './words.js';

const make = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

export const nameOf = element => `${element.businessObject.name || '(không tên)'} · ${kinds[element.type] ?? element.type.replace('bpmn:', '')}`;

export class Panel {
  constructor(modeler, values, lists, place) {
    Object.assign(this, { modeler, values, lists, place });
    this.chooser = place.querySelector('#phan-tu');
    this.body = place.querySelector('#thuoc-tinh');
    const events = modeler.get('eventBus');
    events.on('selection.changed', ({ newSelection }) => this.show(newSelection.length === 1 ? newSelection[0] : undefined));
    events.on('commandStack.changed', () => { this.fillChooser(); if (!this.body.contains(document.activeElement)) this.show(this.element); });
    this.chooser.addEventListener('change', () => this.select(this.chooser.value));
    this.fillChooser();
    this.show();
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
    this.body.replaceChildren(title, code, ...inputs);
  }

  field(field, id) {
    const value = this.values.read(this.element, field.key);
    const hint = field.hint && make('p', { className: 'hint', id: `${id}-hint`, textContent: field.hint });
    const problem = make('p', { className: 'no', id: `${id}-problem` });
    const label = make('label', { htmlFor: id, textContent: field.label });
    const write = text => { problem.textContent = this.values.write(this.element, field.key, text); if (/^(wf:task|wf:activity)$/.test(field.key)) this.show(this.element); };
    const entry = { id, value: String(value), autocomplete: 'off', onchange: event => write(event.target.value) };
    const control = field.list ? this.list(field, id, value, write)
      : [/^(name|text)$/.test(field.key) ? make('textarea', { ...entry, rows: 2 }) : make('input', { ...entry, type: 'text' })];
    control[0].setAttribute('aria-describedby', [hint && `${id}-hint`, `${id}-problem`].filter(Boolean).join(' '));
    control[0].dataset.key = field.key;
    return [label, hint, ...control, problem].filter(Boolean);
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
