import type { Dialog, View } from '../conversation.js';
import { isOpen } from '../applications/rules.js';
import { statusOf } from '../applications/status.js';
import { button, joined } from '../words.js';
import * as content from './content.js';

/** Where everyone starts and can come back to: where the newest application stands, and three things to press. */
export const home: Dialog = {
  prompt: (view: View) => {
    const latest = view.mine.find(isOpen);
    const status = latest && statusOf(view, latest);
    return {
      step: 'home',
      text: joined(status?.words, content.page),
      ...(status ? { drawn: status.drawn } : {}),
      reads: { type: 'menu' },
      buttons: [
        ...(latest
          ? [button('Carry on where I was', 'continue'), button('My applications', 'my applications')]
          : [
              button('Am I ready to apply?', 'am I ready to apply?'),
              button('Start an application', 'apply'),
            ]),
        button('What can you do?', 'help'),
      ],
    };
  },
  answer: () => ({}),
};
