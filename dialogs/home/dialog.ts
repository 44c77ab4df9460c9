import type { Dialog, View } from '../conversation.js';
import { button } from '../words.js';
import { isOpen } from '../applications/rules.js';
import * as content from './content.js';

/** Where everyone starts and can come back to: three things to press. */
export const home: Dialog = {
  prompt: (view: View) => ({
    step: 'home',
    text: content.page,
    reads: { type: 'menu' },
    buttons: [
      ...(view.mine.some(isOpen)
        ? [button('Carry on where I was', 'continue'), button('My applications', 'my applications')]
        : [button('Am I ready to apply?', 'am I ready to apply?'), button('Start an application', 'apply')]),
      button('What can you do?', 'help'),
    ],
  }),
  answer: () => ({}),
};
