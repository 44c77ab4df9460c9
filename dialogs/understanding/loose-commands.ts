import type { Command } from './commands.js';
import { normalise } from './text.js';

/** Commands said loosely, but so that nobody could mean an answer to a form's question by them. */
export interface LooseCommand {
  readonly command: Command;
  readonly rest: string;
}

/** Longer than this it is prose, whatever it begins with. */
const mostWords = 12;

const it = '(?:it|this|that|everything|the lot|all (?:of )?(?:it|this)|the whole (?:thing|form))';
const form =
  '(?:(?:my|the|this|our|whole) )*(?:form|application|eoi|expression of interest|answers|progress|work|draft|lot)(?: so far)?';
const done =
  '(?:(?:what|everything|all) )?(?:ive|i have|weve|we) (?:got|done|put|written|filled in)(?: so far)?';
const day =
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?: (?:morning|afternoon|night|evening))?';
const another = `(?:later(?: on)?(?: today)?|tomorrow(?: (?:morning|afternoon|night))?|tonight|another (?:time|day)|next (?:week|time|shift|month)|in a (?:bit|while|few days|minute|min)|soon|first thing|this (?:afternoon|evening)|after (?:my |the )?(?:break|shift|lunch|handover|round|nights|leave|days off|annual leave)|(?:on |at )?(?:the )?(?:weekend|${day})|when (?:i|ive|im) .{2,30})`;
const scratch = '(?:scratch|(?:the )?(?:very )?(?:start|beginning|top)|new|zero|square one)';
/** Questions of the form as people call them. "Manager" alone is left out: "change manager" is a job. */
const field =
  '(?:(?:first|last|other|earlier|previous|one) )*(?:(?:ward|service|team|trust|organisation|organization|site|work|job|manager|mentor|sponsor|hr|training|contact|trainee|phone|email|intake|university|their|his|her|lead|trainees) )*(?:name|names|e ?mail(?: address)?|phone(?: number)?|number(?: of (?:places|trainees|aps|taps))?|post ?code|address|places|job title|title|mentor|sponsor|contact|answers?|region|role|intake|band|hours|question|date|day|one|uni|university)';
const person =
  '(?:hr|hrbp|finance|payroll|the trust|the practice|the surgery|the board|l&d|l and d|training|education|estates|recruitment|someone(?: else)?|somebody(?: else)?|(?:(?:my|our|the|a|an|his|her) )?(?:[a-z&]+ ){0,3}(?:hr|hrbp|finance|colleague|matron|manager|boss|deputy|lead|sponsor|mentor|director|partner|team|dept|department|holder|accountant|l&d|facilitator|wbef|pef|sister|chief nurse|don|adon))';
/** Words that say that it is not known; what is not known may follow. */
const unknowing =
  '(?:not (?:(?:too|quite|really|entirely|100|100 percent|yet) )?(?:sure|certain)|(?:unsure|uncertain)(?= (?:about|who|what|which|when|where|how|why|if|whether|yet|at|on|of|as)|$)|no (?:idea|clue)|(?:not |havent |have not )(?:got )?(?:a|an|the) (?:clue|foggiest|scooby|scoobies|idea)|(?:dont|do not|didnt|wouldnt|couldnt) (?:(?:really|actually|honestly|even) )?know|dunno|dno|idk|(?:cant|cannot|dont) (?:remember|recall)|forgot(?:ten)?(?= (?:who|what|which|her|his|the|their|it|sorry)|$)|couldnt (?:tell you|say)|cant (?:tell you|say)|hard to say|who knows|god knows|goodness knows|nobody knows|no one knows|your guess is as good as mine|search me|(?:will |ill )?have to think(?: about it)?)';
const this_ = '(?:(?:this|that|the|next|last) )?(?:one|question|bit|part|this|that|it)';

/** In order; each must match the whole of what was said, after politeness. */
const patterns: readonly (readonly [Command, string])[] = [
  // Saving and leaving
  [
    'save',
    `(?:save|keep)(?: (?:${it}|${form}|${done}))?(?: (?:and|&|then|n) (?:(?:ill |i will )?(?:leave|exit|close|quit|stop|pause|finish|log ?(?:off|out)|go|come back|return|carry on|continue|do|pick)(?: (?:it|this|to it|the rest|off|up))*)(?: (?:for )?${another}| for now)?| (?:for )?(?:now|${another}))+`,
  ],
  [
    'save',
    `save (?:${it}|${form}|${done}|so far|what (?:ive|i have) .{2,20}|where (?:i am|im (?:at|up to)|i was|i got to|ive got to|we are|we got to))(?: (?:for )?(?:now|${another}))?`,
  ],
  [
    'save',
    `(?:(?:i will|ill|will|i shall|have to|need to|got to|let me|can i|could i) )?(?:have to )?(?:finish|do|complete|continue|carry on|come back|get back|be back|return|pick|resume|look at)(?: (?:with|to|up|off|on|this|it|that|the rest|the form|my form|the other bits|(?:this|that) (?:bit|one|part)|it all|again))* ${another}`,
  ],
  ['save', `back (?:in a (?:bit|min|minute|sec)|soon|${another})`],
  [
    'save',
    '(?:(?:i|ive|we|have|just) )*(?:got to|gotta|need to nip|need to|have to|must|had better|better|off to) (?:go|dash|run|leave|shoot|nip (?:off|out)|pop (?:off|out)|stop|head off|get off|rush)(?: (?:now|here|there|soon|(?:so |and )?save(?: (?:it|this))?|in .{1,12}|to .{1,25}|for .{1,20}))*',
  ],
  [
    'save',
    '(?:(?:i am|im|ive|being|been|just|got|get) )+(?:called|bleeped|paged|needed|dragged|pulled)(?: away| off| elsewhere)?.{0,20}',
  ],
  [
    'save',
    `(?:leave|stop|pause|park|end|hold) (?:(?:it|this|here|there|the form|my form|my application|at that) ?)*(?:for )?(?:now|today|${another}|a (?:bit|while|minute|moment))`,
  ],
  ['save', '(?:leave|pause) (?:the|this|my) (?:form|application|eoi)|stop here|pause (?:it|this|here)'],
  ['save', '(?:that(?:s| is) )?(?:it|all|enough|me(?: done)?|me finished) for (?:now|today|tonight)'],
  [
    'save',
    '(?:close|shut)(?: (?:this|it|down|the form|the chat))?|(?:log|sign) (?:me )?(?:off|out)|bye for now|see you (?:later|tomorrow)|exit (?:the |this )?form|leave the form',
  ],
  [
    'save',
    'no time (?:now|for this(?: now)?|today)|(?:im |i am )?(?:too|really|v|very|a bit) busy(?: right)?(?: now)?|(?:ive )?run out of time|(?:my )?(?:break|shift)(?:s| is) (?:over|finished|up)',
  ],
  ['save', '(?:i will|ill|i shall|will|well) (?:come|be|get) back(?: (?:to|on) (?:it|this|that))?'],
  // Starting over comes before cancelling: "scrap it and start again".
  [
    'start-over',
    `(?:(?:scrap|bin|forget|clear|wipe|cancel|delete) (?:${it}|${form}) (?:and|&|then|n) )?(?:re ?start|(?:start|begin|go|do) (?:(?:${it}|${form}) )?(?:all )?(?:over(?: again)?|again|afresh|fresh))(?: again)?(?: (?:right )?(?:from|at) ${scratch})?(?: again)?`,
  ],
  [
    'start-over',
    `(?:re ?start|reset|redo|wipe|clear)(?: (?:${it}|${form}|all my answers|it all|the lot))?(?: (?:and|&) (?:start|begin) (?:over|again|afresh))?(?: (?:again )?from ${scratch})?`,
  ],
  [
    'start-over',
    `(?:(?:start|begin|take it|go) )?(?:(?:${it}|${form}) )?(?:right )?(?:back to|from|back at) (?:scratch|the (?:very )?(?:start|beginning|top)|square one)(?: again)?`,
  ],
  [
    'start-over',
    `(?:start|begin)(?: (?:with|on))? (?:a )?(?:blank|clean|fresh|empty) (?:form|slate|sheet|page)`,
  ],
  // Cancelling
  [
    'cancel',
    `(?:cancel|scrap|abandon|bin|ditch|drop|discard|delete|abort|chuck|get rid of|give up(?: on)?|stop)(?: (?:${it}|(?:(?:my|the|this|our|whole) )*(?:form|application|eoi|expression of interest)))?(?: (?:altogether|entirely|completely|off|away))?`,
  ],
  [
    'cancel',
    `(?:forget|leave) (?:about )?(?:it|this|the whole thing|the form|the application)(?: (?:never ?mind|altogether))?|never ?mind(?: (?:this|it|that|forget it))?|(?:do not|dont) bother`,
  ],
  [
    'cancel',
    '(?:(?:i|ive|weve|we) )?(?:have )?changed (?:my|our) minds?(?: (?:about|on) (?:this|it|all this|applying|the whole thing))?',
  ],
  [
    'cancel',
    `(?:(?:i|we) )?(?:no longer|dont|do not) want to (?:do|apply|carry on|continue|go on|go ahead|bother|finish)(?: (?:with )?(?:it|this|any ?more|this form|the form|the application|for this))*`,
  ],
  ['cancel', 'not going (?:ahead|to bother)(?: with (?:it|this|the form))?'],
  // Changing an answer
  [
    'change',
    `(?:change|edit|amend|correct|update|alter|fix)(?: (?:my|the|our|that|this|a|an|his|her|their))+ (?<rest>${field}(?: (?:on|for|of) (?:the )?(?:trainee )?(?:first|second|third|last|other|next|one|two|three|\\d+)(?: (?:one|trainee|person))?)?|(?:answer|question) (?:about|on|for|to) (?:the |my )?[a-z ]{2,30})(?: (?:please|i gave|i put|from .{1,20}|to .{1,30}))?`,
  ],
  [
    'change',
    `(?:change|edit|amend|correct|update|alter|fix|redo) what (?:i|we|ive|weve) (?:put|said|wrote|written|answered)(?: (?:for|about|on|as) (?:the |my )?(?<rest>[a-z ]{2,30}))?`,
  ],
  [
    'change',
    `(?:change|edit|amend|correct|alter|update|fix) (?<rest>places|(?:(?:job|ward|service|team|mentor) )?(?:title|name)|post ?code|e ?mail|phone(?: number)?|email address|number of (?:places|trainees))(?: to .{1,30})?`,
  ],
  [
    'change',
    `(?:(?:i|ive|we|weve) )*(?:put|given|gave|got|typed|entered|said|made)(?: (?:in|down|you))? (?:the )?wrong (?<rest>${field})`,
  ],
  [
    'change',
    `(?:(?:i|ive|we|weve) )*(?:put|got|typed|entered|spelt|spelled) (?:the|my|our) (?<rest>${field}) (?:in )?wrong(?:ly)?`,
  ],
  [
    'change',
    `(?:the|my|our) (?<rest>${field}) (?:is|was|i (?:put|gave)(?: (?:is|was))?|needs?) (?:wrong|changing|correcting|incorrect|a typo)`,
  ],
  [
    'change',
    '(?:(?:i|ive|we) )*(?:have )?(?:made|make|spotted) a (?:mistake|typo|slip|mess)(?: (?:earlier|before|above|there|further up|(?:in|on|with) .{2,30}))?',
  ],
  [
    'change',
    '(?:i )?got (?:one|something|that|an answer)(?: earlier)? wrong(?: earlier)?|(?:change|edit|amend|fix) (?:something|an answer|one of (?:my|the) answers|that|an earlier answer)(?: earlier)?',
  ],
  // Going back
  [
    'back',
    '(?:(?:go|step|take me|move|get|jump|nip|skip) )?back(?: (?:a|an|one|1|two|2|up|a bit|to (?:the )?(?:last|previous|one before|before)|to that(?: last)?|please))*(?: (?:question|step|one|page|screen|bit|before|place|places|questions|steps))*',
  ],
  [
    'back',
    '(?:(?:show|see|go to|return to|do|redo|repeat) (?:me )?)?(?:the )?(?:previous|last|one before|question before)(?: (?:question|step|one|page|screen|answer))?(?: (?:again|please))?|(?:the )?(?:one|question|bit) before(?: (?:this|that))?',
  ],
  ['undo', 'undo(?: (?:it|that|this|last|the last|my last|the last one|last answer|my last answer))?'],
  ['back', '(?:redo|re do|do) (?:the |that )?last (?:one|question|bit)(?: again)?'],
  // Help
  [
    'help',
    '(?:help|assist)(?: (?:me|us|out|me out|with this|with this one|with the form|needed|required|please))*|(?:(?:i|we) )?(?:need|want|could do with|could use) (?:some |a bit of |a )?(?:help|hand|assistance)(?: (?:(?:with|on) (?:this|that|it|the form|my form|the question|filling|what|how|one|something)\\b.{0,25}|here|please))?',
  ],
  [
    'help',
    '(?:(?:im|i am|we are|am|feeling|totally|completely|really|a bit|so) )+(?:stuck|lost|confused|baffled|not following)(?: (?:here|with this|now|on this(?: one)?))*',
  ],
  [
    'help',
    '(?:(?:i|sorry|really|still) )*(?:do not|dont|didnt) (?:really )?(?:understand|get|follow|know what (?:you|this|to (?:put|do|say|write|type)))(?: (?:it|this|that|you|the question|this question|what (?:you|this|that) .{1,20}|whats being asked|means?|want|wants|are asking|is asking|here|for this|on this))*',
  ],
  [
    'help',
    '(?:what|whose|which) (?:(?:name|names|number|one|band|site|day|date|person|address|email|sort of thing) )?(?:do|are|did|should|shall|would|must) (?:you|i|we) (?:want|need|after|mean|asking(?: for| about)?|looking for|put|give|write)(?: (?:here|for this|me to (?:put|write|say)|in here|exactly|by (?:that|this|it)))*|(?:(?:can|could) (?:you|i) )?(?:(?:give|show|have|see|got|do|you)(?: me| you)? )*(?:an|any|some) examples?(?: (?:of (?:this|that|it|one)|answer|please))*|like what|such as|for example|what(?:s| is) (?:this|that|it) (?:asking|for|about)(?: for| me)?',
  ],
  [
    'help',
    '(?:not sure |unsure )?(?:what|how) (?:do|should|can|am|shall|to|would) ?(?:(?:i|we|meant|supposed|to) )*(?:put|write|say|type|do|answer|reply)(?: (?:here|now|for this|in this|this|this one|next bit|in here|in this box))*',
  ],
  [
    'help',
    '(?:what (?:does|do|did) (?:this|that|it|you|the question)(?: question| bit)? mean)(?: by (?:this|that|it))?|explain (?:this|that|it|the question|this question)(?: (?:again|to me|please))*|eh|huh|come again|que|you what|show me (?:the )?(?:commands|options)|how does this work',
  ],
  // Reminders
  [
    'stop-reminders',
    '(?:stop|quit|no more|cancel|turn off|switch off|disable|mute|end|pause)(?: (?:the|my|all|these|those|any|sending|me|your|getting|all the|all these))* (?:reminders|nudges|notifications|alerts|pestering|chasers|chasing|nagging|messages|emails|reminding|nudging)(?: (?:me|us|please|off|now|about .{2,25}|every .{2,12}))*',
  ],
  [
    'stop-reminders',
    'turn (?:the |my |all |these )*(?:reminders|nudges|notifications|alerts) off|(?:do not|dont) (?:remind|nudge|chase|message|pester|nag|ping|bother) (?:me|us)(?: (?:again|any ?more|about (?:it|this|that)|with .{2,20}))*|leave me alone|unsubscribe(?: me)?|opt (?:me )?out',
  ],
  [
    'start-reminders',
    '(?:start|restart|resume|turn on|switch on|enable|unmute)(?: (?:the|my|all|sending|your|me))* (?:reminders|nudges|notifications|alerts|reminding|nudging)(?: (?:me|again|back|on))*|(?:turn|switch|put)(?: (?:the|my|all))* (?:reminders|nudges|notifications|alerts) (?:back )?on(?: again)?',
  ],
  [
    'remind-me',
    '(?:remind|nudge|prompt|ping|alert|prod|poke|chase|chivvy) (?:me|us)(?: again)?(?<rest> (?!.*\\b(?:done|after all)\\b).{2,60})?',
  ],
  [
    'remind-me',
    '(?:send|set|give|add|put|drop|make|create)(?: (?:me|us|up|in|on))* a(?:nother)? (?:reminder|nudge|prompt|prod|alert|poke)(?<rest> .{2,50})?|(?:do not|dont) let (?:me|us) forget(?<more> .{2,50})?',
  ],
  [
    'reminders',
    '(?:(?:show|see|list|view|check|what are|manage|any)(?: me)? )?(?:my|the|all my) (?:reminders|nudges|alerts)',
  ],
  // Asking a colleague
  [
    'ask-colleague',
    `(?:(?:best|better|easier|maybe|probably|youd better|you should|you can|you could|need you to|you need to|youll need to|youll have to|youd have to|youd need to|(?:ill |i |we |will )?(?:have|need) to) (?:to |just )?)?ask (?:if )?${person}(?: (?:about|to|for|instead|directly|if|who|what|which|how|whether|when|as|not me|she|he|they|cos|because) ?.{0,30}| ${this_}| for me| instead| not me| first| they(?:ll| will)? know.{0,12})*`,
  ],
  [
    'ask-colleague',
    `(?!(?:pass|give|send|hand) (?:it|this) (?:on |over )?to (?:someone else|somebody else|(?:my|the|a|our) (?:new|deputy|colleague|successor|replacement|manager))(?! to answer))(?:send|forward|pass|give|refer|put|direct|email|fire|ping|route|bounce)(?: (?:this|that|it|the|one|question|bit|on|over|along|across|next|these|part))+ to (?!the university|the uni)${person}(?: (?:to|for|who|as|instead|please).{0,40})?`,
  ],
  [
    'ask-colleague',
    `(?:get|let|have|want|like|need) (?:${person}|[a-z]+) (?:to )?(?:answer|fill in|do|confirm|look at|deal with|complete) ${this_}.{0,20}`,
  ],
  [
    'ask-colleague',
    `(?:(?:this|that|it)(?:s| is)? |${this_} (?:is )?)?(?:one|a question|a q|a job|best answered|better answered) (?:for|by) ${person}`,
  ],
  [
    'ask-colleague',
    `${person} (?:would|will|should|might|can|could|may|needs to|has to|is the one to|knows?)(?: (?:know|answer|have|do|tell you|be able to .{2,20}|best))*(?: ${this_})?(?: (?:better|best|not me|instead|then me|than me|ask (?:them|him|her)|so ask .{2,10}))*`,
  ],
  [
    'ask-colleague',
    `delegate ${this_}(?: to .{2,25})?|(?:can|could) (?:someone|somebody)(?: else)? (?:else )?(?:answer|do|fill in) ${this_}`,
  ],
  // Where things stand, and getting about
  [
    'status',
    `(?:what(?:s| is) the |check |show (?:me )?|give me (?:a |the )?|any )?(?:status|progress)(?: (?:update|check|report))?(?: (?:of|on|with) (?:it|this|${form}|my applications|ours))?|where (?:am i|are we|is it|is this|is my application|wheres my application|have we got)(?: (?:up|at|to|now|got to|with (?:it|this|that|${form})))*|how far (?:along )?(?:am i|are we|have i|have we|through)(?: .{1,25})?|(?:show|list|see|view)(?: me)? my applications`,
  ],
  [
    'home',
    '(?:(?:go|take me|return|get me|back|get|send me|bring me|go back|jump|out) )*(?:to )?(?:the )?(?:home ?(?:page|screen|menu)?|main (?:menu|page|screen)|menu|start (?:page|screen|menu)|front page|first screen)',
  ],
  [
    'check-answers',
    `(?:show|see|check|view|review|read|list|look at|look over|go over|let me see|read back|read me|give me)(?: (?:me|back|over|through|all|again))* (?:my answers|what (?:ive|i have|weve|i) (?:put|said|written|done|answered|entered|got)(?: (?:so far|down|in|already))*|my answers so far|everything (?:ive|i have) (?:put|said))(?: (?:so far|again|back|first|before .{2,20}))*`,
  ],
  [
    'same',
    '(?:its |itll be |put |use |again )*(?:the )?(?:exact )?same(?: (?:again|person|mentor|day|one|ones|intake|band|date|answer|as (?:the )?(?:one )?(?:first|last|before|above|other|previous|one before|trainee|number|him|her|them|for)(?: (?:one|trainee|person|time|him|her|\\d+|one|first|last))*))*',
  ],
  [
    'skip',
    `(?:skip|miss|jump|omit|bypass|pass on|ignore)(?: (?:to|over|out))? ?(?:(?:this|that|it|the)(?: (?:one|question|bit|part))?)?(?: (?:out|for now|please|and move on|over|then))*|(?:leave|keep) (?:this|that|it)(?: (?:one|question|bit|box))? (?:blank|empty|out)|(?:move|moving|go) on(?: to the next(?: (?:one|question|bit))?)?|(?:on to )?(?:the )?next (?:question|one)|(?:id )?rather not(?: say| answer)?|prefer not to say`,
  ],
  [
    'dont-know',
    `(?:(?:im|i am|were|we are|i|we|really|honestly|afraid|sorry|still|just|have|has|had) )*${unknowing}(?: (?:(?!\\bbut\\b).)+)?`,
  ],
  [
    'dont-know',
    `(?:(?:its|thats|it is|weve|we|ive|i|theyve|they|hr|finance|matron|the uni|uni|the university|she|he|still|just|have|has|is|been|had) )*(?:not|havent|hasnt|isnt|yet to|still to|to) (?:(?:been|yet|be|even|quite|really|actually|got round to) )*(?:agreed|agree|decided?|confirmed?|sorted?|appointed?|picked?|chosen|choose|set(?: up)?|said|told (?:us|me)|finalised?|named|worked (?:it |that )?out|work (?:it |that )?out|got (?:one|any|anyone|anybody|it|an? [a-z]+)|had (?:it|one|anyone) (?:agreed|confirmed)|seen (?:it|the .{2,20})|made up (?:my|our) minds?|settled|discussed|talked about)(?: (?:yet|on|who|which|what|how|the|that|this|it|us|a|an|for|from|numbers?|still|with|by|up|to) ?.{0,30})*`,
  ],
  [
    'dont-know',
    '(?:theres |there is |weve |we have )?(?:nobody|no one|noone|no body|none of them|no (?:email|name|mentor|sponsor|number|contact))(?: has| have| is)?(?: (?:yet|really|as yet|so far|at the moment|lined up|in mind|chosen|picked|agreed))+',
  ],
  [
    'dont-know',
    `(?:(?:i will|ill|i|will|id|would|need|have|let me|got) )*(?:to )?(?:find out|get back to you|check(?: (?:with|on|that|this|it))?|look (?:it|that|this) up|ask around|come back to (?:this|that)(?: one| question)?|go and (?:ask|check))(?: (?:it|that|this|first|on that|with ${person}|later|and come back.{0,12}|and get back.{0,12}|for you|on this|one|about (?:it|this|that)))*`,
  ],
  ['dont-know', '(?:(?:ill|i|we|id|will|would) )*(?:have|need) to ask (?:her|him|them)\\b.{0,25}'],
  [
    'dont-know',
    `(?:park|put)(?: (?:this|that|it|the))*(?: (?:one|question))?(?: (?:for now|aside|to one side|on hold))*|(?:(?:i|we) )?(?:dont|havent|do not|not) (?:got |have |yet )?(?:(?:it|that|this|the info|that info|the details) )?to hand|tbc|tbd|to be (?:decided|confirmed)(?: (?:still|yet|later))?|(?:not|hasnt been|havent|weve not|not been|not yet) (?:yet )?(?:decided|confirmed|agreed)(?: (?:yet|that yet|on that|as yet))*`,
  ],
];

const compiled = patterns.map(([command, source]) => [command, new RegExp(`^(?:${source})$`)] as const);

const before =
  /^(?:(?:please|pls|plz|ok|okay|right|sorry|actually|oops|whoops|wait|hang on|hold on|um|erm|er|oh|hey|hi|hello|no|so|and|but|well|now|then|just|yeah|yes|hmm|argh|ah|nah|look|maybe|quick|quickly) )+/;
const wish =
  /^(?:(?:can|could|may|might|will|would|shall|should) (?:you|u|i|we)(?: (?:please|pls|just|possibly|maybe))* |(?:i|we|ill|well)? ?(?:need|want|would like|d like|have|wish|am going|was hoping|hope to|wanted|am trying|think i need|think ill)(?: to| you to)? |(?:id|wed) (?:(?:really|just) )?(?:like|love|rather|want|prefer)(?: to| you to)? |(?:i|we) wanna |(?:lets|let me|let us|ill|i will|i think ill|im gonna|im going to|gonna|wanna|going to|want to|need to|trying to|like to|got to|gotta) |(?:is it (?:ok|possible|alright) (?:to|if i)|how (?:do|can|could) (?:i|we|you)|is there (?:a|any) way to|any way to|any chance (?:of|i can|you can|you could)|possible to|do you mind if i|mind if i) )/;
const oneAfter =
  / (?:please|pls|plz|thanks|thank you|thx|ta|cheers|now|mate|then|sorry|quickly|asap|right now|x|xx|if possible|if thats ok|if (?:i|you) can|ok|again please|actually|instead|for me)$/;

/**
 * A command in loose words, whatever is open; "no idea, need to ask HR" and "save that, I'll come back" are one too when
 * each of their parts is. `anyReason`: nothing else can be meant, so whatever follows a command is a reason for it.
 * Undefined rather than doubtful. Pure.
 */
export function readLooseCommand(text: string, anyReason = false): LooseCommand | undefined {
  const said = normalise(text);
  if (said === '' || said.split(' ').length > mostWords) return undefined;
  const parts = text.split(/[,;.!?\n]+(?=\s|$)|\s[-–—]\s/).filter((part) => normalise(part) !== '');
  const plain = readPlain(said, parts.map(normalise));
  if (plain) return { command: plain, rest: '' };
  const [first, ...others] = parts.map(readPart);
  // "Don't know her surname, first name Pam" says something all the same.
  const isPlain = first?.command === 'save' && savesIt.test(said);
  return first && (anyReason || isPlain || others.every(Boolean)) ? first : undefined;
}

/** Unmistakable whatever else is said with it: "fire alarm! save and exit", "go back, I have not finished that". */
function readPlain(said: string, parts: readonly string[]): LooseCommand['command'] | undefined {
  const [first = ''] = parts;
  if (/^(?:(?:no|oh|sorry|actually|wait) )*(?:go back|back (?:please|pls|one))$/.test(first)) return 'back';
  if (/^(?:next question|skip (?:this|that|it))(?: one)?(?: please| pls)?$/.test(first)) return 'skip';
  const ends =
    /^(?:(?:just|please|can you|pls) )*save(?: (?:it|this|that|where i am|my place|for now|now|please|pls|thanks|(?:n|and) (?:exit|leave|quit|close)))*$/;
  if (parts.length > 1 && ends.test(parts.at(-1) ?? '')) return 'save';
  const wrong =
    /\b(?:amend|change|fix|correct|alter|edit) (?:what i (?:said|put|wrote|gave|told you)|my (?:last|earlier|previous) answer)\b|\bi gave you the wrong\b|\bi gave you is (?:wrong|spelt)/;
  return wrong.test(said) ? 'change' : undefined;
}

/** Nothing of the form is called "save this for later", whatever the reason. */
const savesIt = /^(?:please )?save (?:it|this|that|for|where|what|my)\b/;

function readPart(text: string): LooseCommand | undefined {
  for (const words of wordings(normalise(text))) {
    for (const [command, pattern] of compiled) {
      const match = pattern.exec(words);
      if (!match) continue;
      return { command, rest: (match.groups?.['rest'] ?? match.groups?.['more'] ?? '').trim() };
    }
  }
  return undefined;
}

/** What was said, then the same with one politeness after the other taken off its end, its beginning and its wish. */
function wordings(said: string): Set<string> {
  const shorter = (words: string): string[] => {
    const less = words.replace(oneAfter, '');
    return less === words ? [words] : [words, ...shorter(less)];
  };
  const polite = shorter(said).flatMap((words) => [words, words.replace(before, '')]);
  return new Set([...polite, ...polite.map((words) => words.replace(wish, '').replace(before, ''))]);
}
