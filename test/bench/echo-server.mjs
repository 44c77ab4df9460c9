// A bare teams-ai echo that counts in conversation state: what the product's turns are measured against.
// STORAGE=memory: MemoryStorage. STORAGE=lowdb: the naive way, one lowdb file for all, written each turn.
import { Application, TurnState } from '@microsoft/teams-ai';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, MemoryStorage } from 'botbuilder';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import restify from 'restify';

class OneFile {
  constructor(low) {
    this.low = low;
    this.writing = Promise.resolve();
  }
  async read(keys) {
    return Object.fromEntries(
      keys.flatMap((key) => (this.low.data[key] ? [[key, structuredClone(this.low.data[key])]] : [])),
    );
  }
  async write(changes) {
    Object.assign(this.low.data, changes);
    // One writer at a time: two writers on one file tear it.
    this.writing = this.writing.then(() => this.low.write());
    await this.writing;
  }
  async delete() {}
}

async function storage() {
  if (process.env.STORAGE !== 'lowdb') return new MemoryStorage();
  const low = new Low(new JSONFile(process.env.FILE), {});
  await low.read();
  return new OneFile(low);
}

const app = new Application({
  storage: await storage(),
  startTypingTimer: false,
  turnStateFactory: () => new TurnState(),
});
app.activity('message', async (context, state) => {
  state.conversation.count = (state.conversation.count ?? 0) + 1;
  await context.sendActivity(`${state.conversation.count}: ${context.activity.text}`);
});
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, (context) => app.run(context));
});
server.listen(Number(process.env.PORT), '127.0.0.1', () =>
  console.log(`listening at http://localhost:${server.address().port}`),
);
