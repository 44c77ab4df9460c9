import type { Application, HistoryEntry } from '../../workflows/application.js';
import { sayDate } from '../../workflows/dates.js';
import type { Scheme } from '../../workflows/scheme.js';
import { names } from '../applications/content.js';
import type { Person } from '../conversation.js';
import { withoutMarkdown, type DocumentModel, type DocumentSection } from '../documents/document-model.js';
import { sections } from '../expression-of-interest/content.js';
import type { Reminders } from '../nudges/reminders.js';
import { status } from '../readiness/content.js';
import { rowOf } from '../support-confirmation/content.js';
import { capital, titleOf } from '../words.js';
import { stateOf } from '../../workflows/application.js';
import { entryLine, moment, reminderNames } from './told.js';

/** Everything that is kept of one person: what "download my data" gives. */
export interface Holdings {
  readonly made: string;
  readonly person: Person;
  /** Their own, whole. */
  readonly applications: readonly Application[];
  /** What they did in applications of others. */
  readonly helpedWith: readonly {
    readonly reference: string;
    readonly scheme: Application['scheme'];
    readonly history: readonly HistoryEntry[];
  }[];
  readonly reminders: Reminders | null;
  readonly conversations: readonly {
    readonly conversation: string;
    readonly messages: readonly {
      readonly at: string;
      readonly from: 'you' | 'assistant';
      readonly text: string;
    }[];
  }[];
  /** What each conversation is about now, and its last answers. */
  readonly states: readonly unknown[];
  readonly links: readonly {
    readonly document: string;
    readonly application: string;
    readonly expires: string;
  }[];
}

/** The same, to be read: the applications in full, then what was done and when, reminders and conversations. */
export function holdingsModel(held: Holdings, schemeOf: (application: Application) => Scheme): DocumentModel {
  const schemeFor = ({ scheme }: Holdings['helpedWith'][number]) => schemeOf({ scheme } as Application);
  return {
    title: 'What AP Pathway holds about you',
    reference: '',
    created: held.made,
    sections: [
      {
        heading: 'You',
        rows: [
          ['Name', held.person.name || 'none'],
          ['First met', held.person.greetedAt ? moment(held.person.greetedAt) : 'not known'],
        ],
      },
      ...held.applications.flatMap((one) => applicationSections(one, schemeOf(one), held.person.id)),
      ...held.helpedWith.map((one) => ({
        heading: `What you did in ${one.reference}`,
        paragraphs: one.history.map((entry) => entryLine(schemeFor(one), entry, held.person.id)),
      })),
      {
        heading: 'Reminders',
        paragraphs: reminderLines(held.reminders),
      },
      ...held.conversations.map(({ messages }, i) => ({
        heading: `Web conversation ${i + 1}`,
        paragraphs: messages.map(
          ({ at, from, text }) =>
            `${moment(at)}, ${from}: ${from === 'assistant' ? withoutMarkdown(text) : text}`,
        ),
      })),
    ],
    footer: 'Made because you asked for it. To have it deleted, say “delete my data” in the chat.',
  };
}

function applicationSections(application: Application, scheme: Scheme, person: string): DocumentSection[] {
  const { readiness, support } = application.snapshot.context;
  const title = `${application.reference}: ${titleOf(application, scheme)}`;
  return [
    {
      heading: title,
      rows: [
        ['Begun', moment(application.createdAt)],
        ['Stage', names[stateOf(application.snapshot.value)]],
        ['Colleagues who can see it', String(application.invited.length)],
      ],
    },
    ...sections(scheme, application).map((one) => ({
      heading: `${application.reference}: ${one.title}`,
      rows: one.rows,
    })),
    {
      heading: `${application.reference}: readiness`,
      rows: scheme.readiness.checks.flatMap(({ id, title: check }) => {
        const answer = readiness.context.answers[id];
        return answer ? [[check, capital(status(answer))] as const] : [];
      }),
    },
    ...support.rows.map((row, i) => ({
      heading: `${application.reference}: trainee ${i + 1}`,
      rows: rowOf(scheme, row),
    })),
    {
      heading: `${application.reference}: history`,
      paragraphs: application.history.map((entry) => entryLine(scheme, entry, person)),
    },
  ];
}

function reminderLines(reminders: Reminders | null): string[] {
  if (!reminders) return ['None.'];
  const { own, sent, settings } = reminders;
  return [
    ...own.map(({ on, text }) => `Your own, for ${sayDate(on)}: ${text}`),
    ...sent.map(
      ({ on, rule, application }) =>
        `Sent on ${sayDate(on)}: ${reminderNames[rule]}${application ? `, ${application}` : ''}`,
    ),
    ...settings.snoozed.map(
      ({ application, rule, until }) =>
        `Put off until ${sayDate(until)}: ${reminderNames[rule]}, ${application}`,
    ),
    settings.stopped === 'all' ? 'All reminders are stopped.' : '',
    ...(settings.stopped === 'all' ? [] : settings.stopped.map((one) => `Stopped: ${one}`)),
  ].filter(Boolean);
}
