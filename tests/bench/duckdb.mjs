// SPDX-License-Identifier: GPL-3.0-or-later
// node duckdb.mjs CSV DATABASE: reads the file into a new database, durable, and prints what the statement took.
import { createRequire } from 'node:module';
import { rmSync } from 'node:fs';

const require = createRequire(process.cwd() + '/');
const { DuckDBInstance } = require('@duckdb/node-api');
const [csv, path] = process.argv.slice(2);
rmSync(path, { force: true });
const instance = await DuckDBInstance.create(path);
const connection = await instance.connect();
const cpu = process.cpuUsage();
const start = process.hrtime.bigint();
await connection.run(`CREATE TABLE usage AS SELECT * FROM read_csv('${csv.replaceAll("'", "''")}')`);
await connection.run('CHECKPOINT');
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const used = process.cpuUsage(cpu);
const rows = (await connection.runAndReadAll('SELECT count(*) FROM usage')).getRows()[0][0];
console.log(JSON.stringify({
  name: 'duckdb', seconds, cpu: (used.user + used.system) / 1e6, rows: Number(rows),
  peak_bytes: process.resourceUsage().maxRSS * 1024,
}));
