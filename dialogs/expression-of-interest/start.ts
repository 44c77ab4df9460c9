import type { Application } from '../../workflows/application.js';
import { eligibilityFrom, formFrom } from '../../workflows/feeds.js';
import { formQuestions } from '../../workflows/expression-of-interest-rules.js';
import { applicable } from '../../workflows/question-rules.js';
import type { ApplicationEvent } from '../../workflows/application.machine.js';
import type { Scheme } from '../../workflows/scheme.js';
import type { Move, View } from '../conversation.js';
import { answersOf } from '../words.js';
import * as content from './content.js';

/** Begins the form with what the person's earlier application tells it. */
export function startForm(view: View, application: Application): Move {
  const earlier = earlierOf(view, application.reference);
  const carried = earlier ? formFrom(earlier, view.schemeOf(earlier), view.scheme) : [];
  return {
    focus: {
      dialog: 'expression-of-interest',
      application: application.reference,
      page: null,
      pending: null,
    },
    events: [{ type: 'form.started' }, ...carried],
    say: (after) => {
      const answers = after.application ? answersOf(after.application, after.scheme) : {};
      const asked = applicable(formQuestions(after.scheme), answers);
      const told = asked.filter(({ id }) => answers[id] !== undefined).length;
      const from = earlier && carried.length > 0 ? earlier.reference : undefined;
      return content.started(after.scheme, asked.length - told, told, from);
    },
  };
}

/** What the person's earlier application tells of who can apply. `own`: the one that is to be told. */
export function carriedOver(
  view: View,
  scheme: Scheme,
  own: string | null,
): { events: readonly ApplicationEvent[]; from?: string } {
  const earlier = earlierOf(view, own);
  const events = earlier ? eligibilityFrom(earlier, view.schemeOf(earlier), scheme) : [];
  return { events, ...(earlier && events.length > 0 ? { from: earlier.reference } : {}) };
}

function earlierOf(view: View, but: string | null): Application | undefined {
  return view.mine.find(({ owner, reference }) => owner === view.person.id && reference !== but);
}
