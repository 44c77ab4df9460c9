import { stateOf, type Application } from '../../workflows/application.js';
import { contactsToConfirm, mayAskIn } from '../../workflows/colleague-rules.js';
import { opens } from '../../workflows/authority-rules.js';
import { badCode } from '../content.js';
import { dialogOf } from '../applications/rules.js';
import { openAsked } from '../colleague/dialog.js';
import type { Commands, Move, View } from '../conversation.js';
import { readChoice } from '../understanding/answers.js';
import { quoted } from '../understanding/text.js';
import { contactLines } from '../expression-of-interest/dialog.js';
import { answersOf, button, titleOf } from '../words.js';
import { codeEnds, codeIn } from './codes.js';
import * as content from './content.js';

/** Letting colleagues in by one-time codes, handing over, and seeing and changing who belongs to an application. */

const about = [button('Who can see this'), button('Carry on', 'continue')];

/** "Invite", "hand over": a code, in a message that is ready to send. */
export function makeCode(view: View, to: 'invite' | 'hand-over'): Move {
  const application = shared(view);
  if (!application) return { say: () => content.nothingToShare };
  const code = view.newCode();
  return {
    focus: { application: application.reference, pending: null },
    events: [{ type: 'people.invited', to }],
    codes: [{ code, to, application: application.reference }],
    say: () =>
      content.invitation(
        application,
        to,
        code,
        codeEnds(view.now, to),
        quoted(titleOf(application, view.schemeOf(application))),
      ),
    alone: true,
    buttons: about,
  };
}

/** "Join 3467-…": what it opens is looked up first. All that opens nothing gets the same answer. */
export function join(view: View, said: string): Move {
  const code = codeIn(said);
  if (!code) {
    return {
      focus: { pending: { kind: 'command-text', command: 'join', before: '' } },
      say: () => (said ? badCode : content.askCode),
      alone: true,
      buttons: [button('Home')],
    };
  }
  const offer = view.looked?.offer;
  if (offer === undefined) return { needs: { code } };
  if (!offer || !opens(offer.invitation, offer.application, view.person, view.now))
    return { say: () => badCode };
  if (offer.invitation.to === 'answer') return openAsked(view, offer);
  const { invitation, application, others } = offer;
  const { reference } = application;
  const isIn = application.owner === view.person.id || application.invited.includes(view.person.id);
  const takesOver = invitation.to === 'hand-over';
  if (takesOver ? application.owner === view.person.id : isIn)
    return { say: () => content.alreadyThere(reference) };
  const person = view.person.id;
  return {
    accepts: offer,
    events: [takesOver ? { type: 'owner.changed', person } : { type: 'people.joined', person }],
    spent: takesOver ? others : [invitation.id],
    focus: { application: reference, dialog: dialogOf(application), page: null, pending: null },
    say: (after) =>
      takesOver
        ? content.takenOver(reference, contactsIn(after))
        : content.joined(reference, content.nameOf(after, application, application.owner)),
  };
}

/** What the form says of the owner before, where it has gone too far for me to ask about it. */
function contactsIn({ application, scheme }: View): readonly string[] {
  if (!application || mayAskIn(stateOf(application.snapshot.value))) return [];
  return contactLines(scheme, contactsToConfirm(application, scheme), answersOf(application, scheme));
}

export function showPeople(view: View): Move {
  const application = shared(view);
  if (!application) return { say: () => content.nothingToShare };
  const owns = application.owner === view.person.id;
  const codes = owns ? view.looked?.invitations : [];
  if (!codes) return { needs: 'invitations' };
  const open = codes.filter(({ expires }) => expires > view.now);
  const hasOpen = open.some((one) => one.application === application.reference);
  return {
    focus: { application: application.reference, pending: null },
    say: (after) => content.people(after, application, open),
    alone: true,
    buttons: [
      ...(owns
        ? [
            button('Invite a colleague', 'invite'),
            button('Hand over'),
            ...(application.invited.length > 0 ? [button('Remove somebody', 'remove')] : []),
            ...(hasOpen ? [button('Take back the codes')] : []),
          ]
        : [button('Leave it', 'remove me')]),
      button('Carry on', 'continue'),
    ],
  };
}

/** "Remove 1", "remove Ruth", "remove me". */
export function remove(view: View, said: string): Move {
  const application = shared(view);
  if (!application) return { say: () => content.nothingToShare };
  if (/^(me|myself|me from .*)$/.test(said)) {
    return application.owner === view.person.id
      ? { say: () => content.ownerStays }
      : leave(view, application);
  }
  // Refused where it counts, before anybody is asked whom they mean.
  if (application.owner !== view.person.id)
    return { events: [{ type: 'people.removed', person: application.owner }] };
  const options = application.invited.map((value) => {
    const label = content.nameOf(view, application, value);
    return { value, label, also: label.split(' ') };
  });
  if (options.length === 0) return { say: () => content.nobodyInvited };
  const chosen = said ? readChoice(options, said) : undefined;
  if (chosen?.kind !== 'value') {
    const ask = content.whoGoes;
    return {
      focus: {
        application: application.reference,
        pending: { kind: 'choose', command: 'remove', options, ask },
      },
    };
  }
  const person = String(chosen.value);
  const name = options.find(({ value }) => value === person)?.label ?? '';
  return {
    focus: { application: application.reference, pending: null },
    events: [{ type: 'people.removed', person }],
    say: () => content.removed(name),
    alone: true,
    buttons: about,
  };
}

function leave(view: View, application: Application): Move {
  return {
    events: [{ type: 'people.removed', person: view.person.id }],
    focus: { application: null, dialog: 'home', page: null, pending: null },
    say: () => content.left(application.reference),
  };
}

export function takeBack(view: View): Move {
  const application = shared(view);
  if (!application) return { say: () => content.nothingToShare };
  const owns = application.owner === view.person.id;
  const codes = owns ? view.looked?.invitations : [];
  if (!codes) return { needs: 'invitations' };
  const spent = codes.filter((one) => one.application === application.reference).map(({ id }) => id);
  if (owns && spent.length === 0) return { say: () => content.noCodes };
  return {
    focus: { application: application.reference, pending: null },
    events: [{ type: 'people.uninvited' }],
    spent,
    say: () => content.takenBack(spent.length),
    alone: true,
    buttons: about,
  };
}

/** What "this" is: the application in focus, or the only one that the person owns. */
function shared(view: View): Application | undefined {
  const owned = view.mine.filter(({ owner }) => owner === view.person.id);
  return view.application ?? (owned.length === 1 ? owned[0] : undefined);
}

export const commands = {
  invite: (view) => makeCode(view, 'invite'),
  'hand-over': (view) => makeCode(view, 'hand-over'),
  join: (view, { rest }) => join(view, rest),
  people: showPeople,
  remove: (view, { rest }) => remove(view, rest),
  'take-back': takeBack,
} satisfies Commands;
