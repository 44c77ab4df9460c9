import { readFileSync } from 'node:fs';
import { loadKnowledge } from './data/knowledge/knowledge.js';
import { buildSearch } from './dialogs/questions/search.js';
const s = buildSearch(loadKnowledge('./data/knowledge')); let id = '', n = 0, top = 0, ans = 0, wrong = 0, in3 = 0; const bad: string[] = [];
for (const l of readFileSync(process.argv[2]!, 'utf8').split('\n').map((x) => x.trim()).filter(Boolean)) { if (l.startsWith('@')) { id = l.slice(1); continue; } n++; const r = s.find(l); const order = [r.best, ...r.near].filter(Boolean).map((e) => e!.id); if (order[0] === id) top++; if (order.slice(0, 3).includes(id)) in3++; if (r.kind === 'answer') { if (r.best!.id === id) ans++; else wrong++; } if (order[0] !== id) bad.push(`${r.kind} ${l} [${id}] -> ${order} ${r.score.toFixed(2)}`); }
console.log({ n, top, in3, ans, wrong }); console.log(bad.join('\n'));
