import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJsonStore } from '../../../data/store/json-store.js';
import { storeContract } from './store-contract.js';
const temporary = mkdtempSync(join(tmpdir(), 'ap-store-'));
after(() => rmSync(temporary, { recursive: true, force: true }));
storeContract('a folder of JSON documents', (place, lookups) =>
  openJsonStore({ folder: join(temporary, place), lookups }),
);
