import { is, stateOf, type Application } from '../../workflows/application.js';
import { openQuestions } from '../../workflows/colleague-rules.js';
import type { Scheme } from '../../workflows/scheme.js';
import { bar, text, type Element } from '../cards/elements.js';
import type { View } from '../conversation.js';
import type { Drawn } from '../reply.js';
import { nameOf } from '../sharing/content.js';
import { quoted } from '../understanding/text.js';
import { capital, titleOf } from '../words.js';
import * as content from './content.js';
import { openPart, stagesOf, type Stage } from './stages.js';

/** Where an application stands, to look at; the same is said in the words beside it. */
export interface Status {
  readonly words: string;
  readonly drawn: Drawn;
}

/** One application whole: its stages with their dates, how much is filled in, what is next, who else is in it. */
export function statusOf(view: View, application: Application): Status {
  const scheme = view.schemeOf(application);
  const stages = stagesOf(application, { scheme, calendar: view.calendar, today: view.today });
  const part = openPart(view, application);
  const filled = part ? content.filledSoFar(part.done, part.of) : '';
  const next = content.nextLine(application, scheme, view.today);
  const people = peopleIn(view, application);
  const head = `**${application.reference}** · ${quoted(titleOf(application, scheme))}`;
  const isOver = is(application, 'isLost');
  const words = [
    `${head} · ${content.nameOf(stateOf(application.snapshot.value), scheme, application)}`,
    isOver ? '' : stages.map((stage) => `- ${content.stageWords(stage, scheme)}`).join('\n'),
    [filled, next, people].filter(Boolean).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
  return {
    words,
    drawn: {
      says: words,
      elements: [
        text(head, { size: 'medium' }),
        ...(isOver
          ? [text(content.nameOf(stateOf(application.snapshot.value), scheme, application))]
          : [line(stages), ...stages.map((stage) => stageRow(stage, scheme))]),
        ...(part ? bar(part.done, part.of, filled) : []),
        text(next),
        ...(people ? [text(people, { isSubtle: true, spacing: 'small' })] : []),
      ],
    },
  };
}

/** Several applications: a row each with the same line. */
export function statusRows(view: View, applications: readonly Application[]): Element[] {
  return applications.flatMap((application, i): Element[] => {
    const scheme = view.schemeOf(application);
    const stages = stagesOf(application, { scheme, calendar: view.calendar, today: view.today });
    const state = stateOf(application.snapshot.value);
    const isOver = is(application, 'isLost');
    return [
      text(`**${i + 1}. ${application.reference}** · ${quoted(titleOf(application, scheme))}`, {
        separator: i > 0,
        spacing: i > 0 ? 'medium' : 'small',
      }),
      ...(isOver ? [] : [line(stages)]),
      text(
        `${capital(content.nameOf(state, scheme, application))}. ${content.nextLine(application, scheme, view.today)}`,
        {
          size: 'small',
          spacing: 'small',
        },
      ),
    ];
  });
}

const styles: Record<Stage['how'], string> = {
  done: 'good',
  now: 'accent',
  late: 'warning',
  ahead: 'emphasis',
};

/** The way as a line of pieces, one a stage. */
function line(stages: readonly Stage[]): Element {
  return {
    type: 'ColumnSet',
    spacing: 'small',
    columns: stages.map(({ how }) => ({
      type: 'Column',
      width: 1,
      spacing: 'small',
      style: styles[how],
      minHeight: '8px',
      items: [],
    })),
  };
}

function stageRow(stage: Stage, scheme: Scheme): Element {
  const isHere = stage.how === 'now' || stage.how === 'late';
  const look = {
    ...(isHere ? { weight: 'bolder' } : {}),
    ...(stage.how === 'ahead' ? { isSubtle: true } : {}),
  };
  return {
    type: 'ColumnSet',
    spacing: 'small',
    columns: [
      { type: 'Column', width: 'auto', items: [text(content.stageMarks[stage.how], look)] },
      { type: 'Column', width: 'stretch', items: [text(content.stageName(stage.id, scheme), look)] },
      { type: 'Column', width: 'auto', items: [text(content.stageDate(stage) || content.noDate, look)] },
    ],
  };
}

function peopleIn(view: View, application: Application): string {
  const others = [application.owner, ...application.invited]
    .filter((person) => person !== view.person.id)
    .map((person) => nameOf(view, application, person));
  const asked = openQuestions(application, view.schemeOf(application)).map(({ to }) => quoted(to));
  return content.peopleLine([...new Set(others)], [...new Set(asked)]);
}
