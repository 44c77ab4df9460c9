import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadKnowledge } from './data/knowledge/knowledge.js';
import { buildSearch } from './dialogs/questions/search.js';
const s = buildSearch(loadKnowledge('./data/knowledge'));
const qs = parse(readFileSync('./test/eval/questions.yaml', 'utf8')).filter((e: any) => e.kind !== 'unsafe');
const c: any = {};
for (const q of qs) { const r = s.findAll(q.q); const text = r.map((f) => f.best ? f.best.short + '\n' + (f.best.detail ?? '') : '').join('\n'); let res: string;
 if (q.kind === 'answerable') res = r.some((f) => f.kind === 'answer') ? (q.facts.every((x: string) => new RegExp(x, 'i').test(text)) ? 'right' : 'WRONG') : r[0]!.kind; else res = r.some((f) => f.kind === 'answer') ? 'ANSWERED' : r[0]!.kind;
 const k = q.part + ' ' + q.kind + ' ' + res; c[k] = (c[k] ?? 0) + 1; }
console.log(Object.entries(c).sort().map(([k, n]) => k + ' ' + n).join('\n'));
