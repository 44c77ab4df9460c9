import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { adminOf } from './http/admin.js';

/** `npm run backup -- <folder>`: asks the running instance for a copy of its data, and waits until it is there. */
async function main(to: string | undefined): Promise<string> {
  if (!to) throw new Error('Say where to: npm run backup -- <folder>');
  const target = resolve(to);
  const data = resolve(process.env.DATA_DIR || './var');
  if (existsSync(target) && readdirSync(target).length > 0)
    throw new Error(`${target} is not empty. A copy is not mixed with what is there: choose another folder.`);
  const admin = adminOf(data);
  if (!admin) throw nobody(data);
  const response = await fetch(`${admin.url}/admin/backup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${admin.token}` },
    body: JSON.stringify({ to: target }),
  }).catch(() => {
    throw nobody(data);
  });
  const answer = (await response.json()) as { error?: { message: string } };
  if (!response.ok) throw new Error(answer.error?.message ?? `The instance answered ${response.status}.`);
  return target;
}

function nobody(data: string): Error {
  return new Error(`No instance runs on ${data}. While none does, copying the folder is enough.`);
}

main(process.argv[2]).then(
  (folder) => process.stdout.write(`Copied to ${folder}\n`),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  },
);
