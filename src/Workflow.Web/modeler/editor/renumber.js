// "Đánh số lại": says which labels would change, and nothing more. What an editor wrote as a label stays until they say yes.
const letters = [...'abcdđeghiklmnopqrstuvxy'];
const romans = [[10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];
const roman = number => { let words = ''; for (const [value, sign] of romans) while (number >= value) { words += sign; number -= value; } return words; };

// The ways of numbering; the next label is made like the one that stands there.
const ways = [
  { name: 'roman', test: /^[IVXLC]+(\.?)$/, make: (number, [, end]) => roman(number) + end },
  { name: 'letter', test: /^([a-zđ])([).])$/, make: (number, [, , end]) => (letters[number - 1] ?? `${number}`) + end },
  { name: 'brackets', test: /^\(\d+\)$/, make: number => `(${number})` },
  { name: 'dots', test: /^(\d+(?:\.\d+)+)(\.?)$/, make: (number, [, , end], above) => (above ? `${above}.${number}` : `${number}`) + end, parts: label => label.split('.').filter(Boolean).length },
  { name: 'number', test: /^(\d+)([.)]?)$/, make: (number, [, , end]) => `${number}${end}` }
];

/** [{ index, from, to }] of the clauses whose label would change. */
export function renumbering(clauses) {
  const counters = [];
  const plan = [];
  let number = '';
  let dotted = '';
  clauses.forEach((one, index) => {
    const way = ways.find(each => each.test.test(one.label));
    if (one.kind === 'heading') counters.length = Math.min(counters.length, one.level + 1);
    if (!way || one.kind === 'footnote' || one.rows) return;
    counters.length = Math.min(Math.max(counters.length, one.level + 1), one.level + 1);
    const mine = counters[one.level] ??= {};
    // What is counted in another way begins again below each of these.
    mine[way.name] = (mine[way.name] ?? 0) + 1;
    for (const other of ways) if (other !== way && ways.indexOf(other) > ways.indexOf(way) && way.name === 'roman') delete mine[other.name];
    const above = way.parts?.(one.label) > 2 ? dotted : number;
    const to = way.make(mine[way.name], way.test.exec(one.label), above);
    if (way.name === 'number') number = to.replace(/[.)]$/, '');
    if (way.parts?.(one.label) === 2) dotted = to.replace(/\.$/, '');
    if (to !== one.label) plan.push({ index, from: one.label, to });
  });
  return plan;
}
