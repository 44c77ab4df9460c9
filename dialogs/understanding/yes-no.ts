import { normalise } from './text.js';

/** What a yes or a no sounds like; `half` is neither, and is asked again. */
export type YesOrNo = 'yes' | 'no' | 'half';

/** An answer to a yes or no is short; more is something else. */
const mostWords = 14;

const before =
  /^(?:(?:hang on|hold on|wait|god|gosh|lord|well|um+|er+|erm|oh|ah|hmm+|so|and|but|ok|okay|right|yes|yeah|to be honest|tbh|honestly|actually|as far as i know|afaik|i think|i believe|id say|im pretty sure|pretty sure|fairly sure|happy to say) (?=\w))+/;
const after =
  /(?: (?:thanks|thank you|thx|ta|cheers|please|pls|mate|tbh|to be honest|sorry|though|actually|love|x|xx|really|anyway|now|then|of course|100|lol))+$/;

const who =
  '(?:i|we|they|he|she|it|you|that|this|everyone|everybody|all|both|hr|finance|the board|our board|the trust|the team|my manager|our manager|our director|the director|matron|my matron|someone|somebody|there|the post|the ward|our hr|the union|l&d|training)';
const participle =
  '(?:got|had|been|done|agreed|signed|approved|confirmed|sorted|spoken|talked|told|asked|checked|discussed|met|met with|started|said|given|put|written|completed|finished|arranged|booked|set|found|identified|read|seen|filled|emailed|contacted|informed|guaranteed|planned|funded|already|all|just|now|indeed|both|definitely|finally|okayed|oked|passed|picked|chosen|recruited|made|sent|included|budgeted|committed|promised|one|someone|somebody|a (?:person|candidate|plan|post|mentor|couple|few|policy|member|hca|lady|girl|lad|chap|great|good|very)|it|them|that|to)';

const yesWords =
  /^(?:y+|ya+h?|ye+s*|ye+a+h*|yea|yh|yass?|yes+|yus|yis|yers|yep+|yup+|yip|aye+|ay|ok|okay|okey|okie(?: dokie)?|k|kk|sure(?: thing| is| are| have| do| did)?|for sure|correct|right|true|indeed|affirmative|agreed|accept(?:ed)?|i (?:do )?(?:agree|accept|confirm)|we (?:do )?(?:agree|accept|confirm)|confirmed|defo|def|deffo|definate?ly|definitely|definitly|absolutely|abso|certainly|totally|100(?: percent)?|exactly|precisely|naturally|obviously|obvs|of course(?: we (?:do|have|will|can|are))?|course(?: (?:we|i|they|it|he|she) .{2,20})?|too right|you bet|you betcha|damn right|spot on|thats (?:right|correct|true|fine|it|the one|a yes|yes)|that is (?:right|correct|true|so)|its a yes|a yes|yes from (?:me|us)|go on(?: then)?|go (?:ahead|for it)|do it|please do|yes please|fine(?: by (?:me|us)| with (?:me|us))?|happy (?:with|to do) (?:that|it|so)|happy to|all good|sounds (?:good|right|about right)|(?:i )?(?:think|believe|hope|expect|guess|suppose|reckon) so|should (?:be|do|have)(?: (?:fine|ok|good))?|probably|most likely|likely|pretty much|more or less|always|all (?:true|correct|right|done|sorted|agreed|signed|signed off|in place|in hand|set|booked|confirmed|yes|of (?:it|them))|(?:yeah |yes |yep )?no (?:problem|prob|probs|worries)|(?:i )?think so (?:yeah|yes|yep)|(?:100(?: percent)?|absolutely|definitely|both|yes|yep|yeah|yeh) (?:yes|yep|yeah)|yeh(?: go on)?|of course (?:we|they|it|he|she) (?:will|have|do|are|is|does|has|can)|they will be|done|sorted|signed(?: off)?|approved|in place|already .{2,30}|(?:signed|agreed|approved|done|sorted|confirmed|booked|arranged|spoken|told|discussed|guaranteed|completed|checked)(?: (?:off|to|with|by|them|already|last|this|on|the|our|yesterday|and|it|up|week|month|too|about|in|all|hr|finance|board|writing|from|for).{0,25})?|of them all|every (?:one|day|week)|both(?: of them| do| have| are)?|mhm|mm+ ?hm+|uh huh|roger|got (?:it|one|that|them|someone|somebody|a few|two|both)(?: .{2,25})?|there(?:s| is| was) (?:one|a post|two|some(?:one|body)?|a few|a couple)(?: .{2,25})?|all (?:sorted|agreed) with .{2,20}|(?:thats|that is) the (?:plan|idea|intention)|as planned|(?:one|two|three|some|both) (?:of (?:our|my|the) .{2,25}|(?:thing|person|hca)s? (?:has|have|is|are)(?: .{2,20})?)|sure am|sure go on|(?:a )?(?:couple|few) of (?:people|them|us|hcas?|names?)|(?:im |we are |were )?happy to (?:accept|agree|confirm|go ahead|sign)(?: .{2,20})?|(?:the|our|my|her|his|their) (?:mentor|study day|band|start|start date|day|intake|manager|post|trainee|ward|site)s?(?: date)? (?:has |have |is |was )?(?:changed|moved|left|different|gone|new|swapped)(?: .{2,30})?|(?:needs|has|must|have) to be(?: .{2,20})?|must be(?: .{2,20})?|(?:i|we) can do (?:that|it|this))$/;

const noWords =
  /^(?:n+|neg|nowt(?: yet)?|no one has|(?:they|hr|finance|the board|matron|he|she|my manager) said no|no+|na|nah+|nay|nope+|nop|nup|naw|never(?: (?:have|did|had|will|heard .{2,20}))?|false|incorrect|wrong|negative|not (?:yet|really|quite|at all|as yet|as such|just yet|a chance|currently|exactly|to my knowledge|that (?:i|we) (?:know|am aware|are aware|can see|have heard)(?: of)?|so far|so|now|today|at (?:the|this) (?:moment|minute|present|time|point|stage)|at present|right now|possible|done(?: yet)?|likely|for now|anymore|any more|true|agreed(?: yet)?|signed(?: off)?(?: yet)?|in place(?: yet)?|for (?:me|us)|me|us|started|something .{2,25}|been .{2,25})|no (?:chance|way|thanks|thank you|ta|cheers|not yet|never|sadly|afraid not|nothing|such luck|sorry|plans?(?: to)?|joy|luck|one(?: yet| in mind)?|body)|(?:im |i am )?afraid not|(?:unfortunately|sadly|regrettably|alas)(?: not| no| we .{2,30}| (?:that|this|it|they|he|she|hr|nobody) .{0,20}(?:nt|not|never|nobody|no)\b.{0,20})?|sorry no|(?:i |we )?(?:dont|do not|doubt|didnt|wouldnt) (?:think so|believe so|it|reckon)|(?:i )?(?:dont|do not) think (?:so|we .{2,25}|they .{2,25}|it .{2,25}|i .{2,25})|doubt it|i doubt (?:it|that)|hardly|unlikely|hell no|no fear|absolutely not|definitely not|certainly not|of course not|course not|probably not|i hope not|hope not|fraid not|none|none (?:of (?:them|it|that)|yet|so far|at all|in mind)|nobody|no one|nothing(?: (?:yet|so far|in place|at all))?|neither|nil|zilch|yet to .{2,30}|still (?:to do|to be .{2,20}|waiting|outstanding|needs? .{2,30}|not .{2,20})|(?:have|has|had|is|are|was|were|do|does|did|can|could|will|would|must|should)(?:nt| not)(?: .{2,30})?|cant|wont|isnt|arent|hasnt|havent|aint|its a no|a no|thats a no|thats (?:not|wrong|incorrect).{0,25}|(?:nah |no )?forget (?:it|that|this)|(?:theyll|they will|hell|shell|they|all) (?:be )?(?:counted )?in the (?:numbers|staffing)|in (?:our|my) dreams|i wish|chance would be a fine thing|if only|refused|declined|turned down|(?:its |its been |been |post )?(?:frozen|cut|scrapped|withdrawn|lost|pulled)|(?:the )?post (?:was|is|has been|got) (?:frozen|cut|scrapped|withdrawn|lost|pulled)(?: .{2,20})?|not (?:had (?:time|chance|a chance)|needed|necessary|required|anymore|any more|spoken|spoke|asked|talked|heard|until|unless|got|allowed|able).{0,30}|unchanged|(?:its |all |still |everythings? )*(?:the |as it )?(?:same|was)|no (?:changes?|difference|need)|nothings? (?:has )?changed|(?:on|its on) (?:my|our|the) (?:to ?do )?list|(?:(?:i|we|ill|well) )?(?:will|going to|going out to|gonna|need to|still to|about to|plan to)(?: do (?:it|that|so))? (?:advert\w*|recruit|interview|next .{3,10}|later|soon|tomorrow)|still (?:looking|advertising|interviewing|recruiting))$/;

const yesSentence = new RegExp(
  `^${who}(?: already| do| all| both)?(?:ve|s|re|ll| have| has| had| are| is| am| was| were| do| does| did| will| can| would| should| shall| could| must)(?: (?:${participle}|get|do|one|some|someone|somebody|an?|got|in|on|very|fully|happy|aware|ready|able|keen|supportive|able to|fine|ok|onboard|on board|going|correct|right|yes|sure|certain|true|so|what|because|since|every|each|fully|always|supernumerary|in place|registered|guaranteed|protected|one|two|three|thursdays|tuesdays|wednesdays|mondays|fridays)\\b.{0,50})?$`,
);
const yesShort = new RegExp(
  `^${who} (?:have|has|had|do|does|did|are|is|am|was|were|will|can|would|should|shall|could|must)$`,
);
const yesPlain = new RegExp(
  `^(?:i|we|they|he|she|hr|finance|the board|our board|the trust|my manager|everyone|the director|our director)? ?(?:already )?(?:(?:have|has) )?(?:spoke|talked|told|asked|agreed|signed|approved|confirmed|emailed|met|checked|said yes|said ok|said it.{1,15}|gets?|got|know|knows|agree|accept|support|supports|sorted|arranged|booked|did|discussed|rang|put)\\b.{0,50}$`,
);
const negative =
  /\b(?:not|never|no|nobody|none|nothing|havent|hasnt|hadnt|isnt|arent|wasnt|werent|dont|doesnt|didnt|wont|cant|cannot|wouldnt|couldnt|shouldnt|unable|refus\w+|without|yet to)\b/;
const noSentence = new RegExp(
  `^(?:${who} )?(?:have|has|had|is|are|am|im|ive|weve|theyre|were|was|its|do|does|did|can|will|would|thats|theres|there is|theyve|hes|shes)?(?: )?(?:not|never|no|nobody|havent|hasnt|hadnt|isnt|arent|wasnt|werent|dont|doesnt|didnt|wont|cant|cannot|wouldnt|couldnt)\\b.{0,50}$`,
);
const halfWords =
  /^(?:maybe|perhaps|possibly|sort of|sorta|kind of|kinda|yes and no|half and half|partly|in part|partially|it depends|depends|bit of both|a bit|some(?:times| of them| do| have)?|ish|yes ?ish|not 100.*|in progress|in theory|50 50|hopefully|could be|might (?:be|have(?: done)?|do)|i might|mixed)(?: .{2,20})?$/;

/** Reads a yes or a no out of the many ways busy people say them. Undefined when it may be something else. Pure. */
export function readYesOrNo(text: string): YesOrNo | undefined {
  const said = normalise(text);
  if (said === '' || said.split(' ').length > mostWords) return undefined;
  const first = /^(yes+|yep|yeah|yup|yea|yh|aye|y|no|nope|nah|n)\b/.exec(said)?.[1];
  // "100%, signed off by the director", "we have, HR signed it": the rest is how it came about.
  const clause = normalise(/^([^,.;:!]{1,30})[,.;:!]\s/.exec(text.trim())?.[1] ?? '');
  const isClear = !negative.test(said) && !/\b(?:but|except|although)\b/.test(said) && !/\?\s*$/.test(text);
  if (isClear && (yesShort.test(clause) || surely.test(clause))) return 'yes';
  // "We are for profit, so that'll be a no".
  const told = / (?:so )?(?:thatll be|that will be|thats|its|that is|it is) a (yes|no)$/.exec(said)?.[1];
  if (told === 'yes' || told === 'no') return told;
  // "Is it?" is a question; "yes, can you?" still is a yes.
  if (/\?\s*$/.test(text) && !first) return undefined;
  const plain = said.replace(after, '');
  const bare = plain.replace(before, '').replace(after, '');
  // "Don't know" is no "don't", and "not sure" is no "maybe".
  if (asksOrTells.test(bare)) return undefined;
  for (const words of new Set([said, plain, bare])) {
    if (noWords.test(words)) return 'no';
    if (yesWords.test(words)) return 'yes';
    if (halfWords.test(words)) return 'half';
  }
  if (first) {
    const rest = said.slice(first.length).trim();
    const means = first.startsWith('y') || first === 'aye' ? 'yes' : 'no';
    // "No idea", "no time now", "yes and then what do I do": only what goes on as an answer would.
    if (/^[^\w]*\w+\s*[,.;:!–-]/.test(text.trim())) return means;
    // After a yes comes more of the same, unless something is asked or wanted; after a no, much else: "no idea".
    if (means === 'yes' && rest !== '' && !wantsMore.test(rest)) return means;
    if (/^wait\b|^never\b|^hold on/.test(rest)) return means;
    if (
      /^(?:we|it|they|i|he|she|you|its|were|weve|theyve|theyre|ive|im|that|thats|there|theres|all|hr|finance|the|our|my|but|not|havent|hasnt|isnt|arent|wont|cant|spoke|spoken|told|met|asked|emailed|had|nobody|nothing|none|because|as|one|two|three|still|keep|please|do|go|leave|wrong|withdraw|delete|change it|send|mentor|different|study|every|no|dont|got|looking|waiting|10|\d+ |sorry|he|both|every|definitely|absolutely|of course|course|already|signed|agreed|done|sorted|just|she|most|from|since|in|on|has|have|is|are|been|for|only|at|and (?:signed|agreed|they|we|hr))\b/.test(
        rest,
      )
    )
      return means;
    return undefined;
  }
  // "Someone is interested, yes".
  if (/ (?:yes|yeah|yep|yup)$/.test(said) && !negative.test(said)) return 'yes';
  if (noSentence.test(bare)) return 'no';
  if (negative.test(bare)) return undefined;
  if (yesShort.test(bare) || yesSentence.test(bare) || yesPlain.test(bare)) return 'yes';
  return undefined;
}

const surely = /^(?:100(?: percent)?|absolutely|definitely|defo|(?:i )?(?:think|believe) so)$/;

const wantsMore =
  /^(?:(?:and|then|so|but|please|can you|can i|now) )*(?:go back|back|save|help|change|skip|cancel|stop|show|ask|i have a|what|how|who|whos|when|where|why|which|can|could|do|does|is|are|will|should)\b/;

/** What also begins with a pronoun and a verb, but tells something else: a question to come, leaving, not knowing. */
const asksOrTells =
  /^(?:i|we) (?:have|ve got|need|got) (?:a |an |another )?(?:question|query|code|problem|to (?:go|leave|stop|dash|run|check|ask|think))|\b(?:dont|do not|wouldnt|not|no) (?:know|sure|idea|understand|certain|clear|remember)\b|\b(?:cant|cannot|couldnt|dont|do not) (?:really )?(?:remember|recall|say|tell|think of|decide|get|follow|see) ?(?:what|you|it|this|that|who|when|which)?(?: .*)?$|\bwant to\b|^(?:i|we) (?:cant|cannot) (?:find|see|open|work|get|do this|answer|remember|log)\b/;
