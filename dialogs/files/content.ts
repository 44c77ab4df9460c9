import type { Question, Scheme } from '../../workflows/scheme.js';
import type { View } from '../conversation.js';
import { quoted } from '../understanding/text.js';
import { sayFiles, type Enclosure } from '../words.js';
import type { FileFault } from './dialog.js';

/** Every word about a file that is to go with a form. */

/** Said with a question for a file: how it gets there. */
export function howToAttach({ files }: Pick<View, 'files'>, question: Question): string {
  if (question.type !== 'file') return '';
  const takes = `It may be ${sayFiles(question)}.`;
  return files
    ? `**Attach the file here and send it.** ${takes} I keep it with the form, and it goes with the email. Or say **I will attach it myself**. Please no file about a patient.`
    : `I take no files here, so you attach it to what you send. ${takes}`;
}

/** After a file was kept. */
export const unchecked =
  'Nobody has looked through it for viruses here. The mail system of whoever gets it does that.';
export const checked = 'It was looked through for viruses, and nothing was found.';

export const attachAgain = 'Attach it once more if yours is the right one.';

/** Nothing is open that a file answers. */
export const notAskedFor =
  'I take no file at this point, so I have not kept it. Type what it says, a part at a time. To send the form, attach the file to your own email.';

/** Why a file was not taken. Nothing of it was kept. */
export function notTaken(fault: FileFault, question: Pick<Question, 'files'>): string {
  const takes = `It may be ${sayFiles(question)}.`;
  switch (fault) {
    case 'too-large':
      return `That file is too large. ${takes} Save it smaller and send it again, or say **I will attach it myself**.`;
    case 'wrong-kind':
      return `What is in that file is not what the question takes, whatever its name says. ${takes} A file with a password or with macros cannot be taken either.`;
    case 'empty':
      return 'There is nothing in that file. Look at it, and send it again.';
    case 'unsafe':
      return 'The virus scanner found something in that file, so I have not kept it. **Do not send it on.** Tell your IT service desk.';
    case 'not-scanned':
      return 'I could not have that file looked through for viruses just now, so I have not kept it. Try again in a while, or say **I will attach it myself**.';
    case 'not-fetched':
      return 'I could not get that file. Send it again, or say **I will attach it myself**.';
    case 'several':
      return 'Those were several files, and one question takes one. Send the one for this question, or put them together into one file.';
    case 'too-many':
      return 'There are as many files with this application as I can keep. Say **I will attach it myself** for this one.';
  }
}

/** A name tells more than it should. */
export const badName = (words: string): string =>
  `${words}\n\nThe name of a file is kept and sent too. Give it a name that says only what it is, like **Job description.pdf**.`;

/** Of what is kept, when the form is ready to go. */
export function enclosed({ sendTo }: Pick<Scheme, 'sendTo'>, names: readonly string[]): string {
  const all = names.map((name) => quoted(name)).join('; ');
  return sendTo.to === 'web'
    ? `**Put these in on the page too**; the documents have a link to each: ${all}.`
    : `In the email already: ${all}.`;
}

/** In the email: what is attached besides the form. */
export function inLetter(all: readonly Enclosure[]): string {
  return `Attached as well: ${all.map(({ label, file }) => (file ? `${label} (${file.name})` : label)).join('; ')}.`;
}
