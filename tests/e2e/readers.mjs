// SPDX-License-Identifier: GPL-3.0-or-later
// node readers.mjs FILE.pptx: the text that officeparser and pptxtojson read in a deck, as JSON; null where one is not
// installed. Run in a folder where they are.
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const require = createRequire(process.cwd() + '/');
const path = process.argv[2];
const has = (name) => existsSync(`${process.cwd()}/node_modules/${name}`);
const load = async (name) => import(pathToFileURL(require.resolve(name)).href);
const bare = (html) => html.replace(/<[^>]*>/g, ' ').replace(/&nbsp;/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>')
  .replace(/&quot;/g, '"').replace(/&amp;/g, '&');

async function officeparser() {
  const loaded = await load('officeparser');
  const api = loaded.default ?? loaded;
  const parse = api.parseOfficeAsync ?? api.parseOffice ?? api.OfficeParser?.parseOffice;
  const result = await parse(path);
  return typeof result === 'string' ? result : result.toText();
}

async function pptxtojson() {
  const { parse } = await import(pathToFileURL(`${process.cwd()}/node_modules/pptxtojson/dist/index.cjs`).href)
    .then((loaded) => loaded.default ?? loaded);
  const bytes = readFileSync(path);
  const deck = await parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const kinds = {};
  const texts = [];
  const walk = (element) => {
    kinds[element.type] = (kinds[element.type] ?? 0) + 1;
    if (element.content) texts.push(bare(element.content));
    for (const row of element.data ?? []) for (const cell of Array.isArray(row) ? row : []) if (cell?.text) texts.push(bare(cell.text));
    for (const child of element.elements ?? []) walk(child);
  };
  for (const slide of deck.slides) for (const element of [...slide.elements]) walk(element);
  return { text: texts.join('\n'), kinds, slides: deck.slides.length };
}

const answer = { officeparser: null, pptxtojson: null };
if (has('officeparser')) answer.officeparser = await officeparser();
if (has('pptxtojson')) answer.pptxtojson = await pptxtojson();
console.log(JSON.stringify(answer));
process.exit(0);
