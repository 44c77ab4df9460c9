import { is, stateOf, type StateName } from '../../workflows/application.js';
import { daysBetween, sayDate } from '../../workflows/dates.js';
import { intakeOf, universityOf } from '../../workflows/expression-of-interest-rules.js';
import { fieldOf, roleOf } from '../../workflows/fields.js';
import type { FieldName, Scheme } from '../../workflows/scheme.js';
import { anchorsOf } from '../../workflows/support-rules.js';
import { nameOf, nextStep } from '../applications/content.js';
import { confirmationDue } from '../rounds/due.js';
import { serviceKey } from '../applications/rules.js';
import type { Overseen, View } from '../conversation.js';
import { quoted } from '../understanding/text.js';
import { answersOf, titleOf } from '../words.js';

/** Every word of the coordinators' overview: stages, next dates and owners, and none of the other answers. */

/** A message has room for about so many lines; the rest is in the file. */
const mostLines = 40;

type Words = Pick<View, 'schemeOf' | 'today'>;

/** In this order where no date decides. */
const stages: readonly { readonly title: string; readonly states: readonly StateName[] }[] = [
  { title: 'Funded: recruiting and confirming', states: ['recruiting', 'confirmingSupport'] },
  { title: 'Ready to send', states: ['readyToSend'] },
  {
    title: 'Being prepared',
    states: [
      ...(['completingForm', 'checkingAnswers', 'declaring'] as const),
      ...(['eligible', 'reviewing', 'preparing', 'ineligible'] as const),
    ],
  },
  { title: 'Sent, waiting for the decision', states: ['awaitingDecision'] },
  { title: 'Confirmed or started', states: ['supportConfirmed', 'started'] },
  { title: 'Not funded or withdrawn', states: ['unsuccessful', 'withdrawn'] },
];

export const none = 'Nobody in your organisation has an application here yet.';
export const file = 'All of them as a table (CSV)';

/** Grouped by stage, the stage and the application with the nearest date first. */
export function overview(view: Words, overseen: readonly Overseen[], link: string): string {
  if (overseen.length === 0) return none;
  let room = mostLines;
  const groups = stages
    .map(({ title, states }) => ({
      title,
      lines: overseen
        .filter(({ application }) => states.includes(stateOf(application.snapshot.value)))
        .map((one) => ({ one, by: nextStep(one.application, view.schemeOf(one.application)).by ?? '9999' }))
        .sort((a, b) => a.by.localeCompare(b.by)),
    }))
    .filter(({ lines }) => lines.length > 0)
    .sort((a, b) => (a.lines[0]?.by ?? '').localeCompare(b.lines[0]?.by ?? ''))
    .map(({ title, lines }) => {
      const shown = lines.slice(0, room).map(({ one }) => `- ${line(view, one)}`);
      room -= shown.length;
      const more =
        lines.length > shown.length ? [`- and ${lines.length - shown.length} more in the file`] : [];
      return `**${title}** (${lines.length})\n${[...shown, ...more].join('\n')}`;
    });
  return [
    `**Applications in your organisation:** ${overseen.length}`,
    ...groups,
    ...twice(view, overseen),
    unreachable(overseen),
    link,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function line(view: Words, { application, owner, canBeReminded }: Overseen): string {
  const scheme = view.schemeOf(application);
  const { by } = nextStep(application, scheme);
  const date = by
    ? `next date ${sayDate(by)}${by < view.today ? ' (**that day has passed**)' : ''}`
    : 'no date set';
  return [
    `**${application.reference}**`,
    quoted(titleOf(application, scheme)),
    nameOf(stateOf(application.snapshot.value), scheme, application),
    universityOf(scheme, application.snapshot.context.form.context)?.name ?? '',
    date,
    `${quoted(owner) || 'no name given'}${canBeReminded ? '' : ' (cannot be reminded)'}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Two forms for one service of one organisation can count against each other. */
function twice(view: Words, overseen: readonly Overseen[]): string[] {
  return sameServices(view, overseen).map((same) => {
    const [first] = same;
    const scheme = first && view.schemeOf(first);
    const service = first && scheme ? fieldOf(scheme, 'service', answersOf(first, scheme)) : '';
    return `**A caution.** ${same.map(({ reference }) => reference).join(' and ')} are for the same service: ${quoted(String(service))}. Two forms for one service can count against each other. Speak to both owners.`;
  });
}

/** Applications that are still going and are for one service, two or more at a time. */
export function sameServices(
  view: Pick<Words, 'schemeOf'>,
  overseen: readonly Overseen[],
): Overseen['application'][][] {
  const services = new Map<string, Overseen['application'][]>();
  for (const { application } of overseen) {
    const key = serviceKey(application, view.schemeOf(application));
    const isOver = is(application, 'isLost');
    if (key && !isOver) services.set(key, [...(services.get(key) ?? []), application]);
  }
  return [...services.values()].filter((same) => same.length > 1);
}

function unreachable(overseen: readonly Overseen[]): string {
  const owners = overseen.filter(({ canBeReminded }) => !canBeReminded).map(({ owner }) => quoted(owner));
  const people = [...new Set(owners)].map((name) => name || 'somebody without a name');
  return people.length === 0
    ? ''
    : `**Cannot be reminded:** ${people.join(', ')}. They blocked or removed the assistant, so speak to them yourself.`;
}

/** University, intake, what was given, how it ended, and whether the form for each place was in time. */
function outcomeOf({ snapshot }: Overseen['application'], scheme: Scheme): string[] {
  const { context } = snapshot;
  const { decision, returned } = context;
  const due = confirmationDue(scheme, anchorsOf(scheme, context));
  const late = returned && due ? daysBetween(due, returned.on) : 0;
  return [
    universityOf(scheme, context.form.context)?.name ?? '',
    intakeOf(scheme, context.form.context)?.label ?? '',
    decision?.result === 'funded' ? String(decision.places) : '',
    context.withdrawn
      ? 'withdrawn'
      : decision
        ? decision.result === 'funded'
          ? 'funded'
          : 'not funded'
        : '',
    returned?.on ?? '',
    returned ? String(Math.max(late, 0)) : '',
  ];
}

/** The same as rows of a table. */
export function rows(view: Words, overseen: readonly Overseen[]): string[][] {
  const same = sameServices(view, overseen);
  return [
    [
      ...[
        'Reference',
        'Organisation',
        'Service',
        'Role',
        'Places wanted',
        'Stage',
        'Next date',
        'Date passed',
      ],
      ...['Owner', 'Can be reminded', 'Same service as'],
      ...['University', 'Intake', 'Places given', 'Outcome', 'Returned', 'Days late'],
    ],
    ...overseen.map(({ application, owner, canBeReminded }) => {
      const scheme = view.schemeOf(application);
      const answers = answersOf(application, scheme);
      const { by = '' } = nextStep(application, scheme);
      const text = (field: FieldName) => String(fieldOf(scheme, field, answers) ?? '');
      const others = same.find((one) => one.includes(application)) ?? [];
      return [
        application.reference,
        text('organisation'),
        text('service'),
        roleOf(scheme, answers)?.name ?? '',
        scheme.fields.places ? text('places') : '1',
        nameOf(stateOf(application.snapshot.value), scheme, application),
        by,
        by && by < view.today ? 'yes' : 'no',
        owner,
        canBeReminded ? 'yes' : 'no',
        others
          .filter((one) => one !== application)
          .map(({ reference }) => reference)
          .join(' '),
        ...outcomeOf(application, scheme),
      ];
    }),
  ];
}
