import assert from 'node:assert/strict';
import { createEligibilityMachine, type EligibilityPart } from '../../../workflows/eligibility.machine.js';
import type { FormEvent } from '../../../workflows/application-events.js';
import {
  createFormMachine,
  openQuestion,
  type FormPart,
} from '../../../workflows/expression-of-interest.machine.js';
import { formQuestions } from '../../../workflows/expression-of-interest-rules.js';
import { begin, can, step } from '../../../workflows/part.js';
import {
  readinessMachine,
  type ReadinessEvent,
  type ReadinessPart,
} from '../../../workflows/readiness.machine.js';
import { scheme } from './nudge-applications.js';

const on = '2026-11-23';

describe('readiness machine', () => {
  const walk = (...events: ReadinessEvent[]) =>
    events.reduce<ReadinessPart>(
      (part, event) => step(readinessMachine, part, event),
      begin<ReadinessPart>(readinessMachine),
    );
  const start = { type: 'readiness.started', checks: ['a', 'b'], on } as const;
  const say = (check: string, status: 'done' | 'in-progress' | 'not-started' | 'dont-know') =>
    ({ type: 'readiness.answered', check, status, on }) as const;

  it('asks for the detail of what is done or in progress, and of nothing else', () => {
    assert.equal(walk(start, say('a', 'done')).value, 'detailing');
    assert.equal(walk(start, say('a', 'in-progress')).value, 'detailing');
    assert.equal(walk(start, say('a', 'not-started')).value, 'asking');
    assert.equal(walk(start, say('a', 'dont-know')).value, 'asking');
  });

  it('keeps the status before its detail is given, and the detail with it', () => {
    assert.equal(walk(start, say('a', 'done')).context.answers['a']?.status, 'done');
    const part = walk(start, say('a', 'in-progress'), {
      type: 'readiness.detailed',
      who: 'Jo',
      by: '2027-01-14',
      on,
    });
    assert.deepEqual(part.context.answers['a'], { status: 'in-progress', on, who: 'Jo', by: '2027-01-14' });
    assert.equal(part.value, 'asking');
  });

  it('is assessed when nothing is left to ask, and remembers what was said the time before', () => {
    const first = walk(start, say('a', 'not-started'), say('b', 'not-started'));
    assert.deepEqual([first.value, first.context.assessedOn, first.context.before], ['assessed', on, null]);
    const again = step(readinessMachine, first, {
      type: 'readiness.started',
      checks: ['a'],
      on: '2026-11-30',
    } as ReadinessEvent);
    assert.equal(again.context.before?.on, on);
    assert.equal(again.context.before?.answers['a']?.status, 'not-started');
  });

  it('asks one check again before the others', () => {
    const part = walk(start, say('a', 'not-started'), { type: 'readiness.asked', check: 'a', on });
    assert.deepEqual([part.value, part.context.toAsk], ['asking', ['a', 'b']]);
  });

  it('takes no detail when none was asked for', () => {
    const idle = begin<ReadinessPart>(readinessMachine);
    assert.equal(can(readinessMachine, idle, { type: 'readiness.detailed' }), false);
  });
});

describe('eligibility machine', () => {
  const machine = createEligibilityMachine(scheme);
  const walk = (...answers: [string, string][]) =>
    answers.reduce<EligibilityPart>(
      (part, [question, value]) =>
        step(machine, part, { type: 'eligibility.answered', question, value } as never),
      begin<EligibilityPart>(machine),
    );
  const all: [string, string][] = [
    ['organisation-kind', 'nhs'],
    ['region', 'north-west'],
    ['role', 'assistant-practitioner'],
    ['service-area', 'other'],
    ['training-department', 'yes'],
    ['earlier-application', 'none'],
  ];

  it('passes at the last answer and not before', () => {
    assert.equal(walk(...all.slice(0, -1)).value, 'asking');
    assert.equal(walk(...all).value, 'passed');
  });

  it('ends at the first failing answer, and goes on when it is corrected', () => {
    assert.equal(walk(['organisation-kind', 'for-profit']).value, 'failed');
    assert.equal(walk(['organisation-kind', 'for-profit'], ['organisation-kind', 'nhs']).value, 'asking');
  });

  it('is cautioned by one caution, and unconfirmed by one thing not known', () => {
    assert.equal(walk(...all, ['training-department', 'not-yet']).value, 'cautioned');
    assert.equal(
      walk(...all, ['training-department', 'not-yet'], ['region', 'dont-know']).value,
      'unconfirmed',
    );
  });

  it('asks again what was asked to be changed, and keeps the rest', () => {
    const asked = step(machine, walk(...all), { type: 'eligibility.asked', question: 'role' } as never);
    assert.equal(asked.value, 'asking');
    const back = step(machine, asked, {
      type: 'eligibility.answered',
      question: 'role',
      value: 'assistant-practitioner',
    } as never);
    assert.equal(back.value, 'passed');
  });

  it('drops the answer about registration with the role that needed it', () => {
    const part = walk(
      ...all,
      ['role', 'advanced-practitioner'],
      ['registered-professional', 'yes'],
      ['role', 'assistant-practitioner'],
    );
    assert.equal(part.context.answers['registered-professional'], undefined);
    assert.equal(part.value, 'passed');
  });
});

describe('form machine', () => {
  const questions = formQuestions(scheme);
  const machine = createFormMachine(questions);
  const walk = (...events: FormEvent[]) =>
    events.reduce<FormPart>((part, event) => step(machine, part, event), begin<FormPart>(machine));
  const open = (part: FormPart) => openQuestion(questions, part.context)?.id;

  it('asks in the order of the scheme', () => {
    assert.equal(open(walk()), 'organisation-name');
    assert.equal(
      open(walk({ type: 'form.answered', question: 'organisation-name', value: 'A trust' })),
      'organisation-kind',
    );
  });

  it('puts a question off without losing it, and asks it again when told', () => {
    const parked = walk({ type: 'form.parked', question: 'organisation-name' });
    assert.equal(open(parked), 'organisation-kind');
    const asked = step(machine, parked, { type: 'form.asked', question: 'organisation-name' } as FormEvent);
    assert.equal(open(asked), 'organisation-name');
    const told = step(machine, asked, {
      type: 'form.answered',
      question: 'organisation-name',
      value: 'A trust',
    } as FormEvent);
    assert.deepEqual(told.context.parked, []);
  });

  it('drops what a changed answer orphans, down the whole chain', () => {
    const part = walk(
      { type: 'form.answered', question: 'role', value: 'assistant-practitioner' },
      { type: 'form.answered', question: 'post-band', value: 'other' },
      { type: 'form.answered', question: 'post-band-reason', value: 'A local grade, for now.' },
      { type: 'form.answered', question: 'role', value: 'advanced-practitioner' },
    );
    assert.deepEqual(part.context.answers, { role: 'advanced-practitioner' });
  });

  it('is complete when all is answered or put off, and open again when something is asked', () => {
    const done = questions.reduce<FormPart>(
      (part, { id }) => step(machine, part, { type: 'form.parked', question: id } as FormEvent),
      walk(),
    );
    assert.equal(done.value, 'complete');
    assert.equal(
      step(machine, done, { type: 'form.asked', question: 'places' } as FormEvent).value,
      'asking',
    );
  });
});
