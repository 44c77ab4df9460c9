import type { Mark, Proposal, Reader } from './acts.js';
import type { Reads } from '../conversation.js';
import type { Status } from './status.js';

/** What is open, as far as it matters to who is heard first. */
export type Open = 'page' | 'check' | 'yes-no' | 'picked' | 'number' | 'address' | 'words';

/** Done; shown back with a yes and a no; or asked again, with nothing put down. */
export type Outcome = 'do' | 'show' | 'ask';

type Need = Mark | 'whole' | Extract<Status, 'stated' | 'doubt'>;

/** One row: this reader, where this is open, if all this holds and none of that, comes to this. */
export interface Row {
  readonly reader: Reader;
  readonly open: readonly Open[] | 'any';
  readonly needs?: readonly Need[];
  readonly unless?: readonly Need[];
  readonly then: Outcome;
}

const asked: readonly Open[] = ['check', 'yes-no', 'picked', 'number', 'address', 'words'];
const told: readonly Open[] = ['check', 'yes-no', 'picked', 'number', 'address'];
const outOfWords: readonly Open[] = ['page', ...told];
const choices: readonly Open[] = ['yes-no', 'picked', 'number'];

/**
 * Who is heard first: the first row that fits decides, and nothing after it looks at the words again. What costs most when
 * it is wrong stands where only a whole statement reaches it; what is said of an open question comes before what is not.
 */
export const table: readonly Row[] = [
  // What must be stopped, and what is said in just the words of a command.
  { reader: 'alarm', open: 'any', then: 'do' },
  { reader: 'taken-back', open: 'any', then: 'do' },
  { reader: 'undo', open: 'any', needs: ['firm'], then: 'do' },
  { reader: 'events', open: 'any', needs: ['whole', 'stated'], unless: ['asks'], then: 'do' },
  { reader: 'checks', open: ['check'], needs: ['whole', 'stated'], unless: ['asks'], then: 'do' },
  { reader: 'answer', open: ['check', ...choices], needs: ['firm', 'value'], then: 'do' },
  { reader: 'phrase', open: 'any', needs: ['firm'], then: 'do' },
  { reader: 'undo', open: 'any', then: 'do' },
  // One's own application, asked about.
  { reader: 'own-facts', open: 'any', then: 'do' },
  // What is named is told, wherever one is.
  { reader: 'several', open: ['page'], needs: ['firm'], unless: ['asks', 'elsewhere'], then: 'do' },
  { reader: 'several', open: [...told, 'words'], needs: ['whole'], unless: ['asks'], then: 'do' },
  { reader: 'checks', open: 'any', needs: ['named', 'whole', 'stated'], unless: ['asks'], then: 'do' },
  {
    reader: 'fields',
    open: 'any',
    needs: ['put-right', 'value', 'whole', 'stated'],
    unless: ['asks'],
    then: 'do',
  },
  { reader: 'fields', open: 'any', needs: ['put-right', 'value'], unless: ['asks'], then: 'show' },
  {
    reader: 'fields',
    open: 'any',
    needs: ['put-right', 'named'],
    unless: ['asks', 'value', 'elsewhere'],
    then: 'do',
  },
  {
    reader: 'fields',
    open: ['page'],
    needs: ['named', 'value', 'whole', 'stated'],
    unless: ['asks'],
    then: 'do',
  },
  // What has come about, or has not: never from words that are not all explained.
  { reader: 'events', open: outOfWords, needs: ['stated'], unless: ['asks'], then: 'show' },
  { reader: 'events', open: outOfWords, needs: ['doubt'], unless: ['asks'], then: 'show' },
  { reader: 'events', open: outOfWords, unless: ['asks', 'stated', 'doubt'], then: 'do' },
  {
    reader: 'checks',
    open: ['words'],
    needs: ['put-right', 'whole', 'stated'],
    unless: ['asks'],
    then: 'do',
  },
  { reader: 'detail', open: ['words'], needs: ['whole', 'stated'], then: 'do' },
  // What is open is answered: at once where every word is explained.
  { reader: 'answer', open: ['address'], needs: ['value', 'whole', 'stated'], unless: ['asks'], then: 'do' },
  { reader: 'answer', open: ['address'], needs: ['value'], unless: ['asks'], then: 'show' },
  { reader: 'checks', open: ['words'], needs: ['whole', 'stated'], unless: ['asks'], then: 'do' },
  { reader: 'routed', open: ['words'], needs: ['firm'], unless: ['weighty'], then: 'do' },
  { reader: 'routed', open: ['words'], needs: ['firm'], then: 'show' },
  { reader: 'detail', open: ['words'], unless: ['asks'], then: 'show' },
  { reader: 'answer', open: ['words'], needs: ['value', 'whole', 'stated'], unless: ['asks'], then: 'do' },
  { reader: 'answer', open: ['words'], needs: ['value'], unless: ['asks'], then: 'show' },
  { reader: 'answer', open: choices, needs: ['value', 'whole', 'stated'], unless: ['asks'], then: 'do' },
  {
    reader: 'fields',
    open: told,
    needs: ['named', 'value', 'whole', 'stated'],
    unless: ['asks'],
    then: 'do',
  },
  { reader: 'checks', open: 'any', needs: ['put-right', 'stated'], unless: ['asks'], then: 'show' },
  { reader: 'checks', open: outOfWords, needs: ['named'], unless: ['asks', 'elsewhere'], then: 'show' },
  { reader: 'checks', open: ['check'], unless: ['asks'], then: 'show' },
  { reader: 'phrase', open: told, then: 'do' },
  { reader: 'answer', open: asked, needs: ['confirm'], unless: ['asks'], then: 'do' },
  { reader: 'phrase', open: 'any', unless: ['elsewhere'], then: 'do' },
  { reader: 'answer', open: ['yes-no'], needs: ['value', 'stated', 'named'], unless: ['asks'], then: 'show' },
  { reader: 'answer', open: ['number', 'picked'], needs: ['value', 'doubt'], unless: ['asks'], then: 'show' },
  { reader: 'answer', open: ['number'], needs: ['again', 'whole'], unless: ['asks'], then: 'do' },
  // What is asked, or said of a command in other words.
  { reader: 'questions', open: 'any', needs: ['firm'], then: 'do' },
  { reader: 'answer', open: ['words'], needs: ['value'], then: 'show' },
  { reader: 'routed', open: 'any', needs: ['weighty'], then: 'show' },
  { reader: 'routed', open: 'any', then: 'do' },
  { reader: 'questions', open: 'any', needs: ['value'], then: 'do' },
  { reader: 'answer', open: choices, needs: ['value', 'stated'], unless: ['asks'], then: 'show' },
  { reader: 'answer', open: asked, needs: ['again'], then: 'do' },
  // What a model proposes, asked only where nothing above fits: it answers and opens pages, and records nothing unseen.
  { reader: 'model', open: 'any', needs: ['says'], then: 'do' },
  { reader: 'model', open: ['page'], unless: ['weighty'], then: 'do' },
  { reader: 'model', open: 'any', then: 'show' },
  // Near to some answers, or none of its business.
  { reader: 'questions', open: 'any', then: 'do' },
];

export function openOf(reads: Reads, isCheck: boolean): Open {
  if (isCheck) return 'check';
  switch (reads.type) {
    case 'menu':
      return 'page';
    case 'yesNo':
      return 'yes-no';
    case 'choice':
    case 'university':
    case 'intake':
      return 'picked';
    case 'wholeNumber':
    case 'date':
      return 'number';
    case 'email':
    case 'phone':
    case 'postcode':
      return 'address';
    default:
      return 'words';
  }
}

/** What was decided, and by which row: counted from 1, for `npm run why`. */
export interface Chosen {
  readonly proposal: Proposal;
  readonly outcome: Outcome;
  readonly row: number;
}

/** The first row that fits one of the proposals. Pure. */
export function choose(proposals: readonly Proposal[], open: Open): Chosen | undefined {
  for (const [n, row] of table.entries()) {
    if (row.open !== 'any' && !row.open.includes(open)) continue;
    const proposal = proposals.find((one) => one.reader === row.reader && fits(one, row));
    if (proposal) return { proposal, outcome: row.then, row: n + 1 };
  }
  return undefined;
}

function fits(proposal: Proposal, { needs = [], unless = [] }: Row): boolean {
  const holds = (need: Need): boolean => {
    if (need === 'whole') return proposal.whole;
    if (need === 'stated' || need === 'doubt') return proposal.status === need;
    return proposal.marks?.has(need) ?? false;
  };
  return needs.every(holds) && !unless.some(holds);
}
