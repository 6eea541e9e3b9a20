// Bundles the modeler and the editor into the web root: scripts and styles with a hash in their names, the licences of everything in them, and
// a list of what was made for each, by which its page finds it.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(here, '..', 'wwwroot', 'dist');
fs.rmSync(out, { recursive: true, force: true });
const bundles = { modeler: 'src/main.js', editor: 'editor/main.js' };
for (const [bundle, entry] of Object.entries(bundles)) {
  const { metafile } = await esbuild.build({
    absWorkingDir: here,
    entryPoints: { [bundle]: entry },
    outdir: out,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    legalComments: 'none',
    metafile: true,
    loader: { '.woff2': 'file', '.woff': 'file', '.ttf': 'file', '.eot': 'file', '.svg': 'file' },
    logLevel: 'warning'
  });
  const made = Object.keys(metafile.outputs).map(file => path.basename(file));
  const script = made.find(name => name.endsWith('.js'));
  const style = made.find(name => name.endsWith('.css'));

  // Whose code is in it, with each licence in full.
  const packages = new Set(Object.keys(metafile.inputs).map(file => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]).filter(Boolean));
  const licences = [...packages].sort().map(name => {
    const folder = path.join(here, 'node_modules', name);
    const file = fs.readdirSync(folder).find(one => /^licen[cs]e/i.test(one));
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return `${name} ${version}\n\n${file ? fs.readFileSync(path.join(folder, file), 'utf8').trim() : 'See package.json'}\n`;
  });
  fs.writeFileSync(path.join(out, `${bundle}-licences.txt`), licences.join('\n----\n\n'));
  fs.writeFileSync(path.join(out, `${bundle}.json`), JSON.stringify({ script: `/dist/${script}`, style: `/dist/${style}`, licences: `/dist/${bundle}-licences.txt` }) + '\n');
}
