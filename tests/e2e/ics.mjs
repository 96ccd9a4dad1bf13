// SPDX-License-Identifier: GPL-3.0-or-later
// node ics.mjs FILE: what ical.js reads in a calendar file, as JSON. Run in a folder where it is installed.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const require = createRequire(process.cwd() + '/');
const loaded = await import(pathToFileURL(require.resolve('ical.js')).href);
const ICAL = loaded.default ?? loaded;
const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], 'utf-8')));
const events = calendar.getAllSubcomponents('vevent').map((each) => {
  const event = new ICAL.Event(each);
  return {
    uid: event.uid, summary: event.summary, description: event.description,
    start: event.startDate.toJSDate().toISOString(), end: event.endDate.toJSDate().toISOString(),
    organizer: each.getFirstPropertyValue('organizer'),
    attendees: event.attendees.map((who) => ({ name: who.getParameter('cn'), address: who.getFirstValue() })),
  };
});
console.log(JSON.stringify({ version: calendar.getFirstPropertyValue('version'), events }));
