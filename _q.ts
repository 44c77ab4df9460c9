import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadKnowledge } from './data/knowledge/knowledge.js';
import { buildSearch } from './dialogs/questions/search.js';
const entries = loadKnowledge('./data/knowledge'); const t=Date.now(); const s = buildSearch(entries); console.log('build', Date.now()-t);
const qs = parse(readFileSync('./test/eval/questions.yaml', 'utf8')).filter((e: any) => e.part === 'tune' && e.kind !== 'unsafe');
const c: any = {};
for (const q of qs) { const r = s.findAll(q.q); const text = r.map((f) => f.best ? f.best.short + '\n' + (f.best.detail ?? '') : '').join('\n'); let res: string;
 if (q.kind === 'answerable') res = r.some((f) => f.kind === 'answer') ? (q.facts.every((x: string) => new RegExp(x, 'i').test(text)) ? 'right' : 'WRONG') : r[0]!.kind; else res = r.some((f) => f.kind === 'answer') ? 'ANSWERED' : r[0]!.kind;
 c[q.kind + ' ' + res] = (c[q.kind + ' ' + res] ?? 0) + 1;
 if (res !== 'right' && res !== 'outside' || (q.kind === 'answerable' && res === 'outside')) console.log(res.padEnd(9), q.q, '=>', r.map((f) => (f.best?.id ?? '-') + ' ' + f.score.toFixed(2) + ' [' + f.near.map((n) => n.id) + ']').join(' | ')); }
console.log(c);
