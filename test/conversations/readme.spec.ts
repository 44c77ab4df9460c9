import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { temporaryFolder, TestClock, TestHouse } from '../support/assistant.js';
import { readme } from '../draw.js';

/** What is said where the README's conversation has its "…": every check up to the last. */
const between = [
  ...['done', 'skip', 'not started', 'in progress', 'Priya in HR, by 14 January'],
  ...['done', 'skip', 'done', 'skip', 'done', 'skip', 'done'],
];

describe('the conversation that the README opens with', () => {
  it('is word for word what is said', async () => {
    const [, shown = ''] = /```\n(you {3}.*?)```/s.exec(readFileSync(readme, 'utf8')) ?? [];
    const [first = '', last = ''] = shown.split('…\n');
    const { folder, remove } = await temporaryFolder();
    const house = await TestHouse.open(folder, new TestClock('2026-11-23T10:00'));
    const say = async (text: string) => {
      const replies = await house.receive({ text }, { person: 'sam', conversation: 'phone' });
      const card = replies.at(-1)?.attachments?.[0]?.content as { actions: { title: string }[] } | undefined;
      const buttons = card?.actions.map(({ title }) => `[${title}]`).join(' ') ?? '';
      return `${replies.map(({ text: said = '' }) => said).join('\n')}\n${buttons}`.replaceAll('**', '');
    };
    try {
      const [you = '', ...bot] = first.trim().split('\n');
      holds(await say(you.replace(/^you\s+/, '')), bot);
      for (const text of between) await say(text);
      holds(await say('skip'), last.trim().split('\n'));
    } finally {
      await house.close();
      await remove();
    }
  }).timeout(20_000);
});

/** Every line is said, in this order. */
function holds(said: string, lines: readonly string[]): void {
  assert.ok(lines.length > 2);
  let from = 0;
  for (const line of lines.map((one) => one.replace(/^bot/, '').trim())) {
    const at = said.indexOf(line, from);
    assert.ok(at >= 0, `“${line}” is not said there:\n${said}`);
    from = at + line.length;
  }
}
