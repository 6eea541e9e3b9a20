// The form of a task: what it asks, in order. Each field is a wf:field in the task's extension elements; what else stands there stays as it is.
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { pairs } from './pairs.js';
import { codeOf, fresh, make, rows } from './rows.js';

const kinds = [['text', 'Một dòng chữ'], ['long-text', 'Nhiều dòng chữ'], ['number', 'Số'], ['money', 'Số tiền (đồng)'], ['date', 'Ngày'], ['choice', 'Chọn một mục'], ['yes-no', 'Có hoặc không']];
const names = ['name', 'label', 'type', 'required', 'readonly', 'min', 'max', 'options', 'hint'];
const isField = one => is(one, 'wf:Field') || one.$type === 'wf:field';
const unnamed = /^o_\d+$/;

export const hasForm = business => is(business, 'bpmn:UserTask') && !business.get('wf:task');

export class Form {
  constructor(modeler) {
    this.modeling = modeler.get('modeling');
    this.factory = modeler.get('bpmnFactory');
  }

  read(element) {
    return (element.businessObject.extensionElements?.values ?? []).filter(isField).map(one => Object.fromEntries(names.map(name => [name, one.get(name) ?? ''])));
  }

  // New elements every time: what is taken back are the old ones, as they were.
  write(element, items) {
    const business = element.businessObject;
    const others = (business.extensionElements?.values ?? []).filter(one => !isField(one));
    const made = items.map(item => this.factory.create('wf:Field', Object.fromEntries(Object.entries(item).filter(([, value]) => value !== ''))));
    const values = [...others, ...made];
    const extension = values.length ? this.factory.create('bpmn:ExtensionElements', { values }) : undefined;
    values.forEach(one => { one.$parent = extension; });
    if (extension) extension.$parent = business;
    this.modeling.updateProperties(element, { extensionElements: extension });
  }

  /** The part of the panel for a task's form. */
  part(element, redraw, writing) {
    const items = this.read(element);
    const write = now => {
      writing(() => this.write(element, now));
      return new Set(now.map(one => one.name)).size < now.length ? 'Hai ô có cùng tên biến; đồng chí đổi một tên.' : '';
    };
    const list = rows({
      key: 'wf:field', items, write, redraw, words: { add: 'Thêm ô nhập', one: 'ô nhập' },
      blank: now => { const n = now.length + 1; return { ...Object.fromEntries(names.map(name => [name, ''])), name: fresh(now.map(one => one.name), `o_${n}`), label: `Ô ${n}`, type: 'text' }; },
      draw: (item, set, at) => this.inputs(item, set, at, redraw)
    });
    return [make('h3', { textContent: 'Biểu mẫu của việc này' }), make('p', { className: 'hint', textContent: items.length ? 'Người làm việc trả lời các ô này, theo thứ tự.' : 'Chưa có ô nào: người làm việc chỉ chọn kết quả và ghi chú.' }), list];
  }

  inputs(item, set, at, redraw) {
    const id = name => `o-nhap-${at}-${name}`;
    const line = (name, label, properties = {}) => {
      const control = make('input', { type: 'text', id: id(name), value: item[name], autocomplete: 'off', onchange: event => set({ [name]: event.target.value.trim() }), ...properties });
      return [make('label', { htmlFor: id(name), textContent: label }), control];
    };
    const tick = (name, label) => make('label', { className: 'choice' }, make('input', { type: 'checkbox', id: id(name), checked: item[name] === 'true', onchange: event => set({ [name]: event.target.checked ? 'true' : '' }) }), ` ${label}`);
    const variable = line('name', 'Tên biến');
    const label = line('label', 'Nhãn', {
      onchange: event => {
        const named = event.target.value.trim();
        variable[1].value = set(unnamed.test(variable[1].value) && named ? { label: named, name: codeOf(named) } : { label: named }).name;
      }
    });
    const kind = make('select', { id: id('type') }, ...kinds.map(([value, words]) => make('option', { value, textContent: words })));
    if (item.type && !kinds.some(([value]) => value === item.type)) kind.append(make('option', { value: item.type, textContent: item.type }));
    kind.value = item.type || 'text';
    kind.onchange = () => {
      const numbers = /^(number|money)$/.test(kind.value);
      set({ type: kind.value, options: kind.value === 'choice' ? item.options || 'lua_chon_1=Lựa chọn 1, lua_chon_2=Lựa chọn 2' : '', ...(numbers ? {} : { min: '', max: '' }) });
      redraw();
      document.querySelector(`#${CSS.escape(id('type'))}`)?.focus();
    };
    const choices = item.type !== 'choice' ? [] : [make('p', { className: 'meta', textContent: 'Các mục để chọn' }), pairs({
      key: `wf:field-${at}-options`, text: item.options, kind: 'lua_chon', redraw, words: { add: 'Thêm mục', one: 'mục', first: 'Lựa chọn' }, write: options => set({ options })
    })];
    const limits = /^(number|money)$/.test(item.type) ? [...line('min', 'Nhỏ nhất', { inputMode: 'decimal' }), ...line('max', 'Lớn nhất', { inputMode: 'decimal' })] : [];
    return [
      ...label, ...variable, make('label', { htmlFor: id('type'), textContent: 'Kiểu' }), kind, tick('required', 'Bắt buộc'), ...choices,
      make('details', { open: item.readonly === 'true' || Boolean(item.hint || item.min || item.max) }, make('summary', { textContent: 'Thêm' }), tick('readonly', 'Chỉ cho xem, không hỏi'), ...line('hint', 'Câu giúp'), ...limits)
    ];
  }
}
