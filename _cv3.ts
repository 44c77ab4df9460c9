import { loadKnowledge } from './data/knowledge/knowledge.js';
import { trainClassifier, type Example } from './dialogs/understanding/classifier.js';
import { lexiconOf } from './dialogs/understanding/terms.js';
import { outsideExamples } from './dialogs/questions/outside-examples.js';
const entries = loadKnowledge('./data/knowledge');
const asks: Example[] = entries.flatMap((e) => e.asks.map((text) => ({ label: e.id, text })));
const outs: Example[] = outsideExamples.map((o) => ({ label: 'outside:' + o.subject, text: o.text }));
const R: Example[] = entries.flatMap((e) => [{ label: e.id, text: e.question, weight: 1.5 }, { label: e.id, text: e.short, weight: 1 }, ...(e.detail ?? '').split(/\n+|(?<=[.?]) /).map((l) => l.replace(/^- /, '').trim()).filter((l) => l.length > 12).map((text) => ({ label: e.id, text, weight: 0.35 }))]);
const all = [...asks, ...outs]; const K = 4; let seed = 3; const rnd = () => ((seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff); const fold = all.map(() => Math.floor(rnd() * K));
const lexicon = lexiconOf([...all, ...R].map((x) => x.text));
const bins: any = {}, ob: any = {}, rb: any = {}; const conf: any = {};
for (let f = 0; f < K; f++) { const c = trainClassifier([...all.filter((_, i) => fold[i] !== f), ...R], { lexicon, flatten: 0.3, letters: 0.3 });
  all.forEach((e, i) => { if (fold[i] !== f) return; const r = c.rank(e.text); const a = r.filter((x) => !x.label.startsWith('outside')); const o = r.find((x) => x.label.startsWith('outside'))?.score ?? 0; const s = a[0]?.score ?? 0; const k = (Math.floor(s * 50) / 50).toFixed(2); if (e.label.startsWith('outside')) { if (o < s) ob[k] = (ob[k] ?? 0) + 1; return; } const b = (bins[k] ??= [0, 0]); b[1]++; if (a[0]?.label === e.label) b[0]++; else { const p = e.label + ' -> ' + a[0]?.label; (conf[p] ??= []).push(e.text); }
    const ratio = Math.min(2, Math.floor((s / (a[1]?.score ?? 0.001)) * 10) / 10).toFixed(1); const q = (rb[ratio] ??= [0, 0]); q[1]++; if (a[0]?.label === e.label) q[0]++; }); }
console.log('score', Object.entries(bins).sort().map(([k, [a, b]]: any) => `${k}:${(a / b).toFixed(2)}(${b})`).join(' ')); console.log('ratio', Object.entries(rb).sort().map(([k, [a, b]]: any) => `${k}:${(a / b).toFixed(2)}(${b})`).join(' ')); console.log('outside not beaten', JSON.stringify(ob));
console.log(Object.entries(conf).sort((a: any, b: any) => b[1].length - a[1].length).slice(0, 90).map(([k, v]: any) => k + ' ' + v.length + ': ' + v.slice(0, 5).join(' / ')).join('\n'));
