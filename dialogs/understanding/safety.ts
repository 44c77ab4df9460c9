import { isGivenName } from './names.js';
import { normalise } from './text.js';

/**
 * What is not the assistant's business, or must not be kept (domain.md, "Answering questions"). `patient-details`: the
 * words are refused and neither stored nor logged.
 */
export type SafetyKind =
  'distress' | 'danger' | 'patient-details' | 'clinical' | 'rules' | 'others-data' | 'pay-grievance';

/** These interrupt even free text in a form; the others are ordinary words there. */
export const urgent: ReadonlySet<SafetyKind> = new Set(['distress', 'danger', 'patient-details']);

/**
 * Looks for them in what was said, most urgent first. Plain patterns on purpose: they can be read, and argued about.
 * Pure. `freeText`: an answer in words is open, so only what is urgent counts.
 */
export function readSafety(text: string, freeText = false): SafetyKind | undefined {
  const said = ` ${normalise(text)} `;
  return rules.find(({ kind, test }) => (!freeText || urgent.has(kind)) && test(said, text))?.kind;
}

interface Rule {
  readonly kind: SafetyKind;
  readonly test: (said: string, text: string) => boolean;
}

const any =
  (...patterns: RegExp[]) =>
  (said: string): boolean =>
    patterns.some((pattern) => pattern.test(said));

const either =
  (test: (said: string, text: string) => boolean, ...patterns: RegExp[]) =>
  (said: string, text: string): boolean =>
    test(said, text) || patterns.some((pattern) => pattern.test(said));

/* Classes of words. What is looked for is who does what to whom, so that a word alone ("collapsed", "hit") stops nobody. */

/** Someone in care, or near it. */
const inCare =
  '(?:patients?|pts?|residents?|clients?|service users?|bab(?:y|ies)|child(?:ren)?|kids?|boy|girl|lad|lady|woman|man|gentleman|bloke|chap|mum|dad|nan|mother|father)';
/** One of them: "our patients are often confused" is a reason for the role. */
const onePatient =
  '(?:patient|pt|resident|client|service user|baby|child|kid|boy|girl|lad|lady|woman|man|gentleman|mum|dad|nan)';
const anybody = `(?:${inCare}|he|she|hes|shes|someones?|somebody|somebodys|visitors?|relatives?|colleague|nurse|hca|carer|doctor|staff member|member of staff)`;
/** Who is hurt: "hurt our chances" hurts nobody. */
const hurtOne = `(?:him|her|me|myself|himself|herself|people|someone|somebody|(?:(?:a|an|the|my|our|his|her|their|one of (?:the|my|our|his|her)|some|another|that|this|one) )?(?:\\w+ )?(?:${inCare}|staff|nurses?|hcas?|doctors?|carers?|visitors?|colleagues?|wife|husband|partner|son|daughter))`;
const harm =
  '(?:hurt|hit|slap(?:p?ed)?|punch(?:ed)?|kick(?:ed)?|beat(?:en)?|push(?:ed)?|shove[d]?|drag(?:ged)?|strangled?|assault(?:ed)?|attack(?:ed)?|abused?|neglect(?:ed)?|stab(?:bed)?|grope[d]?|rape[d]?|groomed?|exploit(?:ed)?|starved?|trafficked|molested|hurts|hits|slaps|punches|kicks|beats|pushes|drags|abuses|neglects|starves)';
const harming =
  '(?:hurting|hitting|slapping|punching|kicking|beating|pushing|shoving|dragging|strangling|assaulting|attacking|abusing|neglecting|stabbing|groping|raping|grooming|exploiting|starving|threatening)';
const grave = '(?:jump|kill|hurt|harm|stab|hit|shoot|burn|punch|attack|beat|cut|smash|hang)';

/** About the role, the course or the form: what such a person may do is a question of policy, and answered. */
const aboutRole =
  /\b(?:aps?|taps?|assistant practitioners?|associates?|trainees?|the role|roles|course|degree|modules?|application|form|eoi|band \d|hcas?)\b/;
const asksOrSupposes =
  /^ (?:and |so |but |ok |also )*(?:can|could|may|might|should|would|will|do|does|did|are|is|what|which|who|how|when|where|why|if|whats)\b|\ballowed\b/;
const isOfRole = (said: string): boolean => aboutRole.test(said) && asksOrSupposes.test(said);

const drug =
  '(?:paracetamol|ibuprofen|codeine|morphine|oramorph|oxycodone|tramadol|fentanyl|midazolam|diazepam|lorazepam|haloperidol|insulin|novorapid|lantus|metformin|gliclazide|warfarin|apixaban|rivaroxaban|heparin|enoxaparin|clexane|aspirin|clopidogrel|ramipril|bisoprolol|furosemide|amlodipine|digoxin|amiodarone|statins?|steroids?|prednisolone|antibiotics?|amoxicillin|gentamicin|flucloxacillin|trimethoprim|salbutamol|adrenaline|naloxone|laxatives?|senna|omeprazole|sertraline|lithium|clozapine|potassium|glucose|tablets|meds|naproxen|diclofenac|nurofen|calpol|co ?codamol|ondansetron|cyclizine|metoclopramide|sudocrem|cavilon|inadine|gaviscon|movicol|laxido|lactulose|spironolactone|bumetanide|citalopram|mirtazapine|zopiclone|temazepam|chlordiazepoxide|olanzapine|risperidone|quetiapine|dalteparin|tinzaparin|edoxaban|dabigatran|losartan|atenolol|lansoprazole|prednisone|dexamethasone|hydrocortisone|tazocin|meropenem|doxycycline|nitrofurantoin|aciclovir|adrenalin|glyceryl trinitrate|gtn|hyoscine|glycopyrronium|levomepromazine|pregabalin|gabapentin|amitriptyline|levetiracetam|keppra|phenytoin|actrapid|humulin|glucagon|vitamin k|vit k|iron tablets)';

const drugNamed = new RegExp(`\\b${drug}\\b`);
/** How much of it to give is a clinical question, whoever gives it. */
const asksHowMuch = new RegExp(
  `\\bhow (?:much|many|often) (?:\\w+ )?${drug}\\b.{0,40}\\b(?:give|have|take|administer|inject|draw)\\b`,
);
const asksToGive =
  /\b(?:how often|how much|how many|max|maximum|dose|can|should|could|have|take|give|stop|start|restart|double|together|before|after|with)\b/;
/** Who may give medicines is a question of policy, and answered. */
const asksWhoMay =
  /\b(?:aps?|taps?|they|them|theirs|ours?|hcas?|nas?|nursing associates?|trainees?|assistant practitioners?|band \d|b\d|polic\w+|roles?|trusts?|allowed|modules?|course)\b/;

const symptom =
  /\b(?:rash|pain|temp(?= \d| is| of| up| high)|temperature|fever|vomit\w*|being sick|blood sugars?|bleed\w*|shak(?:y|ing)|sweat\w*|confused|agitat\w*|delirious|wound|sore|ulcer|fitting|seizure|bms?|bp|sats|news2?|pulse|breath\w*|swollen|infect\w*|uti|hypo\w*|septic|catheter\w*|urine|weed|peed|bowels|cannula|line out|drip|ecg|gcs|inr|tablets|meds|dizzy|unwell)\b/;
const asksWhatToDo =
  /\b(?:what|which|how|should|shall|can|could|do) (?:\w+ )?(?:i|we) (?:\w+ )?(?:give|do|put|use|treat|prescribe|sedate|catheteris\w*|catheteriz\w*|withhold|omit|stop|start|escalate|remove|take out|flush)\b/;
const oneInCare = new RegExp(
  `\\b(?:${inCare}|he|she|hes|shes|her|him|his|wound|sore|ulcer|bp|bm|sats|news2?)\\b`,
);

function asksAboutDrug(said: string): boolean {
  return drugNamed.test(said) && asksToGive.test(said) && !asksWhoMay.test(said);
}

function asksAboutCare(said: string): boolean {
  return asksWhatToDo.test(said) && symptom.test(said) && oneInCare.test(said) && !aboutRole.test(said);
}

/** "Sarah's application": with its apostrophe, since "the theatres application" may be one's own. */
function namesAnothers(_said: string, text: string): boolean {
  return /\b(?!today|yesterday|year|month|week|what|how|where|who|it|let|that|there|university|uni|trust|ward|team|service|unit|department|organisation|employer|practice|hospital|colleague|trainee|candidate|applicant|hca|manager)[a-z]+['’]s (?:application|eoi|expression of interest|answers)\b/i.test(
    text,
  );
}

/** Told to do it: first, or after "please", "can you", "and". "What would make us eligible" tells nobody. */
const order =
  '(?:^ |\\b(?:please|just|can you|could you|will you|would you|you to|you must|you should|you can|now|and|then|system|ok|lets) )';

/** Somebody else's place of work, or somebody else. */
const unit =
  '(?:(?:the )?(?:ward \\d+\\w*|ward [a-z]\\d*|theatres?|paeds|a&e|ed|maternitys?|physios?|icu|itu|hospices?|other (?:ward|trust|team|hospital|surgery|practice|manager|applicant)|(?:ward|trust|hospital|surgery|practice) (?:next door|down the road|across the road)))';
const others = `(?:(?:some|any)(?:one|body) elses?|other (?:wards?|trusts?|teams?|peoples?|persons?|managers?|applicants?|hospitals?)|another (?:wards?|trusts?|teams?|persons?|managers?|applicants?|hospitals?)|every(?:one|body) elses|everybodys|everyones|all the other (?:wards?|trusts?|teams?|managers?)|ward \\d+\\w?s|his|hers)`;
const thing =
  '(?:applications?|eois?|expressions? of interest|forms?|answers?|bids?|submission|drafts?|outcome|status)';

const money =
  '(?:pay ?slip|wages?|salary|pay ?rise|pay|increment|pension|overtime(?: pay)?|sick pay|maternity pay|back ?pay|banding)';
const boss =
  '(?:manager|boss|matron|line manager|sister|supervisor|colleague|team leader|ward manager|consultant)';

const rules: readonly Rule[] = [
  {
    kind: 'distress',
    test: any(
      /\b(?:kill|harm|hurt|hurting|harming|cut|cutting) (?:myself|my self|my (?:wrists?|arms?))\b/,
      /^ suicid\w+ $|\b(?:im|i am|i feel|ive been|i have been|feeling|making me) (?:\w+ ){0,2}suicidal\b/,
      /\bi (?:\w+ ){0,4}(?:want to die|wanna die|end it all|end my life|take my own life|take my life|commit suicide)\b/,
      /\b(?:thinking (?:of|about)|going to|want to|wanna|planning|ready to|thought about) (?:end|ending) (?:it(?= $| all| now| tonight| for good)|things $|my life|everything $)/,
      /\b(?:i|ive|im)\b.{0,15}\bth(?:ought|oughts|inking|ink) (?:about|of) (?:suicide|dying|death|killing|not being here)\b/,
      /\b(?:want|wanting|wish i was|wish i were) (?:to be )?dead\b/,
      /\b(?:dont|do not|didnt|no longer) (?:want to|wanna|want) (?:live|be here|be alive|wake up|exist)(?= $| any ?more| tomorrow| now| at all| any longer)/,
      /\bi (?:\w+ ){0,2}(?:cant|cannot|can not) (?:go on|carry on|cope|do this|take it|take this|take any more|keep going|live)(?: any ?more\b| any ?longer\b| like this\b| with (?:life|it all|everything)\b)(?! (?:trainees?|places?|staff|on|of))/,
      // The whole of what was said, or what it ends with: "I can't go on with the form" is something else.
      /\b(?:i|and) (?:really |just )?(?:cant|cannot|can not) (?:go on|carry on|cope|keep going|take it|take any more) $/,
      /^ (?:cant|cannot|can not) (?:go on|carry on|cope|take it|take this|do this) any ?more $/,
      /\b(?:end|ending|take|taking) my (?:own )?life\b/,
      /\b(?:no|whats the|what is the|wheres the|see the|see any|see a) point (?:in |of )(?:(?:anything|living|life|going on|carrying on|being (?:here|alive)|any of it)\b|me(?= $| even| being| any ?more))/,
      /\bi (?:dont|do not|cant) see (?:the|any|a) point(?: any ?more| anymore)? $/,
      /\b(?:better off without me|nothing to live for|not worth living|isnt worth living|no reason to live|life (?:isnt|is not|aint) worth)\b/,
      /\b(?:had enough|sick|tired|fed up|done) (?:of|with) (?:living|life|my life|being alive|everything|it all)\b|\b(?:wont|not going to) be alive\b|\bi dont think i can (?:go on|carry on|live|cope|do this|take it) any ?more\b/,
      /\bi (?:\w+ ){0,2}(?:want|wanna|need|wish) (?:to |i could )?(?:just )?(?:disappear|vanish|die|not exist|not wake up|not be here)\b/,
      /\b(?:im|i am|i feel|i think im|ive been|ive|i have|feeling) (?:\w+ ){0,2}(?:self harming|overdosed|(?:at|reached|hit) (?:my |a )?breaking point|(?:having|had) a (?:\w+ )?breakdown|falling apart|in despair)\b/,
      /\bi (?:\w+ ){0,2}self harm(?:ed)?\b/,
      /\b(?:i feel|feeling|im|i am) (?:so |really |completely |totally |very |utterly )*(?:(?:hopeless|useless)(?= $| and| like)|worthless|broken|empty(?= $| inside)|(?:low|numb|alone)(?= $| i | and| at the moment| lately)|desperate(?! (?:to|for)))/,
      /\b(?:ive|i have|i) (?:just )?(?:taken|took) (?:an |a load of |too many |all my )?(?:\w+ )?(?:overdose|pills|tablets)\b/,
      /\b(?:i|just|really) (?:want|wish|need) (?:it|it all|everything|this) (?:all )?(?:to|would) (?:just )?(?:stop|end|be over)(?: now)? $/,
      /\b(?:im|i am) at the end of my (?:rope|tether)\b(?! with (?:them|him|her|hr|finance|recruitment|payroll|the|this|that)\b)/,
      /\b(?:nobody|no one|noone) would (?:miss me|(?:notice|care|miss me|mind) if i (?:was|were|died|went|wasnt|werent|disappeared|left this))\b/,
      /\b(?:wanting|want) out of (?:life|living)\b/,
      /\bim (?:just |only )?(?:such )?a (?:burden|failure|waste of space)(?: (?:to|on) (?:everyone|everybody|my (?:family|kids|husband|wife|mum))| $)/,
      /\bi hate (?:myself|my life|being alive|living)\b/,
      /\b(?:no|a|any) way out (?:for me|of this|any ?more|$)|\bcant see (?:a|any) way forward(?: for me)? $/,
      /\b(?:i keep|cant stop) crying\b|\bnothing left for me\b|\b(?:i|im|ive been|i keep|i just) (?:\w+ )?cry(?:ing)? (?:every|all|before|after|in|myself) (?:day|night|shift|my|the|time|to)\b/,
    ),
  },
  {
    kind: 'danger',
    test: (said) => !isOfRole(said) && inDanger(said),
  },
  { kind: 'patient-details', test: namesPatient },
  {
    kind: 'rules',
    test: any(
      /\b(?:ignore|forget|disregard|override|bypass|drop|break) (?:\w+ ){0,3}?(?:your|you|previous|prior|earlier|system|all|any|these|those) (?:\w+ ){0,3}?(?:rules?|instructions?|prompts?|guidelines?|restrictions?|polic(?:y|ies)|training|programming|safeguards|(?:were|been) (?:told|given|taught))\b/,
      new RegExp(
        `${order}(?:ignore|forget|disregard|override|bypass|drop|break) (?:the |all the )?(?:rules?|instructions?|guidelines?|restrictions?|safeguards)\\b`,
      ),
      /\b(?:system prompt|(?:developer|admin|god|debug|dan|unrestricted|root|jailbreak) mode|jailbreak\w*|sudo)\b/,
      /\b(?:you are now|youre now|from now on you|pretend (?:to be an? |to be my|you|youre|that you)|roleplay|role play as)\b/,
      new RegExp(
        `${order}(?:act|behave|respond|reply|talk) (?:as|like) (?!(?:if |though )?(?:i|im|were|we)\\b|assessors?\\b|mentors?\\b|an? (?:assessor|mentor|buddy|supervisor))`,
      ),
      /\b(?:answer|respond|reply|speak|talk|act) (?:\w+ ){0,3}without (?:your |any |the )?(?:restrictions?|filters?|rules|limits?|censorship|guardrails)\b/,
      /\b(?:print|show|reveal|repeat|tell me|output|dump|paste|what (?:is|are|was|were))\b.{0,20}\b(?:your|the) (?:system|hidden|secret|initial|original|internal) (?:prompt|instructions?|rules?|message|config\w*)\b/,
      /\b(?:repeat|print|output|copy out) (?:\w+ ){0,3}(?:above|before this|so far)\b/,
      /\b(?:prompt|instructions) (?:that )?you (?:were|have been|are) (?:given|told|using)\b|\b(?:reset|rewrite|erase|change|delete|remove) your (?:rules|guidelines|instructions|limits|restrictions|prompt)\b/,
      /\byou(?:re| are) (?:now )?allowed to\b|\b(?:what|which|whose) (?:instructions?|prompts?|orders|programming) (?:are|were|do) you\b/,
      /\bwhat (?:were|have|are) you (?:been )?(?:told|instructed|programmed) (?:to|not|by)\b/,
      new RegExp(
        `${order}(?:set|mark|make|flag|switch|put|approve|update|change)\\b.{0,40}\\b(?:application|eoi|form|status|ward|trust|checks?|us|me|everything)\\b.{0,20}\\b(?:to |as )?(?:funded|approved|successful|eligible|passed|accepted|all done|as done|ready)\\b`,
      ),
      new RegExp(
        `${order}(?:tick|mark|set|put|say|confirm|record|write|state|claim)\\b.{0,60}\\b(?:without (?:asking|checking)|(?:even though|even if|although) (?:\\w+ ){1,3}(?:arent|isnt|havent|hasnt|didnt|dont|doesnt|not|never|wont))\\b`,
      ),
      new RegExp(
        `(?:^ |\\b(?:please|just|now|and|then) )(?:move|change|push|extend|backdate) (?:back )?(?:the |my |our )?(?:deadline|due date|closing date|sent date)\\b`,
      ),
      /\b(?:tell|show|give|reveal|print|list|repeat|what are)(?: me)? (?:all )?your (?:instructions?|rules|prompts?|settings|configuration|api keys?|passwords?|source code|code)\b(?! (?:on|about|around|for|regarding)\b)/,
      /\b(?:api key|admin password|unlock admin|(?<!how (?:do|can|would) (?:i|we) get )admin access|developer access|root access|(?:system|your|are|these|follow) new instructions?)\b|^ new instructions?\b/,
      /\b(?:im|i am|this is) (?:the|your|an?) (?:(?:developer|creator|programmer)\b|(?:admin|administrator)(?= $| here| now| unlock| give| let| show| so| and))/,
      /\b(?:say|tell (?:them|the system|everyone)|pretend|just say|confirm|record|state) (?:that )?(?:we|us|im|i|my|were|weve|ive)\b.{0,25}\b(?:eligible|ready|funded|approved|passed|qualif\w+|successful)\b.{0,25}\b(?:even if|even though|anyway|arent|not)\b|\btell the system\b/,
      /\b(?:override|bypass|skip|disable|disregard|switch off|turn off|get round|ignore) (?:the |your |all |any |my )?(?:\w+ ){0,2}(?:deadline|(?<!dbs |practice )checks?|eligibility|readiness|safety|filters?|limits?|validation|security|week rule)\b/,
      /\bpermission to (?:break|ignore|bend|skip|bypass)\b/,
      /^ (?:please |just |can you |could you )?approve (?:my|our|this|the) (?:form|application|eoi|bid|request|funding)/,
      /\bfrom now on\b.{0,20}\b(?:answer|act|speak|say|behave)\b/,
      /\b(?:backdate|fake|falsify|forge(?! (?:links?|ties|ahead|partnerships?|relationships?|a path)))\b/,
      /\b(?:drop|delete|truncate) (?:table|database|all (?:data|applications|records))\b/,
    ),
  },
  {
    kind: 'others-data',
    test: either(
      namesAnothers,
      new RegExp(
        `\\b(?:show|see|open|read|look at|view|send me|give me|tell me|pull up|check|copy|edit|change|delete|withdraw|remove|update|download|print|into|whats|what is|what are|what did)\\b.{0,30}\\b${others} (?:\\w+ )?${thing}\\b(?!.*\\bcoordinate)`,
      ),
      new RegExp(`^ (?:${others}|their) ${thing} $`),
      /\b(?:show|see|open|read|look at|edit|change|delete|withdraw|into) (?:my|the) (?:colleague|matron|boss|friend|manager)s (?:applications?|eois?|forms?)\b/,
      /\b(?:read|see|show me|open|look at) (?!this|his|years|todays|yesterdays|wards?|teams|trusts|services|trainees|candidates|aps|taps|previous|business|process|managers|ours|universitys)[a-z]{2,}s (?:application|eoi)\b/,
      new RegExp(
        `\\b(?:did|has|have|was|were|what|whether|if|tell me if|what score did|when did|how many places did) (?:did |has )?(?:[a-z]+ (?:on|in|from|at) )?${unit}(?: next door| down the road| across the road)? (?:\\w+ ){0,2}?(?:got|get|been funded|been successful|been awarded|funded|successful|awarded|turned down|accepted|apply|applied|sent|send|put|say|said|wrote|write|answer(?:ed)?|ask(?:ed)? for|score|its places|their places)\\b(?! (?:to do|nurses|patients|staff|aps?|in place|together|off))`,
      ),
      /\b(?:copy|see|read|show me|tell me|know|look at|get|open|view) (?:what|the form|the answers) (?:that )?(?!.{0,30}\b(?:to|study|report|guid\w+|slides?|universit\w+|uni|hr|finance|board|commissioner|sources?|henw|trainees?|employers|i|ive|we|weve|you|they|it)\b)(?:ward \w+|theatres?|paeds|a&e|ed|maternity|(?:the )?matron|the other \w+|(?:[a-z]+ ){0,2}[a-z]+) (?:lead |manager |team |(?:on|in|from|at) (?:\w+ ){1,2})?(?:sent|put|wrote|submitted|answered)\b/,
      /\b(?:did|was|were|has) (?!.{0,30}\b(?:we|i|you|they|it|wales|scotland|england|north|region|regions|trusts|hospitals|wards|services|employers|universit\w+|trainees?|aps?|taps?|people|anyone|candidates?|practices|charities|my|our|hcas?|nurses)\b)(?:[a-z]+ ){1,3}(?:get|got|been given|awarded) (?:any |its |their |all |the |some )*(?:places?|funded|funding)\b/,
      /\bmaternitys? bid\b|\b(?:was|were|is) (?:\w+ ){0,2}(?:bid|eoi) (?:turned down|funded|successful|rejected)\b(?<!\b(?:my|our) (?:bid|eoi) (?:turned down|funded|successful|rejected))/,
      /\b(?:show|see|open|read|send me|give me|look at|copy)\b.{0,20}\b(?:applications?|eois?|forms?|answers?|bids?) (?:from|of|by) (?:the )?(?:another|other|someone else|somebody else|ward \d)/,
      /\b(?:let me see|show me|can i see|give me|send me) (?:theirs|his|hers|other peoples)\b/,
      /\bwho (?:else )?(?:(?:has|have) )?(?:already )?(?:applied|submitted|sent (?:one|theirs|an eoi|a form)|got (?:funded|funding|places (?:last|this|in)))\b/,
      /\b(?:list|names?|emails?|details) (?:of |for )?(?:all |every )?(?:the )?(?:other )?(?:applicants|every(?:one|body) (?:who|that) (?:has )?applied|who applied)\b/,
      /\b(?:log|sign|get) (?:me )?in(?:to)? as (?:my|the|someone|somebody|another|him|her)\b/,
      /\b(?:phone number|email|address|contact details?) (?:of|for) (?:the )?(?:(?:other|another) (?:wards?|trusts?|teams?|managers?|applicants?|person)|(?:manager|sister|matron|lead) (?:on|of) ward)\b/,
    ),
  },
  {
    kind: 'clinical',
    test: (said) =>
      asksHowMuch.test(said) ||
      asksAboutDrug(said) ||
      asksAboutCare(said) ||
      (!isOfRole(said) && isClinical(said)),
  },
  {
    kind: 'pay-grievance',
    // "Above my pay grade" is about no pay.
    test: (said) =>
      !isOfRole(said) && isPayOrGrievance(said.replace(/\b(?:above|beyond) my pay ?grade\b/, '')),
  },
];

const inDanger = any(
  new RegExp(
    `\\b(?:not breathing|stopped breathing|isnt breathing|(?<!\\bi )cant breathe|cardiac arrest|no pulse|bleeding out|bleeding heavily|man down|(?<!(?:run|dash|go|gotta|off) )crash call(?! (?:training|policy|system|bleep|going off)))\\b`,
  ),
  new RegExp(
    `\\b${anybody}\\b.{0,40}\\b(?:collapsed|unresponsive|unconscious|choking|(?:isnt|not) moving|overdosed?|not responding(?! to)|lifeless|turned blue|gone blue|on the floor)\\b`,
  ),
  /\b(?:collapsed|unconscious|unresponsive) (?:in|on|at) (?:the|our|my|a) (?:corridor|ward|toilet|bathroom|floor|car park|waiting|bay|reception|canteen|street)|^ (?:collapsed|unconscious|unresponsive|choking|anaphyla\w*|help) (?:patient|pt|visitor|man|woman)\b/,
  /\b(?:found|lying|gone|is|hes|shes|was) (?:\w+ )?(?:unconscious|unresponsive|choking)\b|\b(?:in|having|into|got|its) (?:an )?anaphyla\w*/,
  /\bhaving an? (?:fit|seizure|stroke|heart attack|mi|cardiac arrest)\b/,
  /(?<!\b(?:people|patients|those|children|adults|women|men) (?:who )?(?:have |had |ve )?)\b(?:swallowed|taken|took|drank) (?:\w+ ){0,3}(?:overdose|tablets|pills|bleach|batter(?:y|ies)|blades?|antifreeze)\b/,
  new RegExp(
    `\\b(?:seen|saw|watched|witnessed|caught|heard|think|thinks|says|said|told me)\\b.{0,40}\\b(?:${harm}|${harming}|slaps?) ${hurtOne}\\b`,
  ),
  new RegExp(
    `\\b(?:${inCare}|he|she|hes|shes|someone|somebody|nurse|hca|staff|colleague|doctor|carer)\\b(?:(?!\\bwho\\b).){0,30}?\\b(?:is|are|being|been|was|getting|gets|got) (?:being |been )?(?:\\w+ )?(?:abused|neglected|hit|beaten|slapped|assaulted|raped|groomed|trafficked|attacked|threatened(?! (?:with|by the))|restrained|stabbed|shot|strangled|punched|kicked|exploited|starved|molested|groped)\\b(?! (?:less|more|by the winter|in the past))`,
  ),
  /\b(?:been|was|is|got|being) (?:stabbed|shot|strangled)\b/,
  new RegExp(`\\b${harming} ${hurtOne}\\b(?! (?:jobs?|posts?|roles?|numbers|hours|morale)\\b)`),
  new RegExp(
    `\\b(?:${anybody}|husband|wife|partner|son|daughter|neighbour|family|stepdad|dad|porter)\\b.{0,25}\\b(?:just |has |have )?${harm} ${hurtOne}\\b`,
  ),
  /\b(?:stole|stealing|steals|nicked|nicking) (?:from|money|drugs|meds)\b/,
  new RegExp(
    `\\b(?:dad|stepdad|step dad|father|mum|mother|uncle|brother|boyfriend|husband|partner|carer|nurse|porter|he|visitor|neighbour|staff)\\b.{0,10}\\btouch(?:es|ed|ing) ${hurtOne}\\b|\\btouch\\w* (?:\\w+ ){0,3}inappropriately\\b|\\bsexual(?:ly)? (?:assault\\w*|abus\\w*)\\b(?! (?:service|team|clinic|centre|referral|nurse|policy|training))`,
  ),
  new RegExp(`\\b(?:rough|aggressive|violent|abusive|cruel) (?:with|to|towards) ${hurtOne}\\b`),
  new RegExp(
    `\\b(?:threaten(?:s|ed|ing)?|about|going|gonna|wants?) (?:to )?${grave} (?:${hurtOne}|off)\\b|\\bthreaten(?:s|ed|ing)? to ${grave}\\b`,
  ),
  new RegExp(`\\b(?:will|gonna) (?:hurt|kill|harm|stab) ${hurtOne}\\b`),
  new RegExp(
    `\\b(?:${inCare}|she|he|somebody|someone)\\b.{0,20}\\b(?:gone missing|(?:is|has gone|gone|went) (?:awol|missing)(?! (?:a|an|her|his|the|some|out|level|maths|english|one|from the (?:form|list)|on the form)\\b)|has absconded|absconded|barricaded|(?:run|ran|wandered) off|locked in|tied (?:to|up)|(?:trying|tried|tries) to (?:hang|kill|hurt|harm|drown|strangle|jump))\\b`,
  ),
  /\b(?<!(?:air|tension|atmosphere) )(?:with|has|had|got|carrying|holding|pulled|waving|brandishing) an? (?:\w+ )?(?:knife|gun|blade|weapon|machete|razor|hammer|scissors|syringe)\b/,
  /\b(?:cigarette|unexplained|suspicious|finger shaped|finger tip|hand shaped) (?:burns?|bruis\w+|injur\w+|marks?)\b/,
  /\b(?:bruis\w+|burns|burn marks|marks|scratches|welts)\b.{0,15}\b(?:on|over|round|all over) (?:her|his|the|their|a) (?:\w+ )?(?:arms?|wrists?|legs?|face|neck|back|body|thighs?|child|baby)\b|\b(?:marks|bruises|bruising)\b.{0,30}\b(?:child|baby|kid|resident)\b/,
  /\b(?:locks?|locked|locking|shuts?|ties|tied) (?:him|her|me) (?:in|up|out)\b|\b(?:locks?|locked|locking|tied) (?:the )?(?:patients?|residents?) (?:in|up|out)\b/,
  /\b(?:takes?|taking|took|steals?|stealing|withholds?|withholding) (?:his|her) (?:\w+ )?(?:food|money|meds|medication|pension|benefits|phone)\b/,
  /\bsafeguarding (?:concern|issue|incident|alert|worry|problem)\b/,
  new RegExp(
    `\\b${anybody}\\b.{0,40}\\b(?:in danger|about to jump|unsafe right now|is going to die|dying now)\\b`,
  ),
  /\b(?:ward|building|bed|kitchen|hospital|roof|sluice|bin|room|corridor|house|car|unit|sheets) (?:is|are|has gone|s)? ?on fire\b|\bfire (?:on|in) (?:the|our|my) (?:ward|kitchen|sluice|laundry|building|unit|corridor|office|plant room|theatre|bay|home|lounge)\b(?! (?:training|policy|risk|safety|lead|is a risk))|\bthere(?:s| is| was) a fire(?! (?:door|drill|risk|warden|safety|training|lead|officer|marshal|alarm|exit|extinguisher))|\bsmell(?:s|ing)? (?:of )?(?:smoke|burning|gas)\b/,
  /\b(?:cut|cutting|slit) (?:her|his|their) (?:wrists?|arms?|throat)\b|\b(?:child(?:ren)?|kids?|baby|toddler) (?:\w+ ){0,2}left (?:alone|on (?:his|her|their) own)\b/,
  /^ (?:help )?fire(?: fire)* $/,
);

const isClinical = any(
  /\bhow (?:much|many)\b.{0,40}\b(?:mg|mcg|ml|mls|micrograms?|milligrams?|units (?:of|do i|should|to|can)|tablets?|doses?|paracetamol|ibuprofen|morphine|insulin|oramorph|fluids?|oxygen|antibiotics?)\b(?!.{0,30}\b(?:course|credit|module|study|study days)\b)/,
  /\b(?:dose|dosage|dosing|doses) (?:of|for|in)\b(?! (?:study|training|supervision|teaching|practice))/,
  /\b(?:max|maximum|safe|right|correct|usual|starting|loading|whats the|what is the) (?:\w+ ){0,3}(?:dose|dosage)\b/,
  /\b\d+ ?(?:mg|mcg|ml|mls|micrograms?|milligrams?)\b/,
  /\bshould (?:i|we|they|he|she)\b.{0,20}\b(?:stop|start|give|withhold|omit|increase|reduce|switch)\b.{0,40}\b(?:warfarin|apixaban|insulin|antibiotics?|meds|medication|medicines?|steroids?|heparin|oxygen|fluids?|metformin|statins?|aspirin|morphine|opioids?|before (?:his|her|their|the) (?:op|surgery)|him $|her $|the patient)/,
  /\b(?:is|are|could) (?:this|that|it|these|those)\b.{0,30}\b(?:rash|sepsis|meningitis|dvt|stroke|infected|infection|cancer|fracture|broken hip|broken leg|broken arm|cellulitis|shingles|covid|pneumonia)\b(?! (?:unit|ward|team|clinic|service|lead|pathway|rehab|nurse|control|prevention|care))/,
  new RegExp(
    `\\b(?:my|the|a|our|this) ${onePatient}\\b.{0,60}\\b(?:bm|bp|sats|news|pulse|temp|temperature|potassium|glucose|rash|pain|wound|chest pain|vomiting|delirious|confused|septic|hypo)\\b`,
  ),
  /\b(?:how do i treat|what do i give (?:him|her|a patient|the patient|for pain)|treatment for|(?:would|should|do|to|shall) (?:you|i|we) prescribe|diagnose|diagnosis for|is it (?:safe|ok|okay|alright) to give|can i give (?:him|her|them|the patient|a patient)(?! (?:so|to \w+ (?:with|from)) | (?:\w+ )?(?:name|names|email|form|copy|details|time|days?|notice|place|post|job|feedback|access|study|band)))\b/,
  /\b(?:what|which) (?:antibiotics?|dressings?|painkillers?|pain relief|fluids?|laxatives?|creams?|drugs?|meds|medication|antiemetics?|sedation|inhaler)\b.{0,15}\b(?:for|should|do|to|would|can (?:i|we|he|she)|is best|on)\b/,
  /\b(?:crush|crushing|split|dissolve|mix) (?:these|the|his|her|my|their|this) (?:tablets?|meds|medication|medicines?|drugs?|capsules?)\b/,
  /\b(?:should|can|could|may) (?:he|she|the patient|pt|my patient) (?:eat|drink|mobilise|be (?:nil by mouth|moved(?! (?:to|on|up|onto|from))|turned|discharged(?! from the)|fed|catheterised))\b/,
  /\b(?:patient|pt|lady|gentleman|resident|he|she|hes|shes)\b.{0,15}\b(?:has|with|got|is having|having|complaining of) (?:chest pain|a rash|a temp\w*|a fever|a headache|shortness of breath|abdo pain|a seizure|low sats|a high news)\b/,
  /\b\d{2,3} ?\/ ?\d{2,3}\b.{0,20}\b(?:high|low|normal|ok|bad|bp)\b|\b(?:bruis\w+|rash|swelling|lumps?|spots|cough|pain)\b.{0,10}\bsigns? of\b|\b(?:rash|wound|lump|mole)\b.{0,20}\b(?:look like|looks like|look infected|looks infected|normal)\b/,
  /\b(?:does|is) (?:this|that|his|her|my patients?|the patients?) (?:ecg|wound|rash|leg|foot|x ?ray|scan|mole|lump|sore)\b/,
  /\b(?:what|which) rate\b.{0,20}\b(?:fluids?|drip|infusion|oxygen|feed)\b|\b(?:start|give|stop) (?:oxygen|fluids|antibiotics)\b.{0,3}$/,
  /\bhow (?:fast|quickly|slowly|long) (?:do|should|can|shall) (?:i|we) (?:run|give|infuse) (?:the |a |this |his |her )?(?:fluids?|infusion|drip|bag|feed|blood|potassium|oxygen|\w+mycin)\b/,
  /\b(?:bm|bp|blood pressure|sats|inr|gcs|news2?|potassium|lactate) (?:is|of|at|was|are)? ?\d|\b\d+(?:\.\d+)? (?:potassium|sodium|lactate|inr|bm)\b/,
  /\b(?:trop\w*|crp|hb|egfr|d dimer|lactate|ketones?|urea|creatinine|ferritin|wcc|platelets|ph|abg|co2) (?:is |of |at |was )?(?:only |now )?\d/,
  /\bhow (?:do|should|can) (?:i|we) (?:dress|pack|bandage|clean|catheterise|cannulate) (?:a|the|this|his|her)\b|\bcan (?:he|she|my patient|the patient) have (?:a |some |his |her )?(?:drink|food|breakfast|lunch|tablets|meds|water|shower|painkill\w*|oxygen|something)\b/,
);

const isPayOrGrievance = any(
  new RegExp(
    `\\b(?:my|our) ${boss}\\b.{0,40}\\b(?:bully\\w*|harass\\w*|victimis\\w*|discriminat\\w*|shout\\w*|picking on|hates me|racist|sexist|homophobic|(?:being|is) unfair)\\b`,
  ),
  /\b(?:manager|boss|matron|sister|supervisor|colleague) (?:bullies|harasses|victimises)\b|\b(?:is|are|hes|shes|such) a? ?bull(?:y|ies)\b|\bsexual(?:ly)? harass\w*/,
  /\b(?:being|been|was|am|im|feel|feeling|get|getting|got|keep getting) (?:\w+ )?(?:bullied|harassed|victimised|discriminated against|picked on|singled out)\b|\b(?:bully|bullying|harassing|victimising|picking on) (?:me|my|us|him|her|at work)\b|\bworkplace bullying\b/,
  /\b(?:put|putting|raise|raising|file|lodge|start|submit|make|making|take|taking|have|got|my|a formal|with my|hand in)\b.{0,12}\bgrievance\b|\bgrievance (?:against|about|hearing|meeting|outcome|appeal)\b/,
  /\b(?:employment tribunal|to (?:a |an |the )?tribunal|unfair dismissal|constructive dismissal|disciplinary (?:hearing|meeting|action|against|procedure)|facing (?:a )?disciplinary|whistleblow\w*)\b/,
  /\b(?:ive been|i have been|i was|im|i am|im being|being|got) (?:\w+ ){0,2}?(?:suspended|disciplined|sacked|dismissed|demoted|managed out|pushed out|forced out|passed over|downbanded)\b|\bpassed over (?:for (?:the |a )?(?:promotion|job|post|band)|again)\b/,
  /\b(?:underpaid|im owed|i am owed|owed (?:\w+ ){0,4}(?:pay|wages|overtime|money)|my back ?pay|overpaid|overpayment|docked|paid me (?:wrong|short|late|the wrong|less)|(?:im|i am|me) on the wrong band|accused of \w+|my (?:annual leave|leave|holidays?|flexible working|promotion) (?:\w+ ){0,2}(?:refused|rejected|turned down|declined|cancelled)|wrong pay|paid (?:the )?wrong|what am i owed)\b/,
  /\b(?:not|never|havent|hasnt|havnt|wasnt) been paid\b(?! (?:to|band))|\bnot paid (?:me|my|right)\b/,
  new RegExp(
    `\\b(?:my|his|her|their) ${money} (?:\\w+ ){0,3}(?:wrong|short|late|missing|too low|unfair|cut|docked|stopped|incorrect|not right)\\b`,
  ),
  new RegExp(`\\b(?:messed|mucked|cocked|screwed|stuffed) up (?:\\w+ ){0,2}${money}`),
  new RegExp(`\\bmy ${money}(?! (?:bill|budget|costs?|line|spend|for the|is band|bands?))\\b`),
  /\bmy (?:money|band) (?:is|was|has been|are|were) (?:wrong|short|late|missing|too low|unfair|cut|docked)\b/,
  /\b(?:i|me|my|im|she|he)\b.{0,30}\b(?:be|get|been) (?:re ?graded|re ?banded)\b|\b(?:get|have) my (?:post|job|role|band) (?:re ?graded|re ?banded|looked at|reviewed)\b/,
  /\b(?:on|earns?|earning|paid|gets?|getting) (?:an? )?(?:more|higher|better)(?: \w+){0,2} than (?:me|i do|i am|i get|us)\b|\b(?:unequal|equal) pay\b|\b(?:im|i am|i) (?:\w+ )?(?:paid|earn|get|getting|on) less than\b/,
  /\b(?:refus\w+|wont|will not|not|never) (?:to )?(?:(?:pay|paying|promote|promoting) me\b|(?:give|giving|let|letting) me (?:have )?(?:my |any |an? |the )?(?:\w+ )?(?:annual leave|leave|pay ?rise|holidays?|overtime|time off|flexible|days? off|raise|increment|money|promotion|reference|go part time)\b)/,
  /\b(?:refused|rejected|turned down|denied|declined|cancelled) my (?:\w+ )?(?:leave|flexible working|flexi|holidays?|pay ?rise|hours|promotion|increment)\b/,
  /\b(?:complain|complaint|raise a concern) (?:about|against) (?:my|a|the|our) (?:manager|boss|matron|line manager|colleague|supervisor|sister)\b/,
  /\b(?:band \d|b\d) work (?:on|for) (?:band \d|b\d)\b/,
  /\b(?:im|i am|ive been|i have been|have me|got me|paying me|keep me)\b.{0,15}\b(?:band \d|b\d)\b.{0,25}\b(?:doing|work|money|pay|role)\b.{0,15}\b(?:band \d|b\d|job)\b/,
  /\bi (?:should|ought to) (?:be|get|have been) (?:on |paid )?(?:a |an |as a )?(?:band|b) ?\d\b/,
  /\bshould (?:i|he|she) (?:be|get|have been) (?:paid|rebanded|regraded)\b/,
);

/** Words with a capital in the name of a place, a post or a document: "Stroke Unit, Bay 2", "Patient Group Directions". */
const notNames =
  '(?:Units?|Wards?|Teams?|Services?|Clinics?|Centres?|Hospitals?|Care|Groups?|Leads?|Safety|Experience|Flow|Access|Transport|Liaison|Pathways?|Directions?|Records?|Bay|Bed|Base|Room|Floor|Stroke|Surgical|Medical|Trust|University|Band|Level|Rehab\\w*|Falls|Advice|Participation|Voice|Involvement|Engagement|Information|Education|Council|Forum|Support|Feedback|Journey|Focus|Facing|Number|No|The|Our|We|Is|Are|And|Not|Who|With|Was|Has|On|In|At)\\b';

/** Somebody who works there: a name beside it is a colleague's. */
const works =
  /\b(?:managers?|matron|leads?|mentors?|director|sister|consultant|nurse|clerk|hr|finance|coordinator|practitioner|supports?|supported|signed|confirmed|agreed|budget|trainees?|band \d|sponsor|assessor|educator|facilitator|doctor|dr|physio\w*|therapist|email|approved|apply|candidates?)\b/i;

const ill =
  /\b(?:admitted|discharged|for discharge|diagnos\w*|dementia|cancer|(?:broken|fractured?) \w+|fracture|stroke|asthma|copd|diabet\w*|sepsis|wound|pressure (?:ulcer|sore)|fell|fallen|falls|fall|catheter|had surgery|chemo\w*|overdose|pregnan\w*|miscarr\w*|hiv|psychosis|schizophren\w*|sectioned|cellulitis|pneumonia|covid|seizures?|delirium|heart failure|parkinsons|infection|uti|chest pain|tablets|meds|died|passed away|vomit\w*|bleeding|confused|package of care)\b(?! (?:unit|ward|team|clinic|services?|lead|pathway|rehab|nurse|care|project|plan|prevention))/i;
const ageOf =
  /\b(?:age|aged) ?\d{1,3}\b|\b\d{1,3} ?(?:yo|y o|yrs?|yr old|year old|yrs old|years old|days old|weeks old|months old)\b|, ?\(?\d{1,3}\)?,|\b\d{2} with\b|\bis \d{2}\b(?! (?:beds?|places?|miles|hours|weeks|days|months|per|%))/i;
/** Not "Room 4, Education Centre". */
const bedAt =
  /\b(?:bed|bay|cubicle|cub|side ?room|sr) ?\d+\b|\broom ?\d+\b(?!.*\b(?:education|training|centre|seminar|meeting|floor|building|office|block)\b)/i;
const titled = /\b(?:mr|mrs|ms|miss|master)\.? (?:[A-Z]\b\.? )?[A-Za-z][A-Za-z'’-]+/i;
const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*';
const bornOn = new RegExp(
  `\\b(?:dob|d\\.o\\.b|date of birth)\\b.{0,25}?(?:\\d|\\b${month}\\b)|\\bborn (?:on )?(?:the )?(?:\\d{1,2}[/.-]\\d|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${month}\\b|${month} \\d{1,2}\\b)`,
  'i',
);
const hospitalNumber =
  /\b(?:hospital|hosp|unit|patient|pt|case ?note|district) ?(?:number|no|num|nr|#)\.?:? ?(?:is )?(?!0[1237])(?:[a-z]{1,3}\d{0,2} ?)?\d{5,}|\b(?:mrn|rxr|nhs(?: ?(?:number|no|num|nr|#)| is)?)\.?:? ?(?:is )?[a-z]{0,3}(?!0[1237])\d(?:[ -]?\d){5,}/i;
/** Said with no name of an illness: whoever lies in a numbered bed can be told. */
const inBed =
  /\b(?:patient|pt|resident|lady|gentleman|man|woman|chap|he|she|hes|shes) (?:is )?(?:in|from|on) (?:bed|side ?room|bay|cubicle|sr) ?\d+\b|\b(?!beds?|equipment|hoist|leak|bell|light|socket|works?|start|trial)[a-z]{2,} in (?:bed|side ?room|cubicle) ?\d+\b/;
const notCalled =
  '(?!(?:the|a|an|it|for|after|in|on|anywhere|us|me|him|her|them|back|out|and|to|by|into|my|our|at|an|aps?)\\b)';
const calledSo = new RegExp(
  `\\b(?:patients?|pts?|resident|client|service user|lady|gentleman|lad|boy|girl) (?:is |was )?(?:called|named|name is|names) ${notCalled}[a-z]+`,
);
const agedPatient = new RegExp(
  `\\b(?:patient|pt|resident|lady|gentleman) (?!(?:over|under|of|with|who|is|are|aged|age|for|per|in|from|was|and|by|at|to|has|care|waited|waiting|stay)\\b)[a-z'-]+ (?:(?!(?:over|under|of|with|who|for|per|in|from|and|than|every|waited|within)\\b)[a-z'-]+ )?(?:aged? )?\\d{1,3} ?(?:yo|yrs?|years? old)\\b`,
);
const patientNamed = new RegExp(
  `\\b(?:[Pp]atient|PATIENT|[Pp]t|PT|[Rr]esident|[Ss]ervice user|[Cc]lient|[Bb]aby)(?::| -)? (?:called |named |name is |name:? |is |of )?(?!${notNames})[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)?\\b`,
);
/** One of many, told by both names: "one of our clients, Ann Holt", "patients like Ann Holt". */
const oneNamed = new RegExp(
  `\\b(?:(?:[Oo]ne of (?:our|my|the) (?:[\\w-]+ ){0,4}(?:patients|clients|residents|service users|ladies|gentlemen|gents)(?: called| named| is)?)|(?:patients|clients|residents|service users) (?:such as|like|called|named)),? (?!${notNames})[A-Z][a-z'’-]+ (?!${notNames})[A-Z][a-z'’-]*`,
);
const named = new RegExp(`\\b(?!${notNames})[A-Z][a-z'’-]+ (?!${notNames})[A-Z][a-z'’-]+\\b`);
const numbers = /(?<![\d+])(?<!\d[ -])[1-9](?:[ -]?\d){9}(?!\d|[ -]\d)/g;

/** Ten digits whose last checks the others, as an NHS number's does; a budget code seldom happens to. */
function hasNhsNumber(text: string): boolean {
  return (text.match(numbers) ?? []).some((found) => {
    // 943 476 5919: grouped as nothing else is, so right or mistyped.
    if (/^\d{3}[ -]\d{3}[ -]\d{4}$/.test(found)) return true;
    const digits = [...found.replace(/\D/g, '')].map(Number);
    const sum = digits.slice(0, 9).reduce((total, digit, i) => total + digit * (10 - i), 0);
    return (11 - (sum % 11)) % 11 === digits[9];
  });
}

/** A birth date: nothing else in this field is dated that long ago. */
const longAgo = /\b\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:19\d\d|[3-9]\d)\b/;
const bornInWords =
  /\b(?:dob|date of birth)\b.{0,30}\b(?:first|second|third|fou?rth|fifth|sixth|seventh|eighth|ninth|tenth|twent\w+|thirt\w+|fort\w+|fift\w+|sixt\w+|nineteen)\b|\b(?:she|he|shes|hes|patient|pt|lady|man) (?:is |was )?born (?:in )?(?:19\d\d|nineteen)\b/;
const recordNumber =
  /\b(?:crn|mrn|case ?notes?|district|hosp|hospital|unit|patient) ?(?:number|num|no|nr|id)? (?:is )?(?:[a-z]{1,3} ?)?\d{6,}\b/;
/** "RXL 0045512": lettered as hospitals number their patients; a code of the budget or a post says so. */
const lettered = /(?<![-\w@./])(?:[A-Z]{2,3} ?|[A-Z]|[a-z]{2,3})\d{6,8}\b(?![-@])/;
const isCode = /\b(?:codes?|cost|budget|ext|bleep|post|vacancy|job|ref\w*|order|invoice|pin|nmc|ods)\b/;
const initialled =
  /\b(?:patients?|pts?|clients?|service users?|residents?) (?:initials?|m ?r ?s)\b|\b(?:mr|mrs|miss|ms) [a-z] (?:has|had|is|in|was|with|keeps|needs|on|wants|refus\w*|fell)\b/;
/** A street and its number, by itself; whose it is stands beside it. */
const address =
  /\b\d{1,3}[a-z]? (?:[a-z]+ ){1,2}(?:street|st|road|rd|close|avenue|ave|lane|drive|crescent|grove|terrace|gardens)\b/g;
const livesThere =
  /\b(?:lives?|living|resides?) (?:at |on |in )?\d{1,3}[a-z]? [a-z]+|\b(?:lady|man|gentleman|patient|pt|resident|chap|bloke|client|woman)\b.{0,20}\b(?:at|from) \d{1,3} [a-z]+ (?:street|st|road|rd|close|avenue|lane|drive|crescent|grove)\b/;
const records =
  /\b(?:photos?|pics?|pictures?|screenshots?|scans?|snaps?) of (?:(?:the|her|his|our|a|my|this|all) )*(?:\w+ )?(?:handover|whiteboard|notes|wristband|wound|chart|drug chart|obs|leg|sore|rash|care plan|patients?)\b|\b(?:here(?:s| is)|pasting|pasted|attached|copying in) (?:\w+ ){0,3}(?:handover|her notes|his notes|patient list|care plan|discharge letter|drug chart|obs chart)\b/;
const kin =
  '(?:wife|husband|daughter|son|mum|dad|mother|father|partner|family|carer|sister|brother|nan|grandson|granddaughter)';
/** In these a given name stands as "gn". */
const tellsOfOne = new RegExp(
  `\\b(?:pts?|patients?|residents?|clients?|service users?) ${kin} (?:is |called |named )?gn\\b|\\b(?:mr|mrs|miss|ms) \\w+(?: in \\w+ ?\\d+s?)? (?:late )?${kin}\\b(?! is| will)|\\bgn(?: \\w+)? and (?:her|his) ${kin}\\b|\\bgn \\w+s ${kin} (?:rang|called|says?|said|thinks|wants|is asking|complained|phoned)\\b|\\blate ${kin} gn\\b|\\b(?:mr|mrs|miss|ms) \\w+s (?:catheter|wound|dressings?|bloods|leg|cannula|stoma|peg|ulcers?|scan|results|discharge)\\b|\\bgn(?: \\w+)? (?:is|was) (?:a patient|admitted)\\b|\\bgn\\b.{0,30}\\b(?:had a (?:stroke|fall|heart attack|fit|seizure)|broke (?:his|her)|(?:has|got) (?:cancer|dementia|copd|parkinsons|hiv|epilepsy))\\b`,
);
const caredFor =
  /\b(?:wash(?:ed)?|bath(?:e|ed)?|fe(?:e)?d|discharge[d]?|toilet(?:ed)?|turn(?:ed)?|mobilis\w+|cannulat\w+|catheteris\w+|look(?:s|ed|ing)? after|caring for|(?:bladder )?scan (?:on|of)|bloods? (?:on|from|off)|obs (?:on|for)|dress(?:ed|ing)? for) (?:little |young |old |baby |our )?(?:gn\b|(?:mr|mrs|miss) [a-z]+)(?! (?:in training|through))|\btak(?:e|es|ing) gn (?:\w+ )?to (?:x ?ray|theatre|scan|the toilet|ct|mri|endoscopy)\b/;
const inTrouble =
  /\b(?:admitted|in with|medically fit|mfft|ttos?|dnar|eol|ng fed|awaiting (?:peg|poc|placement|rehab)|c diff|mrsa|norovirus|scabies|shingles|leukaemia|tumour|bipolar|relapse|liver disease|kidney disease|heart attack|(?:leg|foot|pressure) ulcers?|peanut|allergy to|(?:hip|knee|leg) (?:done|replaced|off)|(?:her|his) (?:cannula|catheter|peg|stoma|insulin|bloods|results|dressings?|meds|wound|obs|catheters|drip|line)\b|refusing (?:meds|food)|restrained|sectioned|section [23]|overdose[d]?|in a wet bed|readmitted|long lie|on the floor|rude to (?:him|her)|physio at|is a patient|bloods came back|(?:iv|oral) abx)\b/;

/** A person in care who can be told from others: a number, a birth date, or a name or bed beside something clinical. */
function namesPatient(said: string, text: string): boolean {
  if (hasNhsNumber(text) || hospitalNumber.test(text) || bornOn.test(text)) return true;
  if (
    calledSo.test(said) ||
    agedPatient.test(said) ||
    inBed.test(said) ||
    patientNamed.test(text) ||
    oneNamed.test(text)
  )
    return true;
  if (bornInWords.test(said) || recordNumber.test(said) || initialled.test(said) || records.test(said))
    return true;
  if (lettered.test(text) && !isCode.test(said)) return true;
  const who = said
    .replace(address, ' ')
    .replace(/[a-z]{3,}/g, (word) =>
      isGivenName(word) || (word.endsWith('s') && isGivenName(word.slice(0, -1))) ? 'gn' : word,
    );
  if (livesThere.test(said) || tellsOfOne.test(who) || caredFor.test(who)) return true;
  const isGiven = /\bgn\b/.test(who);
  const isNamed = isGiven || named.test(text) || titled.test(text);
  if (longAgo.test(text) && (isNamed || /\b[A-Z]\.? ?[A-Z][a-z]+/.test(text))) return true;
  if (bedAt.test(text) && (isNamed || ageOf.test(text)) && (titled.test(text) || !works.test(text)))
    return true;
  if (!isNamed || works.test(text)) return false;
  if (inTrouble.test(said) && (isGiven || titled.test(text))) return true;
  if (isGiven && ageOf.test(text) && ill.test(text)) return true;
  if (said.search(address) >= 0 && (isGiven || titled.test(text)) && ill.test(text)) return true;
  const date = /\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}\b/.test(text);
  if (date && (ill.test(text) || /\b(?:waited|seen|saw)\b/i.test(text))) return true;
  if (titled.test(text)) return ill.test(text);
  return (
    ill.test(text) &&
    (ageOf.test(text) || /\b(?:fell|had a (?:stroke|fall|fit)|admitted|discharged|diagnos\w*)\b/i.test(text))
  );
}
