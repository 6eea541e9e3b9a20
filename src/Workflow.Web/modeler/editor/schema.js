// The clause list as ProseMirror sees it, and the way there and back. A label is no text: it is a field of its own, never renumbered by itself.
import { Schema } from 'prosemirror-model';

const kinds = ['heading', 'paragraph', 'footnote'];

export const schema = new Schema({
  nodes: {
    doc: { content: '(clause | table)+' },
    clause: {
      content: 'text*', marks: '_', defining: true, attrs: { id: { default: '' }, kind: { default: 'paragraph' }, level: { default: 1 }, label: { default: '' } },
      parseDOM: [
        ...[1, 2, 3, 4, 5, 6].map(n => ({ tag: `h${n}`, getAttrs: dom => ({ kind: 'heading', level: Math.min(n - 1, 3), label: dom.getAttribute('data-label') ?? '' }) })),
        ...['p', 'li', 'td', 'th', 'div', 'pre', 'blockquote'].map(tag => ({
          tag, getAttrs: dom => ({ kind: kinds.includes(dom.getAttribute('data-kind')) ? dom.getAttribute('data-kind') : 'paragraph', level: Math.min(Math.max(Number(dom.getAttribute('data-level') ?? 1) || 0, 0), 3), label: (dom.getAttribute('data-label') ?? '').slice(0, 100) })
        }))
      ],
      toDOM: node => ['p', { 'data-kind': node.attrs.kind, 'data-level': node.attrs.level, 'data-label': node.attrs.label }, 0]
    },
    table: { atom: true, selectable: true, attrs: { id: {}, level: { default: 1 }, label: { default: '' }, rows: {} }, toDOM: node => ['table', {}, ...node.attrs.rows.map(row => ['tr', ...row.map(cell => ['td', cell])])] },
    text: {}
  },
  marks: {
    bold: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    superscript: { parseDOM: [{ tag: 'sup' }], toDOM: () => ['sup', 0] }
  }
});

const marks = run => ['bold', 'italic', 'superscript'].filter(name => run[name]).map(name => schema.marks[name].create());

/** Clauses as the server writes them, as a document. */
export const toDoc = clauses => schema.node('doc', null, clauses.map(one => one.rows
  ? schema.node('table', { id: one.id, level: one.level, label: one.label, rows: one.rows })
  : schema.node('clause', { id: one.id, kind: one.kind, level: one.level, label: one.label }, one.runs.filter(run => run.text).map(run => schema.text(run.text, marks(run))))));

/** A document as clauses for the server. */
export const toClauses = doc => doc.children.map(node => node.type.name === 'table'
  ? { id: node.attrs.id, kind: 'table', level: node.attrs.level, label: node.attrs.label, runs: [], rows: node.attrs.rows }
  : {
      id: node.attrs.id, kind: node.attrs.kind, level: node.attrs.level, label: node.attrs.label.normalize('NFC'),
      runs: node.children.map(text => ({ text: text.text.normalize('NFC'), ...Object.fromEntries(text.marks.map(mark => [mark.type.name, true])) }))
    });

/** "Ủy ban nhân dân xã (để thực hiện)" a line, and back. */
export const toLines = recipients => recipients.map(one => one.purpose ? `${one.name} (${one.purpose})` : one.name).join('\n');
export const toRecipients = lines => lines.normalize('NFC').split('\n').map(line => line.trim()).filter(Boolean).map(line => {
  const parts = /^(.*\S)\s*\((để [^()]+)\)$/.exec(line);
  return parts ? { name: parts[1], purpose: parts[2] } : { name: line };
});
