import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadKnowledge } from './data/knowledge/knowledge.js';
import { termsOf, lexiconOf, wordsOf } from './dialogs/understanding/terms.js';
const entries = loadKnowledge('./data/knowledge');
type Doc = { label: number; text: string; kind: string; w: number };
const docs: Doc[] = [];
entries.forEach((e, i) => { docs.push({ label: i, text: e.question, kind: 'question', w: 1 }); e.asks.forEach((a) => docs.push({ label: i, text: a, kind: 'ask', w: 1 }));
  docs.push({ label: i, text: e.short, kind: 'short', w: 1 }); (e.detail ?? '').split(/\n+|(?<=[.?]) /).filter((l) => l.trim().length > 12).forEach((l) => docs.push({ label: i, text: l.replace(/^- /, ''), kind: 'detail', w: 1 })); });
const lex = lexiconOf(docs.map((d) => d.text));
let t0 = Date.now();
const cache = new Map<string, [string, number][]>();
function feats(text: string): [string, number][] { let c = cache.get(text); if (c) return c; const f = new Map<string, number>(); const add = (k: string, w: number) => f.set(k, Math.max(f.get(k) ?? 0, w));
  const t = termsOf(text, lex); t.forEach((x, i) => { add(x.stem, 1); if (x.like) add(x.like, 0.8); const n = t[i + 1]; if (n) add((x.like ?? x.stem) + ' ' + (n.like ?? n.stem), 0.5); });
  const s = ' ' + wordsOf(text, lex).join(' ') + ' '; for (let i = 0; i + 4 <= s.length; i++) add('#' + s.slice(i, i + 4), 0.25);
  c = [...f]; cache.set(text, c); return c; }
docs.forEach((d) => feats(d.text)); console.log('feats', Date.now() - t0, docs.length);
const C = entries.length;
function prep(train: Doc[], opt: any) {
  const ids = new Map<string, number>(); const df: number[] = []; const F = train.map((d) => feats(d.text).map(([k, w]) => { let i = ids.get(k); if (i === undefined) { i = ids.size; ids.set(k, i); df.push(0); } df[i]!++; return [i, w] as const; }));
  const idf = df.map((n) => Math.log((train.length + 1) / (n + 0.5)));
  const norm = (f: readonly (readonly [number, number])[]) => { let s = 0; for (const [i, w] of f) s += (w * idf[i]!) ** 2; s = Math.sqrt(s) || 1; return { i: Int32Array.from(f.map((x) => x[0])), v: Float32Array.from(f.map(([i, w]) => (w * idf[i]!) / s)) }; };
  const X = F.map(norm);
  const q = (text: string) => { const all = feats(text); let unk = 0; const f: [number, number][] = []; for (const [k, w] of all) { const i = ids.get(k); if (i === undefined) { unk += (w * Math.log(train.length)) ** 2; } else f.push([i, w]); } let s = unk; for (const [i, w] of f) s += (w * idf[i]!) ** 2; s = Math.sqrt(s) || 1; return { i: Int32Array.from(f.map((x) => x[0])), v: Float32Array.from(f.map(([i, w]) => (w * idf[i]!) / s)) }; };
  return { X, q, V: ids.size };
}
function lr(train: Doc[], P: any, o: any) { // softmax SGD
  const W = new Float32Array(P.V * C); const b = new Float32Array(C); const p = new Float64Array(C); const n = train.length; const order = Array.from({ length: n }, (_, i) => i); let seed = 7; const rnd = () => ((seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff);
  for (let ep = 0; ep < o.epochs; ep++) { for (let i = n - 1; i > 0; i--) { const j = Math.floor(rnd() * (i + 1)); [order[i], order[j]] = [order[j]!, order[i]!]; } const rate = o.rate / (1 + ep * o.decay);
    for (const d of order) { const x = P.X[d]; const y = train[d]!.label; const w = train[d]!.w; p.set(b); for (let k = 0; k < x.i.length; k++) { const off = x.i[k] * C; const v = x.v[k]; for (let c = 0; c < C; c++) p[c] += W[off + c]! * v; } let m = -1e9; for (let c = 0; c < C; c++) if (p[c]! > m) m = p[c]!; let s = 0; for (let c = 0; c < C; c++) { p[c] = Math.exp(p[c]! - m); s += p[c]!; }
      for (let c = 0; c < C; c++) { p[c] = (rate * w * ((c === y ? 1 : 0) - p[c]! / s)); } for (let k = 0; k < x.i.length; k++) { const off = x.i[k] * C; const v = x.v[k]; for (let c = 0; c < C; c++) W[off + c] += p[c]! * v; } } }
  return (q: string) => { const x = P.q(q); const r = Float64Array.from(b); for (let k = 0; k < x.i.length; k++) { const off = x.i[k] * C; for (let c = 0; c < C; c++) r[c] += W[off + c]! * x.v[k]; } const m = Math.max(...r); let s = 0; for (let c = 0; c < C; c++) { r[c] = Math.exp(r[c]! - m); s += r[c]!; } return Array.from(r, (v) => v / s); };
}
function centroid(train: Doc[], P: any, o: any) { const M = new Float32Array(P.V * C); train.forEach((d, n) => { const x = P.X[n]; for (let k = 0; k < x.i.length; k++) M[x.i[k] * C + d.label] += x.v[k] * d.w; }); const len = new Float64Array(C); for (let i = 0; i < M.length; i++) { const v = Math.pow(M[i]!, o.pow); M[i] = v; len[i % C] += v * v; }
  return (q: string) => { const x = P.q(q); const r = new Float64Array(C); for (let k = 0; k < x.i.length; k++) for (let c = 0; c < C; c++) r[c] += M[x.i[k] * C + c]! * x.v[k]; return Array.from(r, (v, c) => v / Math.sqrt(len[c]!)); }; }
function nearest(train: Doc[], P: any) { return (q: string) => { const x = P.q(q); const w = new Map<number, number>(); x.i.forEach((i: number, k: number) => w.set(i, x.v[k])); const r = new Array(C).fill(0); P.X.forEach((d: any, n: number) => { let s = 0; for (let k = 0; k < d.i.length; k++) { const v = w.get(d.i[k]); if (v) s += v * d.v[k]; } if (s > r[train[n]!.label]) r[train[n]!.label] = s; }); return r; }; }
const tune = parse(readFileSync('./test/eval/questions.yaml', 'utf8')).filter((e: any) => e.part === 'tune' && e.kind === 'answerable' && !e.multi);
const good = (q: any, i: number) => { const e = entries[i]!; const text = e.short + '\n' + (e.detail ?? ''); return q.facts.every((r: string) => new RegExp(r, 'i').test(text)); };
const am = (a: number[]) => a.indexOf(Math.max(...a));

for (const v of [{},{pow:0.35},{pow:0.7},{short:1,detail:0.6},{short:0.3,detail:0.1},{short:0.5,detail:0},{icf:1},{icf:1,pow:0.35},{icf:0.5},{mix:0.3},{mix:0.6},{len:0.5},{len:0.8}] as any[]) {
 const o={pow:0.5,short:0.5,detail:0.3,icf:0,mix:0,len:1,...v}; const weights: any = { ask: 1, question: 1, short: o.short, detail: o.detail }; docs.forEach((d) => (d.w = weights[d.kind]));
 const mk=(tr:Doc[])=>{const P=prep(tr,{}); const M = new Float32Array(P.V * C); tr.forEach((d, n) => { const x = P.X[n]; for (let k = 0; k < x.i.length; k++) M[x.i[k] * C + d.label] += x.v[k] * d.w; }); const len = new Float64Array(C);
  for (let f=0;f<P.V;f++){let cf=0; for(let c=0;c<C;c++) if(M[f*C+c]!>0) cf++; const icf=o.icf?Math.pow(Math.log((C+1)/(cf+0.5))/Math.log(C+1),o.icf):1; for(let c=0;c<C;c++){const y=Math.pow(M[f*C+c]!,o.pow)*icf; M[f*C+c]=y; len[c]+=y*y;}}
  const N=nearest(tr,P);
  return (q:string)=>{const x=P.q(q); const r=new Float64Array(C); for(let k=0;k<x.i.length;k++) for(let c=0;c<C;c++) r[c]+=M[x.i[k]*C+c]!*x.v[k]; const n=o.mix?N(q):null; return Array.from(r,(v,c)=>v/Math.pow(len[c]!,o.len/2)+(n?o.mix*n[c]:0));};};
 let cv=0,n=0,t=0; for(let f=0;f<3;f++){const tr=docs.filter((d,i)=>d.kind!=='ask'||i%3!==f); const te=docs.filter((d,i)=>d.kind==='ask'&&i%3===f); const S=mk(tr); for(const d of te){n++; if(am(S(d.text))===d.label)cv++;}}
 const S=mk(docs); for(const q of tune) if(good(q,am(S(q.q))))t++;
 console.log(JSON.stringify(v),(cv/n).toFixed(3),t);
}
