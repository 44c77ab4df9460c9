import { loadKnowledge } from './data/knowledge/knowledge.js';
import { buildSearch } from './dialogs/questions/search.js';
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000; };
let t = cpu(); const e = loadKnowledge('./data/knowledge'); console.log('load', cpu() - t);
for (let i = 0; i < 4; i++) { t = cpu(); const s = buildSearch(e); console.log('build', cpu() - t); t = cpu(); for (let k = 0; k < 100; k++) s.findAll('can they give meds and who supervizes them ' + k); console.log('find', (cpu() - t) / 100); }
