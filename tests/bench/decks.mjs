// SPDX-License-Identifier: GPL-3.0-or-later
// node decks.mjs COUNT SLIDES CHARTS packed|plain: pptxgenjs makes decks of the size of a review (titles and texts, charts,
// 5 tables, notes) in one process and prints what one took. "packed" compresses the file, as Steward does; "plain" is what
// pptxgenjs does unasked. Run in a folder where pptxgenjs is installed.
import { createRequire } from 'node:module';

const require = createRequire(process.cwd() + '/');
const PptxGenJS = require('pptxgenjs');
const count = Number(process.argv[2] ?? 30);
const slides = Number(process.argv[3] ?? 15);
const charts = Number(process.argv[4] ?? 4);
const compression = process.argv[5] === 'packed';
const months = ['Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep'];

function chart(deck, slide, number) {
  const labels = number === 0 ? months : months.slice(0, 6);
  const series = ['now', 'before'].map((name, i) => ({ name, labels, values: labels.map((_, at) => 100 + at * 7 + i * 3 + number) }));
  const kind = number === 0 ? deck.charts.LINE : deck.charts.BAR;
  slide.addChart(kind, series, { x: 0.6, y: 1.8, w: 6.7, h: 3.2, altText: 'Use by month' });
}

function table(slide, number) {
  const rows = [['What', 'Who', 'When']];
  for (let i = 0; i < 7; ++i) rows.push([`Rights for the administrator ${number}.${i}`, 'Dana Amari', '30 Sep 2026']);
  slide.addTable(rows, { x: 0.6, y: 1.6, w: 8.8, fontSize: 12 });
}

async function make(number) {
  const deck = new PptxGenJS();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = `Review ${number}`;
  for (let i = 0; i < slides; ++i) {
    const slide = deck.addSlide();
    slide.addText('1 Goals', { x: 0.6, y: 0.4, w: 8.8, h: 0.3, fontSize: 14 });
    slide.addText(`Slide ${i}: 548 people work in the planner, 13 % more than last quarter`, { x: 0.6, y: 0.7, w: 8.8, h: 0.8, fontSize: 28, bold: true });
    if (i >= 4 && i < 4 + charts) chart(deck, slide, i - 4);
    else if (i >= 4 + charts && i < 9 + charts) table(slide, i);
    else for (let k = 0; k < 6; ++k)
      slide.addText(`A sentence that a customer success manager would say, number ${k}`, { x: 0.6, y: 1.6 + k * 0.5, w: 8.8, h: 0.4, fontSize: 18 });
    slide.addText('Acme, Q3 2026', { x: 0.6, y: 5.1, w: 3, h: 0.3, fontSize: 12 });
    slide.addNotes('Say it and stop. Wait for their word.');
  }
  return (await deck.stream({ compression })).length;
}

const times = [];
let bytes = 0;
for (let i = 0; i < count; ++i) {
  const start = process.hrtime.bigint();
  bytes += await make(i);
  times.push(Number(process.hrtime.bigint() - start) / 1e6);
}
const first = times[0];
times.sort((a, b) => a - b);
console.log(JSON.stringify({
  name: compression ? 'pptxgenjs, packed' : 'pptxgenjs', decks: count, median_ms: times[Math.floor(count / 2)], first_ms: first,
  slides, charts,
  bytes: Math.round(bytes / count), peak_bytes: process.resourceUsage().maxRSS * 1024,
}));
