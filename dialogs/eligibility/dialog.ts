import { is } from '../../workflows/application.js';
import { findings } from '../../workflows/eligibility-rules.js';
import { applicable, nextQuestion, questionBefore } from '../../workflows/question-rules.js';
import type { EligibilityQuestion } from '../../workflows/scheme.js';
import type { Dialog, Prompt, View } from '../conversation.js';
import { asks, placeIn } from '../place.js';
import { button, fillDraft, readsOfEligibility } from '../words.js';
import { quoteBlock } from '../readiness/content.js';
import { droppedSince } from '../expression-of-interest/dialog.js';
import * as content from './content.js';

/** "Can we apply?": a few questions, each answer graded with its reason and source, then the result. */
export const eligibility: Dialog = {
  isHome: (application) => application !== undefined && is(application, 'isUnsent'),

  prompt(view) {
    const open = openQuestion(view);
    return open ? questionPrompt(view, open) : resultPrompt(view);
  },

  answer(view, prompt, value) {
    const id = prompt.step.slice('eligibility:'.length);
    return {
      events: [
        {
          type: 'eligibility.answered',
          question: id,
          value: typeof value === 'number' ? value : String(value),
        },
      ],
      say: (after) => {
        const found = findings(after.scheme.eligibility.questions, answersOf(after)).find(
          ({ question }) => question.id === id,
        );
        // Inside the form the result is not shown again, so what was kept and what fell away is said.
        const isInForm = !openQuestion(after) && after.focus.dialog !== 'eligibility';
        const gone = isInForm ? droppedSince(view.application, after) : '';
        return [found && (openQuestion(after) || isInForm) ? content.kept(found) : '', gone]
          .filter(Boolean)
          .join('\n\n');
      },
    };
  },

  park: (view, prompt) =>
    prompt.reads.type === 'choice' && prompt.reads.options.some(({ value }) => value === 'dont-know')
      ? eligibility.answer(view, prompt, 'dont-know')
      : { say: () => content.cannotLeave },

  kept: (view, prompt) => answersOf(view)[prompt.step.slice('eligibility:'.length)],

  back(view) {
    const before = questionBefore(
      view.scheme.eligibility.questions,
      answersOf(view),
      openQuestion(view)?.id ?? null,
    );
    return before ? { focus: asks(`eligibility:${before.id}`) } : {};
  },
};

/** The message to send about a caution, when the scheme has one ready. */
export function eligibilityDraft(view: View): string {
  return findings(view.scheme.eligibility.questions, answersOf(view))
    .flatMap(({ option }) => (option.draft ? [option.draft] : []))
    .map(
      ({ title, body }) =>
        `**${fillDraft(title, view.application, view.scheme)}**\n\n${quoteBlock(fillDraft(body, view.application, view.scheme))}`,
    )
    .join('\n\n');
}

function openQuestion(view: View): EligibilityQuestion | undefined {
  const { questions } = view.scheme.eligibility;
  const part = view.application?.snapshot.context.eligibility;
  if (!part) return questions[0];
  const here = placeIn(view, 'eligibility:');
  const shown = applicable(questions, part.context.answers).find(({ id }) => id === here);
  if (shown) return shown;
  if (part.value !== 'asking') return undefined;
  return questions.find(({ id }) => id === part.context.at) ?? nextQuestion(questions, part.context.answers);
}

function questionPrompt(view: View, open: EligibilityQuestion): Prompt {
  const road = applicable(view.scheme.eligibility.questions, answersOf(view));
  return {
    step: `eligibility:${open.id}`,
    text: content.question(open, `${road.indexOf(open) + 1} of ${road.length}`, keptOption(view, open)),
    reads: readsOfEligibility(open),
    label: open.label,
    form: 'eligibility',
    ...(nextQuestion(view.scheme.eligibility.questions, answersOf(view))?.id === open.id
      ? {}
      : { isAgain: true }),
    buttons: [
      ...(keptOption(view, open) ? [button('Keep it', 'same')] : []),
      ...(open.options.length > 0 && open.options.length <= 5
        ? open.options.map(({ label }) => button(label))
        : []),
    ],
  };
}

/** What was answered before, when a question is asked again. */
function keptOption(view: View, open: EligibilityQuestion): string | undefined {
  const value = answersOf(view)[open.id];
  if (open.type !== 'choice') return value === undefined ? undefined : content.sayGiven(open, String(value));
  return open.options.find((option) => option.value === value)?.label;
}

function resultPrompt(view: View): Prompt {
  const state = view.application?.snapshot.context.eligibility.value;
  const drafts = eligibilityDraft(view) !== '';
  return {
    step: 'eligibility:result',
    text: content.result(view.scheme, answersOf(view)),
    short: {
      when: 'always',
      text: content.resultShort(view.scheme, answersOf(view)),
      more: button('Why?', 'eligibility'),
    },
    reads: { type: 'menu' },
    ...(state === 'failed' ? {} : { onward: 'apply' }),
    buttons:
      state === 'failed'
        ? [button('Change an answer', 'change'), button('Who can I ask?', 'contacts'), button('Home')]
        : [
            button('Start the form', 'apply'),
            button('Am I ready to apply?'),
            ...(drafts ? [button('Show the message to send', 'draft')] : []),
            button('Change an answer', 'change'),
          ],
  };
}

function answersOf(view: View) {
  return view.application?.snapshot.context.eligibility.context.answers ?? {};
}
