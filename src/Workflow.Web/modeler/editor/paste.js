// What comes in from Word, a web page or a plain text: words, bold, italic, raised figures, headings and labels; nothing else.
import { Fragment, Slice } from 'prosemirror-model';
import { schema } from './schema.js';

const wrap = (node, tag) => { const into = node.ownerDocument.createElement(tag); into.append(...node.childNodes); node.append(into); };
const labelled = /^(PHẦN THỨ [^\s.]+|[IVXLC]+\.|\d+(?:\.\d+)*[.)]|[a-zđ]\)|\(\d+\)|[-+•–])\s+(?=\S)/u;

export function cleanHtml(html) {
  // The policy forbids styles in a document, even one that is only read: they go by another name until they are understood.
  const plain = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<style[\s\S]*?<\/style>/gi, '').replace(/<\/?[ovw]:[^>]*>/g, '').replace(/(<[^>]*?\s)style\s*=/gi, '$1data-style=');
  const page = new DOMParser().parseFromString(plain, 'text/html');
  page.querySelectorAll('script, style, meta, link, title, object, iframe, img, svg, form, input, button').forEach(node => node.remove());
  for (const node of page.querySelectorAll('[data-style]')) {
    const style = node.getAttribute('data-style');
    if (/mso-list:\s*Ignore/i.test(style)) {
      node.closest('p, li, h1, h2, h3, h4, h5, h6')?.setAttribute('data-label', node.textContent.replace(/\s+/g, ' ').trim());
      node.remove();
      continue;
    }

    if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) wrap(node, 'b');
    if (/font-style:\s*italic/i.test(style)) wrap(node, 'i');
    if (/vertical-align:\s*super/i.test(style)) wrap(node, 'sup');
  }

  const kept = ['data-label', 'data-kind', 'data-level', 'data-pm-slice'];
  for (const node of page.querySelectorAll('*')) for (const { name } of [...node.attributes]) if (!kept.includes(name)) node.removeAttribute(name);
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.normalize('NFC').replace(/\s+/g, ' ');
  for (const line of page.querySelectorAll('br')) line.replaceWith(' ');
  return page.body.innerHTML;
}

/** A line a clause; its label, where it has one, goes to its place. */
export function fromText(text, $context) {
  const lines = text.normalize('NFC').split(/[\r\n]+/).map(line => line.replace(/\s+/g, ' ').trim()).filter(Boolean);
  if (lines.length < 2) return lines.length ? new Slice(Fragment.from(schema.text(text.normalize('NFC').replace(/\s+/g, ' '))), 0, 0) : Slice.empty;
  const clauses = lines.map(line => {
    const label = labelled.exec(line)?.[1] ?? '';
    const words = label ? line.slice(label.length).trim() : line;
    return schema.node('clause', { kind: 'paragraph', level: $context.depth ? $context.node(1).attrs.level : 1, label }, schema.text(words));
  });
  return new Slice(Fragment.from(clauses), 1, 1);
}
