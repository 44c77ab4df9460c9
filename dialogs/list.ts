import type { Application } from '../workflows/application.js';
import { applications } from './applications/dialog.js';
import * as applicationCommands from './applications/commands.js';
import * as colleagueCommands from './colleague/commands.js';
import { asked } from './colleague/dialog.js';
import type { Dialog, DialogName, Move, Obey, Prompt, View } from './conversation.js';
import * as decisionCommands from './decision/commands.js';
import { decision } from './decision/dialog.js';
import * as eligibilityCommands from './eligibility/commands.js';
import { eligibility } from './eligibility/dialog.js';
import * as formCommands from './expression-of-interest/commands.js';
import { expressionOfInterest } from './expression-of-interest/dialog.js';
import * as homeCommands from './home/commands.js';
import { home } from './home/dialog.js';
import * as nudges from './nudges/dialog.js';
import * as overview from './overview/dialog.js';
import * as plan from './plan/commands.js';
import * as privacy from './privacy/dialog.js';
import * as questionCommands from './questions/commands.js';
import { advisor } from './questions/dialog.js';
import * as readinessCommands from './readiness/commands.js';
import { readiness } from './readiness/dialog.js';
import { rounds } from './rounds/dialog.js';
import * as sharing from './sharing/dialog.js';
import * as supportCommands from './support-confirmation/commands.js';
import { supportConfirmation } from './support-confirmation/dialog.js';
import * as undo from './undo/dialog.js';
import type { Command, Commanded } from './understanding/commands.js';
import * as universityCommands from './university-choice/commands.js';
import { universityChoice } from './university-choice/dialog.js';

/**
 * Every dialog there is: its folder says what is open in it, in which states of an application it is at home, and what it
 * does when asked. A new one is its folder and a line here. How its commands are said stands in `data/language/`.
 */
export const dialogs: Readonly<Record<DialogName, Dialog>> = {
  home,
  readiness,
  eligibility,
  'expression-of-interest': expressionOfInterest,
  'university-choice': universityChoice,
  decision,
  'support-confirmation': supportConfirmation,
  applications,
  advisor,
  rounds,
  asked,
};

/** What is done when it is asked for, whatever is open. The compiler says when one of them is nobody's. */
const commands: Readonly<Record<Command, Obey>> = {
  ...homeCommands.commands,
  ...applicationCommands.commands,
  ...readinessCommands.commands,
  ...eligibilityCommands.commands,
  ...formCommands.commands,
  ...universityCommands.commands,
  ...decisionCommands.commands,
  ...supportCommands.commands,
  ...colleagueCommands.commands,
  ...sharing.commands,
  ...nudges.commands,
  ...plan.commands,
  ...overview.commands,
  ...privacy.commands,
  ...questionCommands.commands,
  ...undo.commands,
};

/** Does what was asked. `confirmed`: the person has said yes to the question that goes before it. */
export function obey(
  view: View,
  dialog: Dialog,
  prompt: Prompt,
  commanded: Commanded,
  confirmed = false,
): Move {
  return commands[commanded.command](view, { ...commanded, dialog, prompt, confirmed });
}

/** May this dialog be open? Not when another conversation has moved the application on. */
export function isPlaceFor(name: DialogName, application: Application | undefined): boolean {
  return dialogs[name].isHome?.(application) ?? true;
}
