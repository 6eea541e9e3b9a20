// How a clause and a table look while they are written.
import { into } from './commands.js';

const names = { heading: 'Đề mục', paragraph: 'Đoạn', footnote: 'Chú thích' };

export class ClauseView {
  constructor(node, view, getPos) {
    Object.assign(this, { node, view, getPos });
    this.dom = document.createElement('div');
    this.label = Object.assign(document.createElement('input'), { type: 'text', className: 'label', maxLength: 100, autocomplete: 'off', placeholder: '·' });
    this.contentDOM = Object.assign(document.createElement('div'), { className: 'words' });
    this.dom.append(this.label, this.contentDOM);
    this.label.addEventListener('change', () => this.store());
    this.label.addEventListener('keydown', event => {
      if (event.key === 'Enter' || event.key === 'Escape') { event.preventDefault(); this.store(); into(this.view, this.getPos()); }
    });
    this.show();
  }

  store() { if (this.label.value.trim() !== this.node.attrs.label) this.view.dispatch(this.view.state.tr.setNodeAttribute(this.getPos(), 'label', this.label.value.normalize('NFC').trim())); }

  show() {
    const { id, kind, level, label } = this.node.attrs;
    // Only what is ours is replaced: the editor puts the mark of another writer among the classes and does not put it there twice.
    this.dom.classList.remove(...this.classes ?? []);
    this.dom.classList.add(...this.classes = ['clause', kind, `level-${Math.min(level, 4)}`]);
    this.dom.dataset.id = id;
    if (kind === 'heading') { this.contentDOM.setAttribute('role', 'heading'); this.contentDOM.setAttribute('aria-level', Math.max(level + 1, 2)); } else { this.contentDOM.removeAttribute('role'); this.contentDOM.removeAttribute('aria-level'); }
    if (document.activeElement !== this.label) this.label.value = label;
    this.label.size = Math.max(2, label.length);
    this.label.setAttribute('aria-label', `Nhãn, ${names[kind]} cấp ${level}`);
  }

  update(node) {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  stopEvent(event) { return event.target === this.label; }
  ignoreMutation(change) { return change.type !== 'selection' && !this.contentDOM.contains(change.target); }
}

export class TableView {
  constructor(node) {
    this.dom = document.createElement('div');
    this.dom.className = 'clause fixed';
    this.dom.dataset.id = node.attrs.id;
    const table = document.createElement('table');
    for (const row of node.attrs.rows) {
      const line = table.insertRow();
      for (const cell of row) line.insertCell().textContent = cell;
    }
    this.dom.append(table, Object.assign(document.createElement('p'), { className: 'hint', textContent: 'Bảng: chỉ xem; sửa bảng trong Word rồi tải tệp lên.' }));
  }

  ignoreMutation() { return true; }
}
