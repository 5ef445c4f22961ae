import { parseArgs } from 'node:util';
import { measureBundles } from './bundles/measure-bundles.js';
import { PARTS, toTable, type Figure, type Part } from './figures.js';
import { describeMachine } from './machine.js';
const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
void positionals; void PARTS; 
const figs: Figure[] = await measureBundles((l) => console.error(l));
console.log(values.json ? JSON.stringify({ machine: describeMachine(), figures: figs }) : toTable(figs));
export type X = Part;
