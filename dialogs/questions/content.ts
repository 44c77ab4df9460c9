import { sourceNames } from '../../data/knowledge/source-names.js';
import type { Entry } from '../../data/knowledge/entry.js';
import type { Citation } from '../reply.js';
import type { Scheme } from '../../workflows/scheme.js';
import { contacts } from '../applications/content.js';
import type { SafetyKind } from '../understanding/safety.js';
import { quoted } from '../understanding/text.js';

/** Every word about questions: answers with their source, not knowing, and what is not the assistant's business. */

/** The answer: short first, then the rest, then where it comes from and how old it is. */
export function answer({ short, detail, sources, checkBeforeRelying }: Entry): string {
  return [
    short,
    detail,
    `Source: ${sources.map(source).join('; ')}.`,
    checkBeforeRelying ? `**From ${oldest(sources)}.** Check it before you rely on it.` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** What a language model wrote: said to be so, and each number's source with its year. */
export function generated(text: string, cited: readonly Entry[]): string {
  const old = cited.filter(({ checkBeforeRelying }) => checkBeforeRelying);
  return [
    '*AI-generated, from the sources below. Check it before you rely on it.*',
    text,
    `Sources: ${cited.map(({ sources }, i) => `[${i + 1}] ${sources.map(source).join('; ')}`).join('. ')}.`,
    old.length > 0 ? `**From ${Math.min(...old.map(({ sources }) => oldest(sources)))}.**` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

export function citation({ question, short, sources: [first] }: Entry): Citation {
  const name = `${question}${first ? ` (${first.year})` : ''}`;
  return { name: cut(name, 80), abstract: cut(short, 160) };
}

/** A planner showed the way to something that the person starts. */
export const offerRoute = 'I think that this is what you are looking for.';

export function source({ document, section, year }: Entry['sources'][number]): string {
  return document === 'product'
    ? sourceNames.product.full
    : `${sourceNames[document].full} (${year}), ${section}`;
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;
}

function oldest(sources: Entry['sources']): number {
  return Math.min(...sources.map(({ year }) => year));
}

export const several = (count: number): string => `You asked ${count} things. One after the other:`;
/** Two entries are as near as each other. */
export const either = 'That could be one of two things, so here are both.';
export const questionHead = (question: string): string => `**${question}**`;

/** Nothing sure, but something near. */
export const near = 'I am not sure that I have that. Do you mean one of these?';

export function outside(scheme: Scheme): string {
  return [
    'I don’t have that.',
    'I know about Assistant Practitioners, nursing associates and advanced practitioners, and about applying for training places here.',
    contacts(scheme),
  ].join('\n\n');
}

export function questionOrAnswer(text: string): string {
  return `Was that a question for me, or your answer? “${quoted(text.length > 120 ? `${text.slice(0, 117)}…` : text)}”`;
}

export const questionForYou = 'A question for you';
export const myAnswer = 'It is my answer';
export const thanksHelpful = 'Thank you. Good to know.';
export const thanksNotHelpful = 'Thank you. I have noted that this answer did not help, without your name.';

/** Kindly, briefly, and with someone who can help. */
export const safety: Record<SafetyKind, string> = {
  distress:
    'I am sorry that it is this hard. I am only a program, so please talk to a person now. Samaritans are there day and night: ring **116 123**, free. You can also ring **NHS 111** and choose the mental health option, or talk to your GP or your occupational health team. If you are in danger, ring **999**.',
  danger:
    'If someone is in danger now, ring **999**, or your emergency number on site. For a worry about a child or an adult at risk, tell your **safeguarding lead** at once. Nobody watches this chat.',
  'patient-details':
    'That looks like details of a patient. I have not kept your message. Please ask or answer again without names, numbers, dates of birth or anything else that could tell who it is.',
  clinical:
    'I cannot help with care, doses or treatment. Ask the registered professional in charge, your pharmacist, or the prescriber. In an emergency, ring **999**.',
  rules:
    'I cannot change my rules, or any record in that way. I can help with your own application, step by step.',
  'others-data':
    'I cannot show or discuss someone else’s application. Your training department or the university can help.',
  'pay-grievance':
    'I cannot help with one person’s pay or with a problem at work. HR, payroll, your union or your Freedom to Speak Up guardian can.',
};

/** Assistant practitioner and nursing associate, side by side. */
export const comparison = `**Assistant practitioner (AP) and nursing associate, side by side**

**What it bridges**
- AP: from support worker to the registered professions, more than one of them
- Nursing associate: from health and care assistant to registered nurse

**Where it works**
- AP: across professions and teams: nursing, therapy, social care, science
- Nursing associate: in settings that nurses lead

**Registration**
- AP: no statutory register (2015). The employer sets the standards
- Nursing associate: the 2020 source shows it only by its standard’s name, “Nursing Associate NMC 2018”. Ask your nursing lead for today’s rule

**Where it can lead**
- AP: nurse, dietitian, physiotherapist, occupational therapist, healthcare science practitioner or psychological wellbeing practitioner, among others
- Nursing associate: graduate nursing

**Apprenticeship**
- AP: Healthcare Assistant Practitioner, level 5
- Nursing associate: Nursing Associate, level 5

**Training**
- AP: two years, foundation degree with work-based learning, one day a week release as the 2020 source describes it
- Nursing associate: my sources do not describe it

Source: Mental health AP slides, Health Education England (2020), role comparison; Skills for Health report (2015), section 2.3. Check before you rely on it.`;

export const advisorOpening =
  'Four short questions about your service. Then I say which role the sources lean to, and why.';
