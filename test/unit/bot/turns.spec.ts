import { TestServer } from '../../support/server.js';
import { turnsAtOnce } from './turns-at-once.js';

describe('turns that come at the same time', function () {
  this.timeout(60_000);

  turnsAtOnce(() => TestServer.start());
});
