import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.js';
import { schemeJsonSchema } from './json-schema.js';

/** `npm run schema`: writes the file by which an editor's program completes and explains a round's file. */
const file = join(root, 'data', 'schemes', 'scheme.schema.json');
writeFileSync(file, `${JSON.stringify(schemeJsonSchema(), null, 2)}\n`);
process.stdout.write(`Written: ${file}\n`);
