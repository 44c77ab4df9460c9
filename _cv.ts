import { loadKnowledge } from './data/knowledge/knowledge.js';
import { trainClassifier, type Example } from './dialogs/understanding/classifier.js';
import { lexiconOf } from './dialogs/understanding/terms.js';
import { outsideExamples } from './dialogs/questions/outside-examples.js';
const entries = loadKnowledge('./data/knowledge');
const asks: Example[] = entries.flatMap((e) => e.asks.map((text) => ({ label: e.id, text })));
const outs: Example[] = outsideExamples.map((o) => ({ label: 'outside:' + o.subject, text: o.text }));
const rest = (w: any): Example[] => entries.flatMap((e) => [{ label: e.id, text: e.question, weight: w.question }, { label: e.id, text: e.short, weight: w.short }, ...(e.detail ?? '').split(/\n+|(?<=[.?]) /).map((l) => l.replace(/^- /, '').trim()).filter((l) => l.length > 12).map((text) => ({ label: e.id, text, weight: w.detail }))].filter((x) => x.weight > 0));
const K = 4; let seed = 3; const rnd = () => ((seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff); const fold = [...asks, ...outs].map(() => Math.floor(rnd() * K));
const all = [...asks, ...outs];
for (const v of JSON.parse(process.argv[2] ?? '[{}]')) { const w = { question: 1.5, short: 0.9, detail: 0.35, ...v }; const t = Date.now(); let ok = 0, n = 0, ok3 = 0, oo = 0, on = 0, io = 0;
  const R = rest(w); const lexicon = lexiconOf([...all, ...R].map((x) => x.text));
  for (let f = 0; f < K; f++) { const c = trainClassifier([...all.filter((_, i) => fold[i] !== f), ...R], { lexicon, ...v });
    all.forEach((e, i) => { if (fold[i] !== f) return; const r = c.rank(e.text); const out = e.label.startsWith('outside'); if (out) { on++; if (r[0]?.label.startsWith('outside')) oo++; } else { n++; if (r[0]?.label === e.label) ok++; if (r[0]?.label.startsWith('outside')) io++; if (r.slice(0, 3).some((x) => x.label === e.label)) ok3++; } }); }
  console.log(JSON.stringify(v), (ok / n).toFixed(4), (ok3 / n).toFixed(4), 'in->out', io, 'out ok', oo + '/' + on, Date.now() - t); }
