// What keys and buttons do to clauses.
import { Plugin, TextSelection } from 'prosemirror-state';
import { toggleMark } from 'prosemirror-commands';
import { schema } from './schema.js';

const here = state => { const { $from } = state.selection; return $from.depth > 0 && $from.node(1).type === schema.nodes.clause ? { node: $from.node(1), at: $from.before(1) } : null; };
const newId = () => 'n' + [...crypto.getRandomValues(new Uint8Array(6))].map(one => one.toString(16).padStart(2, '0')).join('');

/** The clauses that a selection touches. */
function touched(state) {
  const found = [];
  state.doc.nodesBetween(state.selection.from, state.selection.to, (node, at) => { if (node.type === schema.nodes.clause) found.push({ node, at }); return false; });
  return found;
}

export const mark = name => toggleMark(schema.marks[name]);

/** A new clause from here on. After a heading comes a paragraph below it. */
export function split(state, dispatch) {
  const place = here(state);
  if (!place || !state.selection.$to.sameParent(state.selection.$from)) return false;
  const tr = state.tr.deleteSelection();
  const atEnd = tr.selection.$from.parentOffset === tr.selection.$from.parent.content.size;
  const { kind, level } = place.node.attrs;
  const attrs = kind === 'heading' && atEnd ? { kind: 'paragraph', level: level + 1 } : { kind, level };
  dispatch?.(tr.split(tr.selection.from, 1, [{ type: schema.nodes.clause, attrs: { ...attrs, id: newId(), label: '' } }]).scrollIntoView());
  return true;
}

/** At the beginning of a clause: first its label goes, where one sees it going; then it becomes part of the one above. */
export function mergeUp(state, dispatch) {
  const place = here(state);
  if (!place || !state.selection.empty || state.selection.$from.parentOffset > 0) return false;
  if (place.node.attrs.label) { dispatch?.(state.tr.setNodeAttribute(place.at, 'label', '')); return true; }
  const before = state.doc.resolve(place.at).nodeBefore;
  if (!before || before.type !== schema.nodes.clause) return true;
  dispatch?.(state.tr.join(place.at).scrollIntoView());
  return true;
}

export function mergeDown(state, dispatch) {
  const place = here(state);
  if (!place || !state.selection.empty || state.selection.$from.parentOffset < place.node.content.size) return false;
  const end = place.at + place.node.nodeSize;
  const after = state.doc.resolve(end).nodeAfter;
  if (after?.type === schema.nodes.clause) dispatch?.(after.attrs.label ? state.tr.setNodeAttribute(end, 'label', '') : state.tr.join(end));
  return true;
}

export const level = by => (state, dispatch) => {
  const tr = state.tr;
  for (const { node, at } of touched(state)) tr.setNodeAttribute(at, 'level', Math.min(Math.max(node.attrs.level + by, 0), node.attrs.kind === 'heading' ? 3 : 9));
  if (tr.docChanged) dispatch?.(tr);
  return true;
};

export const kind = to => (state, dispatch) => {
  const tr = state.tr;
  for (const { node, at } of touched(state)) {
    tr.setNodeAttribute(at, 'kind', to);
    if (to === 'heading' && node.attrs.level > 3) tr.setNodeAttribute(at, 'level', 3);
  }
  if (tr.docChanged) dispatch?.(tr);
  return true;
};

/** Every clause keeps an id of its own: one that was pasted or split off gets a new one. */
export const ownIds = new Plugin({
  appendTransaction(transactions, before, state) {
    if (!transactions.some(one => one.docChanged)) return null;
    // Of two with one id, the one that stood there before keeps it: what was copied stands elsewhere.
    const tr = state.tr.setMeta('addToHistory', false);
    const seen = new Set();
    state.doc.forEach((node, at) => {
      if (!node.attrs.id || seen.has(node.attrs.id)) tr.setNodeAttribute(at, 'id', newId());
      else seen.add(node.attrs.id);
    });
    return tr.docChanged ? tr : null;
  }
});

/** Puts the cursor at the beginning of the clause there. */
export const into = (view, at) => { view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at + 1)).scrollIntoView()); view.focus(); };
export { here };
