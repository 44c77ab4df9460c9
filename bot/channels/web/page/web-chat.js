/* What the page takes of Web Chat, and no more. Built into one file by `bot/build.js`. */
import { createStore } from 'botframework-webchat-core';
import createDirectLine from 'botframework-webchat/src/createDirectLine';
import ReactWebChat from 'botframework-webchat/src/FullReactWebChat';
import renderWebChat from 'botframework-webchat/src/renderWebChat';

window.WebChat = {
  createDirectLine,
  createStore,
  renderWebChat: renderWebChat.bind(null, ReactWebChat),
};
