// The definitions we ship, opened in another maker's modeler: no warning, a shape for every node, and nothing of ours lost when it saves.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const [folder, out] = process.argv.slice(2);
const modeler = createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-modeler.production.min.js');
fs.mkdirSync(out, { recursive: true });
let passed = 0;
const failures = [];
const check = (good, what) => { if (good) passed++; else failures.push(what); };
const ours = xml => [...xml.matchAll(/wf:(\w+)="([^"]*)"/g)].map(found => found[0]).sort().join('\n');

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] });
for (const file of fs.readdirSync(folder).filter(name => name.endsWith('.bpmn'))) {
  const xml = fs.readFileSync(path.join(folder, file), 'utf8');
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  await page.setContent('<div id="canvas" style="height:100vh"></div>');
  await page.addScriptTag({ path: modeler });
  const { warnings, missing, saved } = await page.evaluate(async text => {
    const shown = new window.BpmnJS({ container: '#canvas' });
    const { warnings } = await shown.importXML(text);
    shown.get('canvas').zoom('fit-viewport');
    const registry = shown.get('elementRegistry');
    const ids = [...new DOMParser().parseFromString(text, 'text/xml').querySelectorAll('process [id]')].filter(node => !/EventDefinition$/.test(node.localName) && node.localName !== 'formalExpression').map(node => node.id);
    const { xml } = await shown.saveXML({ format: true });
    return { warnings: warnings.map(one => one.message), missing: ids.filter(id => id && !registry.get(id)), saved: xml };
  }, xml);
  check(warnings.length === 0, `${file}: ${warnings.join('; ')}`);
  check(missing.length === 0, `${file}: not drawn: ${missing.join(', ')}`);
  check(ours(saved) === ours(xml) && ours(xml).length > 0, `${file}: attributes lost`);
  await page.screenshot({ path: path.join(out, `bpmn-${path.basename(file, '.bpmn')}.png`) });
}
await browser.close();
for (const failure of failures) console.log('FAIL ' + failure);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length ? 1 : 0);
