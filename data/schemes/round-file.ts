import { stringify } from 'yaml';

/** What `npm run new-round` asks. */
export interface Told {
  readonly name: string;
  readonly region: string;
  readonly role: string;
  readonly form: string;
  readonly recipient: string;
  readonly email: string;
  /** A day, or empty. */
  readonly closes: string;
}

/** The file of a round that has only what every round needs, with comments that say what can be added. */
export function roundFile({ name, region, role, form, recipient, email, closes }: Told): {
  id: string;
  text: string;
} {
  const id = idOf(name);
  const roleId = idOf(role);
  const area = idOf(region);
  const source = { document: 'product' };
  const question = (key: string, label: string, ask: string, more: object = {}) => ({
    ...{ id: key, label, ask, type: 'text', max: 120, source },
    ...more,
  });
  const part = (value: object) => stringify(value, { lineWidth: 0 });
  const text = [
    '# yaml-language-server: $schema=./scheme.schema.json',
    '# A round is this file. Check it with: npm run check:content. See it with: npm run preview -- this file.',
    part({
      id,
      version: 1,
      name,
      region,
      notice: 'Check the dates and the funding before you rely on them.',
      source,
    }),
    '# Which of your questions is which. Add places, university, intake, service, applicant or phone when you ask them.',
    part({
      fields: { organisation: 'organisation', applicant: 'applicant', email: 'email', region: 'region' },
    }),
    part({ terms: { form, decider: recipient } }),
    '# Whom it is for. "also" are other ways in which people say it.',
    part({
      audience: {
        summary: `${role} places in ${region}`,
        regions: [
          { value: area, label: short(region), eligibility: { question: 'region', option: 'inside' } },
        ],
        roles: [{ value: roleId, label: short(role) }],
      },
    }),
    part({
      roles: [
        {
          id: roleId,
          name: role,
          short: role,
          programme: 'the course',
          postOnQualification: 'the agreed post',
        },
      ],
    }),
    '# When it takes forms. Add opens, mayCloseEarly, untilFull or whenClosed.',
    part({ closes: closes ? { on: closes } : null }),
    '# Who may apply: pass, caution, refuse, signpost, decide or unknown, each with its reason.',
    part({
      eligibility: {
        questions: [
          {
            ...{ id: 'region', label: 'Region', ask: `Is your service in ${region}?` },
            options: [
              {
                value: 'inside',
                label: 'Yes',
                grade: 'pass',
                reason: 'The round is for this region.',
                source,
              },
              {
                ...{
                  value: 'outside',
                  label: 'No',
                  grade: 'refuse',
                  reason: 'The round is for one region only.',
                },
                ...{ todo: 'Ask your training department which round is yours.', source },
              },
            ],
          },
        ],
      },
    }),
    '# What has to be ready first. Add checks with essential: true and a fix.',
    part({ readiness: { checks: [] } }),
    part({
      form: {
        sections: [
          {
            ...{ id: 'about', title: 'About you' },
            questions: [
              question('organisation', 'Organisation', 'What is your organisation called?'),
              question('applicant', 'Your name', 'What is your full name?', { type: 'name', max: 80 }),
              {
                id: 'email',
                label: 'Work email',
                ask: 'What is your work email address?',
                type: 'email',
                source,
              },
            ],
          },
        ],
      },
    }),
    part({ declaration: 'What I have said is true, and my organisation agrees.' }),
    part({ sendTo: { to: 'mailbox', name: recipient, email } }),
    '# What comes after sending: interviews, an outcome, a form for each place. Leave it out for nothing.',
    part({ after: [] }),
    part({
      nudges: {
        readinessIdle: [3, 10],
        formBeforeClose: [10, 5, 2],
        formIdle: [3, 10],
        decisionSilence: 20,
        colleagueQuestion: [3, 7],
      },
    }),
    part({ retention: { unsuccessfulMonths: 6, successfulMonths: 48 } }),
    part({
      contacts: [
        { id: 'recipient', name: capital(recipient), asks: 'Ask about dates, places and the form.', email },
      ],
    }),
  ].join('\n');
  return { id, text };
}

function idOf(name: string): string {
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-\d]+|-$/g, '');
  return id || 'round';
}

function short(text: string): string {
  return text.slice(0, 40);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
