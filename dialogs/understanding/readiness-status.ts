import { normalise } from './text.js';

export type Status = 'done' | 'in-progress' | 'not-started' | 'dont-know';

/** How far a thing is, as people say it: "HR have it, back by the 20th" is in progress. Checked in this order. */
const signs: readonly (readonly [Status, RegExp])[] = [
  [
    'dont-know',
    /\b(?:(?:dont|do not|wouldnt|not) (?:really |actually |honestly )?know|not sure|unsure|no (?:idea|clue)|not a clue|clue ?less|(?:havent|have not) (?:got )?(?:a|the (?:foggiest|faintest)) ?(?:clue|idea)?|dunno|idk|who knows|uncertain|not certain|couldnt (?:tell|say)|cant (?:remember|recall|say|tell)|no recollection|(?:have|need|ll need|ll have|d have|want) to (?:check|ask|find out|look)(?! (?:for|at))|ill (?:check|ask|find out)|never heard of|not my (?:area|department|job|thing)|above my (?:pay grade|head)|what (?:is|s) that|tbc|search me|pass)\b|^\?+$/,
  ],
  [
    'in-progress',
    /\b(?:in progress|in ?hand|under ?way|on ?going|in the (?:pipeline|works|process|post|middle)|in draft|made a start|out of date|(?:supposed|meant) to be|(?<!not )on the agenda|(?:first|second|rough|final|1st|2nd) draft|draft(?:ed|ing|s)?|nearly|almost|practically|virtually|partly|partially|part way|half ?(?:way|done|finished|written|ready)?|mostly|most of|some of|bits? (?:of|left|to)|sort of|kind of|getting there|not far off|not quite|not (?:fully|completely|entirely|all|totally)|not (?:finished|complete|completed|final|finalised)|(?:havent|hasnt|have not|has not|isnt|not been|hasnt been) (?:quite )?(?:finished|finalised|complete|completed|signed|been signed|been approved|back|come back|got it back|been agreed|approved)|(?:not|to be|needs?|awaiting|waiting|needs to be|unsigned|yet to be) (?:(?:be|yet|for|on|a|the|final) )*(?:signed?|sign(?:ing)? ?off|signature|approval|approved|agreed|ratified|ratification|matched|matching|evaluated|banded|proof ?read|finishing|finalising|tweaking|polish|a tweak)|awaiting|waiting|wait(?:s)? (?:for|on|to)|chas(?:ed|ing)|working on|working (?:it|that) (?:up|through)|work in progress|wip|being (?:\w+)|on (?:it|with it)|doing (?:it|that|this)|(?<!in )writing|sorting|drafting|finishing|finalising|(?:meeting|appointment|slot) (?:about|on|with|booked|in|for)|pending|started|begun|began|under (?:review|consideration|discussion)|in discussion|discussing|in talks|talking (?:to|about)|at panel|off to|(?:have|has|ve) had it|going (?:to|through)|gone (?:to|off|in|for)|goes to|went (?:to|off)|(?:sent|submitted|passed|given|emailed|forwarded|handed) (?:it |this |that |them )?(?:\w+ )?(?:to|off|over|for|in)|with (?:hr|finance|the|our|my|matron|recruitment|l&d|payroll|board|job|\w+ (?:in|at|from) \w+)|(?:hr|finance|recruitment|payroll|matron|matching panel|the panel|panel|the board|board|l&d|my manager|our manager|the director|\w+ in \w+) (?:have|has|got|ve got|have got|has got|are|is) (?:it|this|that|them|looking|on|a copy|the|doing|working|sorting|writing|reviewing|checking)|theyve got it|they have it|back (?:by|on|in|next|soon|tomorrow|this)|should (?:be|have|get|know|hear)|will be|due|expect(?:ed|ing)?|hop(?:e|ing|efully)|soon|shortly|any day|this week|next (?:week|month)|by (?:the|end|next|friday|monday|tuesday|wednesday|thursday|christmas|easter|jan\w*|feb\w*|mar\w*|apr\w*|may|jun\w*|jul\w*|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|\d)|end of|tomorrow|just (?:needs?|waiting|the)|one (?:bit|thing|more|last)|few (?:bits|things|tweaks)|needs? (?:a |some |an |the |one )?(?:tweak\w*|signature|update|updating|review|approval|sign|changes|finishing|work|look)|to finish|to finalise|(?:\d+|fifty|eighty|ninety) ?percent|\d+ (?:there|done|finished|complete)|on its way|on the way|moving|progressing|in train|at (?:the )?(?:consultation|approval|review) stage|out (?:for|to) (?:consultation|review|comment))\b/,
  ],
  [
    'not-started',
    /^(?:n|no|nope|nah|none|nobody|not|never|nothing|zero|nil|neither)\b|\b(?:not (?:yet|started|begun|done|at all|even|written|as yet|got|there|in place|thought|looked|really|on|something|a thing|had|been|touched|agreed|in the)|(?:havent|hasnt|have not|has not|isnt|arent|wasnt|didnt|doesnt|dont|not) (?:been )?(?:started|begun|done|even|written|looked|thought|got|had|touched|any|one|it|have|got round|exist|agreed|yet|there|there yet|in place|a|spoken|asked|happened|managed|sorted|begun|drawn)|havent|hasnt|yet to|still (?:to|needs?|not|outstanding)|to ?do|needs? (?:doing|writing|to be (?:done|written|started)|starting|sorting)|on my (?:list|to ?do)|nothing|nowhere|from scratch|later|no \w+|not|never|none|outstanding|missing|blank ?sheet)\b/,
  ],
  [
    'done',
    /^(?:y+|ye+s+|yep|yup|yeah|yea|aye|ok|sure|tick|got)\b|\b(?:done|complete[d]?|finished|signed|sign off|approved|ok(?:ay)?(?:e?d)|agreed|confirmed|guaranteed|ratified|sorted|in place|ready|got (?:it|one|that|them|the|a|both|all)|we (?:do|have|did)|weve (?:got|done)|ive (?:got|done)|i (?:have|did)|have (?:it|one|that|this|them|the|a|both)|it (?:is|has|was)|they (?:do|have|did|are)|theyve|there is one|exists?|written|published|all (?:good|there|set)|up to date|banded|matched|in (?:writing|budget)|budgeted|funded|already|available|attached|filed|happy with|supportive|on board|behind (?:it|us)|yes)\b/,
  ],
];

/** More than this is a paragraph, or a question. */
const mostWords = 25;

/** Reads how far a thing is. Undefined where nothing says so. Pure. */
export function readStatus(text: string): Status | undefined {
  const said = normalise(text)
    // "Yes but not signed", "no but HR are on it": what comes after the "but" is how it stands.
    .replace(
      /^(?:yes|yep|yeah|no|nope|done|sorted)\b.{0,40}\b(?:but|although|except|however|just) (?=\w)/,
      '',
    )
    .replace(
      /^(?:no|nope|nah) (?=(?:its |it is |were |we are )?(?:in progress|nearly|almost|waiting|being|with hr))/,
      '',
    );
  if (said === '') return /^[?]+$/.test(text.trim()) ? 'dont-know' : undefined;
  if (said.split(' ').length > mostWords) return undefined;
  // Whoever says "ask HR who it is" tells nothing of how far it is.
  if (/^(?:please |can you |just )?ask\b/.test(said)) return undefined;
  // "Not started" holds "started", and "not in hand" holds "in hand".
  if (
    /\b(?:not|havent|hasnt|never|isnt|nothing|barely|yet to)\b(?: \w+){0,2} (?:started|begun|drafted|draft|under ?way|in hand|in progress|in place|being)\b/.test(
      said,
    )
  )
    return 'not-started';
  if (
    /^(?:yes|yep|yeah|done|all done|complete|sorted|finished)(?: \w+)? (?:by|on|in|last|signed|sent|with|from|at|this|to|started) /.test(
      said,
    ) &&
    !/\b(?:waiting|awaiting|next|will|nearly|should)\b/.test(said)
  )
    return 'done';
  if (
    /\b(?:signed|approved|agreed|confirmed|done|finished|completed|written|back)\b.{0,30}\b(?:last (?:week|month|year|\w+day)|yesterday|this morning|ago|already|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b/.test(
      said,
    ) &&
    !/\b(?:not|nearly|almost|half|part|being|waiting|needs?)\b/.test(said)
  )
    return 'done';
  return signs.find(([, sign]) => sign.test(said))?.[0];
}
