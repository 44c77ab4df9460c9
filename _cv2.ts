import { loadKnowledge } from './data/knowledge/knowledge.js';
import { trainClassifier, featuresOf, type Example } from './dialogs/understanding/classifier.js';
import { lexiconOf } from './dialogs/understanding/terms.js';
import { outsideExamples } from './dialogs/questions/outside-examples.js';
const entries = loadKnowledge('./data/knowledge');
const asks: Example[] = entries.flatMap((e) => e.asks.map((text) => ({ label: e.id, text })));
const outs: Example[] = outsideExamples.map((o) => ({ label: 'outside:' + o.subject, text: o.text }));
const R: Example[] = entries.flatMap((e) => [{ label: e.id, text: e.question, weight: 1.5 }, { label: e.id, text: e.short, weight: 1 }, ...(e.detail ?? '').split(/\n+|(?<=[.?]) /).map((l) => l.replace(/^- /, '').trim()).filter((l) => l.length > 12).map((text) => ({ label: e.id, text, weight: 0.35 }))]);
const all = [...asks, ...outs]; const K = 4; let seed = 3; const rnd = () => ((seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff); const fold = all.map(() => Math.floor(rnd() * K));
const lexicon = lexiconOf([...all, ...R].map((x) => x.text));
const labels = [...new Set([...all, ...R].map((x) => x.label))]; const L = new Map(labels.map((l, i) => [l, i])); const C = labels.length;
const opt = { lexicon, letters: 0.3, pairs: 0.5 };
const FA = all.map((x) => featuresOf(x.text, opt, true)), FR = R.map((x) => featuresOf(x.text, opt, false));
const names = ['C', 'N', 'LR', 'LRw', 'C+N', 'C+LR', 'C+LRw', 'C+N+LR', 'C+N+LRw']; const ok: any = {}; let n = 0; names.forEach((k) => (ok[k] = 0)); const ok3: any = {}; names.forEach((k) => (ok3[k] = 0));
for (let f = 0; f < K; f++) {
  const trI = all.map((_, i) => i).filter((i) => fold[i] !== f); const ex = [...trI.map((i) => all[i]!), ...R]; const F = [...trI.map((i) => FA[i]!), ...FR];
  const cent = trainClassifier(ex, { ...opt, flatten: 0.3 });
  const df = new Map<string, number>(); F.forEach((m) => m.forEach((_, k) => df.set(k, (df.get(k) ?? 0) + 1))); const idf = (k: string) => Math.log((F.length + 1) / ((df.get(k) ?? 0) + 0.5));
  const vec = (m: Map<string, number>, filt = (k: string) => true) => { const v: [string, number][] = []; let s = 0; m.forEach((w, k) => { if (!filt(k)) return; const x = w * idf(k); s += x * x; v.push([k, x]); }); s = Math.sqrt(s) || 1; return v.map(([k, x]) => [k, x / s] as [string, number]); };
  const V = F.map((m) => vec(m)); const inv = new Map<string, [number, number][]>(); V.forEach((v, i) => v.forEach(([k, x]) => { const l = inv.get(k); if (l) l.push([i, x]); else inv.set(k, [[i, x]]); }));
  const train = (filt: (k: string) => boolean, epochs: number, rate: number) => { const ids = new Map<string, number>(); const X = F.map((m) => { const v = vec(m, filt); return { i: Int32Array.from(v.map(([k]) => { let i = ids.get(k); if (i === undefined) { i = ids.size; ids.set(k, i); } return i; })), v: Float32Array.from(v.map((x) => x[1])) }; }); const W = new Float32Array(ids.size * C); const p = new Float32Array(C); const order = ex.map((_, i) => i); const t = Date.now();
    for (let e = 0; e < epochs; e++) { for (let i = order.length - 1; i > 0; i--) { const j = Math.floor(rnd() * (i + 1)); [order[i], order[j]] = [order[j]!, order[i]!]; } const r = rate / (1 + e * 0.15);
      for (const d of order) { const x = X[d]!; const y = L.get(ex[d]!.label)!; const w = ex[d]!.weight ?? 1; p.fill(0); for (let k = 0; k < x.i.length; k++) { const o = x.i[k]! * C, v = x.v[k]!; for (let c = 0; c < C; c++) p[c]! += W[o + c]! * v; } let m = -1e9; for (let c = 0; c < C; c++) if (p[c]! > m) m = p[c]!; let s = 0; for (let c = 0; c < C; c++) { p[c] = Math.exp(p[c]! - m); s += p[c]!; } for (let c = 0; c < C; c++) p[c] = r * w * ((c === y ? 1 : 0) - p[c]! / s); for (let k = 0; k < x.i.length; k++) { const o = x.i[k]! * C, v = x.v[k]!; for (let c = 0; c < C; c++) W[o + c]! += p[c]! * v; } } }
    console.log('lr', Date.now() - t);
    return (m: Map<string, number>) => { const v = vec(m, filt); const r = new Float64Array(C); v.forEach(([k, x]) => { const i = ids.get(k); if (i !== undefined) for (let c = 0; c < C; c++) r[c]! += W[i * C + c]! * x; }); const mx = Math.max(...r); let s = 0; for (let c = 0; c < C; c++) { r[c] = Math.exp(r[c]! - mx); s += r[c]!; } return r.map((x) => x / s); }; };
  const lr = train(() => true, 10, 6); const lrw = train((k) => !k.startsWith('#'), 10, 6);
  all.forEach((e, i) => { if (fold[i] !== f || e.label.startsWith('outside')) return; n++; const y = L.get(e.label)!; const c = new Float64Array(C); cent.rank(e.text).forEach((r) => (c[L.get(r.label)!] = r.score));
    const sims = new Map<number, number>(); vec(FA[i]!).forEach(([k, x]) => inv.get(k)?.forEach(([d, w]) => sims.set(d, (sims.get(d) ?? 0) + x * w))); const nn = new Float64Array(C); const per = new Map<number, number[]>(); sims.forEach((s, d) => { const l = L.get(ex[d]!.label)!; const a = per.get(l) ?? []; a.push(s * Math.min(1, ex[d]!.weight ?? 1)); per.set(l, a); }); per.forEach((a, l) => { a.sort((x, y) => y - x); nn[l] = a[0]! + 0.5 * (a[1] ?? 0) + 0.25 * (a[2] ?? 0); });
    const a = lr(FA[i]!), b = lrw(FA[i]!); const S: any = { C: c, N: nn, LR: a, LRw: b, 'C+N': c.map((x, k) => x * 2 + 0.5 * nn[k]!), 'C+LR': c.map((x, k) => x * 2 + a[k]!), 'C+LRw': c.map((x, k) => x * 2 + b[k]!), 'C+N+LR': c.map((x, k) => 2 * x + 0.5 * nn[k]! + a[k]!), 'C+N+LRw': c.map((x, k) => 2 * x + 0.5 * nn[k]! + b[k]!) };
    for (const k of names) { const s = S[k]; let rank = 0; for (let q = 0; q < C; q++) if (s[q] > s[y]) rank++; if (rank === 0) ok[k]++; if (rank < 3) ok3[k]++; } });
}
for (const k of names) console.log(k, (ok[k] / n).toFixed(4), (ok3[k] / n).toFixed(4));
