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
  const kind = rules.find(({ test }) => test(said, text))?.kind;
  return kind && freeText && !urgent.has(kind) ? undefined : kind;
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

const person =
  '(?:patient|pt|resident|client|service user|baby|child|kid|boy|girl|lad|lady|woman|man|mum|dad)';
const me = '(?:i|im|ive|id|my|me|myself)';

const drug =
  '(?:paracetamol|ibuprofen|codeine|morphine|oramorph|oxycodone|tramadol|fentanyl|diazepam|lorazepam|haloperidol|insulin|novorapid|lantus|metformin|gliclazide|warfarin|apixaban|rivaroxaban|heparin|enoxaparin|aspirin|clopidogrel|ramipril|bisoprolol|furosemide|amlodipine|digoxin|amiodarone|statins?|steroids?|prednisolone|antibiotics?|amoxicillin|gentamicin|flucloxacillin|trimethoprim|salbutamol|adrenaline|naloxone|laxatives?|senna|omeprazole|sertraline|lithium|clozapine)';

const drugNamed = new RegExp(`\\b${drug}\\b`);
const asksToGive =
  /\b(?:how often|how much|how many|max|maximum|dose|can|should|could|have|take|give|stop|start|restart|double|together|before|after|with)\b/;
/** Who may give medicines is a question of policy, and answered. */
const asksWhoMay =
  /\b(?:aps?|taps?|they|them|theirs|ours?|hcas?|nas?|nursing associates?|trainees?|assistant practitioners?|band \d|b\d|polic\w+|roles?|trusts?|allowed)\b/;

/** "Sarah's application": with its apostrophe, since "the theatres application" may be one's own. */
function namesAnothers(_said: string, text: string): boolean {
  return /\b(?!today|yesterday|what|how|where|who|it|let|that|there|university|trust|ward|colleague)[a-z]+['’]s (?:application|eoi|expression of interest)\b/i.test(
    text,
  );
}

function asksAboutDrug(said: string): boolean {
  return drugNamed.test(said) && asksToGive.test(said) && !asksWhoMay.test(said);
}

const rules: readonly Rule[] = [
  {
    kind: 'distress',
    test: any(
      /\b(?:kill|harm|hurt|hurting|harming|cut|cutting) (?:myself|my self)\b/,
      /\b(?:suicidal|suicide) (?!prevention|policy|risk|awareness|training|first)/,
      /\bi\b.{0,30}\b(?:suicidal|want to die|wanna die|end it all|end my life|take my own life|take my life)\b/,
      /\b(?:thinking (?:of|about)|going to|want to|wanna|planning|ready to|thought about) (?:end|ending) (?:it|it all|things|my life|everything)\b/,
      /\b(?:want|wanting|wish i was|wish i were) (?:to be )?dead\b/,
      /\b(?:dont|do not|cant see|no longer) (?:want to|wanna)? ?(?:live|be here|be alive|wake up)(?: any ?more| anymore)?\b/,
      /\b(?:cant|cannot|can not) (?:go on|carry on|cope|do this|take it|take this|take any more|keep going)(?: any ?more| anymore| any longer| with life)\b/,
      // The whole of what was said: "I can't go on with the form" is something else.
      /\bi (?:really |just )?(?:cant|cannot|can not) (?:go on|cope|keep going|take it) $/,
      /\b(?:end|ending|take|taking) my (?:own )?life\b/,
      /\b(?:no point|whats the point) (?:in |of )?(?:anything|living|life|going on|carrying on|being here|any of it)\b/,
      /\b(?:better off without me|nothing to live for|not worth living|no reason to live)\b/,
      new RegExp(
        `\\b${me}\\b.{0,40}\\b(?:self harm|self harming|overdosed|breaking point|breakdown|falling apart|despair|hopeless)\\b`,
      ),
      /\b(?:feel|feeling|im) (?:so |really |completely |totally )?(?:hopeless|worthless|desperate|broken)\b/,
      /\b(?:ive|i have|i) (?:just )?(?:taken|took) (?:an |a load of |too many )?(?:overdose|pills|tablets)\b/,
      /\bi (?:dont|do not|cant) see (?:the|any|a) point (?:any ?more|anymore|in anything|in living|of anything)\b/,
      /\b(?:want|wish) (?:it|it all|everything) to (?:stop|end|be over)\b/,
      /\b(?:im|i am) at the end of my (?:rope|tether)\b/,
      /\b(?:nobody|no one|noone) would (?:miss|notice|care if) (?:me|i)\b/,
      /\b(?:want|wanting) out of (?:life|living)\b|\bi keep thinking (?:about|of) (?:suicide|dying|death)\b/,
      /\bcry(?:ing)? (?:every|all|before|after|in) (?:day|night|shift|my|the|time)\b/,
    ),
  },
  {
    kind: 'danger',
    test: any(
      /\b(?:not breathing|stopped breathing|cant breathe|cardiac arrest|unconscious|unresponsive|collapsed|choking|bleeding out|anaphyla\w*|overdose|having a (?:fit|seizure|stroke|heart attack))\b/,
      /\b(?:is|are|being|been|was|getting|gets) (?:\w+ ){0,2}(?:abused|neglected|hit|beaten|slapped|assaulted|raped|groomed|trafficked|attacked|threatened|restrained)\b/,
      /\b(?:abusing|hitting|beating|slapping|assaulting|neglecting|hurting|threatening|grooming) (?:a|the|his|her|their|our|my|one of|some|patients?|residents?|children|kids)\b/,
      /\b(?:been|was|is|got|being) (?:stabbed|shot|strangled)\b|\b(?:is|are) on fire\b|\bthere(?:s| is) a fire\b/,
      /\b(?:patient|pt|resident|child|service user|lady|man|gentleman|she|he|somebody|someone)\b.{0,20}\b(?:gone missing|is missing|has absconded|absconded|threatening to (?:jump|kill|hurt|harm|stab))\b/,
      /\b(?:carer|nurse|relative|husband|wife|partner|son|daughter|staff|colleague|visitor|neighbour|hca|doctor|family)\b.{0,25}\b(?:stealing from|stole from|punched|punching|kicked|kicking|slapped|hit|hits|strangled|hurting|hurt) (?:a|an|the|my|our|his|her|him|me|one of|some|patients?|residents?|staff)\b/,
      /\b(?:being|been|getting|gets) (?:hurt|hit|punched|kicked|beaten|threatened|exploited|starved) by\b/,
      /\b(?:cigarette|unexplained|suspicious) (?:burns?|bruis\w+|injur\w+|marks?)\b/,
      /\b(?:with|has|had|got|carrying|holding|pulled) (?:a )?(?:knife|gun|blade|weapon|machete)\b/,
      /\b(?:locks?|locked|locking|shuts?|ties|tied) (?:him|her|them|me) (?:in|up|out)\b/,
      /\b(?:takes?|taking|took|steals?|stealing|withholds?|withholding) (?:his|her|their) (?:food|money|meds|medication|pension|benefits|phone)\b/,
      /\b(?:safeguarding) (?:concern|issue|incident|alert|worry|problem)\b/,
      /\b(?:someone|somebody|patient|pt|he|she|they|colleague|child|resident|baby)\b.{0,40}\b(?:going to (?:hurt|kill|harm|jump)|in danger|at risk of harm|has a knife|has a gun|with a knife|about to jump|unsafe right now|is going to die|dying now)\b/,
      /\b(?:going to|gonna|will|want to) (?:hurt|kill|harm|stab) (?:someone|somebody|him|her|them|a |the |my )/,
      /\b(?:marks|bruises|bruising)\b.{0,40}\b(?:child|baby|kid|resident|patient|she|he)\b/,
    ),
  },
  { kind: 'patient-details', test: namesPatient },
  {
    kind: 'rules',
    test: any(
      /\b(?:ignore|forget|disregard|override|bypass|drop|break)\b.{0,30}\b(?:rules?|instructions?|prompts?|guidelines?|restrictions?|policy|policies|training|programming|safeguards)\b/,
      /\b(?:system prompt|developer mode|admin mode|god mode|debug mode|jailbreak|sudo)\b/,
      /\b(?:you are now|from now on you|act as (?!assessors?\b|mentors?\b|an? (?:assessor|mentor|buddy))|pretend (?:to be|you|youre|that you)|roleplay|role play as)\b/,
      /\b(?:print|show|reveal|repeat|tell me|output|what (?:is|are))\b.{0,20}\b(?:your|the) (?:system|hidden|secret|initial|original|internal) (?:prompt|instructions?|rules?|message|config\w*)\b/,
      /\b(?:set|mark|change|make|flag|switch|put|approve|update)\b.{0,40}\b(?:application|eoi|form|status|ward|trust|checks?|us|me|everything|it)\b.{0,20}\b(?:to |as )?(?:funded|approved|successful|eligible|passed|accepted|all done|as done|ready)\b/,
      /\b(?:move|change|push|extend|backdate) (?:the |my |our )?(?:deadline|due date|closing date|sent date)\b/,
      /\b(?:tell|show|give|reveal|print|list|repeat|what are)(?: me)? (?:all )?your (?:instructions?|rules|prompts?|settings|configuration|api keys?|passwords?|source code|code)\b/,
      /\b(?:api key|admin password|unlock admin|admin access|developer access|root access|new instructions?)\b/,
      /\b(?:im|i am) (?:the|your|a) (?:developer|creator|admin|administrator|programmer)\b/,
      /\b(?:say|tell (?:them|the system|everyone)|pretend|just say|confirm|record|state) (?:that )?(?:we|us|im|i|my|were|weve|ive)\b.{0,25}\b(?:eligible|ready|funded|approved|passed|qualif\w+|successful)\b.{0,25}\b(?:even if|even though|anyway|arent|not)\b|\btell the system\b/,
      /\b(?:override|bypass|skip|disable|switch off|turn off|get round|ignore) (?:the |your |all |any )?(?:deadline|checks?|eligibility|readiness|safety|filters?|limits?|validation|security)\b/,
      /^ (?:please |just |can you |could you )?approve (?:my|our|this|the) (?:form|application|eoi|bid|request|funding)/,
      /\bfrom now on\b.{0,20}\b(?:answer|act|speak|you|say|behave)\b/,
      /\b(?:backdate|fake|forge|falsify)\b/,
      /\b(?:drop|delete|truncate) (?:table|database|all (?:data|applications|records))\b/,
    ),
  },
  {
    kind: 'others-data',
    test: either(
      namesAnothers,
      /\b(?:show|see|open|read|look at|view|give|send|tell|get|pull up|check|what|whats|has|did|how many|copy)\b.{0,50}\b(?:(?:some|any)(?:one|body) elses|other (?:wards?|trusts?|teams?|peoples?|persons?|managers?|applicants?)|another (?:wards?|trusts?|teams?|persons?|managers?|applicants?)|everyone elses?|everybodys|everyones|all the other)\b.{0,40}\b(?:application|applications|eoi|eois|form|forms|answers?|status|applied|outcome|funded|bid|details)\b(?!.*\bcoordinate)/,
      /\b(?:someone elses|somebody elses|other peoples|another wards?|another trusts?|next doors|their|his|hers|ward \w+s) (?:application|eoi|form|answers|status|outcome)\b/,
      /\b(?:what|whether|did|has|have) (?:did |has )?(?:[a-z]+ ){1,4}(?:in|on|from|at) (?:[a-z0-9&]+ ){1,4}(?:put|say|said|written|write|get|got|been|apply|applied|answer|answered)\b.{0,30}\b(?:eoi|form|application|funded|places?)?\b/,
      /\b(?:let me see|show me|can i see|give me|send me) (?:theirs|his|hers|other peoples)\b/,
      new RegExp(
        `\\b(?:did|has|have|was|were|tell me if|whether|what score did|when did|how many places did)\\b.{0,12}\\b(?:ward \\w+|theatres?|paeds|a&e|ed|maternity|physio|other (?:hospital|trust|ward|team|surgery)|hospice|surgery|trust|hospital|practice|department)\\b(?: next door| down the road| across the road)?.{0,15}\\b(?:get|got|been|funded|successful|awarded|turned down|accepted|their places?|apply|applied|sent)\\b`,
      ),
      /\b(?:read|see|let me see|look at|show me|open|get|view)\b.{0,25}\b(?:form|application|eoi|answers|what)\b.{0,15}\b(?:that )?(?:ward \w+|theatres?|paeds|a&e|ed|ed lead|maternity|the ed|the matron|the other \w+)\b.{0,10}\b(?:lead |manager |team )?(?:sent|put|did|wrote|submitted|said|has)\b/,
      /\bwho (?:else )?(?:has|have) (?:applied|sent|submitted|got)\b.{0,40}\b(?:trust|ward|region|organisation|funding|places?|eoi|form)?/,
      /\b(?:phone number|email|address|contact details?) (?:of|for) (?:the )?(?:other|another|[a-z]+ [a-z]+ (?:in|on|from|at))\b/,
    ),
  },
  {
    kind: 'clinical',
    test: either(
      asksAboutDrug,
      /\bhow (?:much|many)\b.{0,40}\b(?:mg|mcg|ml|mls|micrograms?|milligrams?|units|tablets?|doses?|paracetamol|ibuprofen|morphine|insulin|oramorph|fluids?|oxygen|antibiotics?)\b(?!.{0,30}\b(?:course|credit|module|study|study days)\b)/,
      /\b(?:dose|dosage|dosing|doses) (?:of|for|in)\b/,
      /\b(?:max|maximum|safe|right|correct|usual|starting|loading|whats the|what is the) (?:\w+ ){0,3}(?:dose|dosage)\b/,
      /\b\d+ ?(?:mg|mcg|ml|mls|micrograms?|milligrams?)\b/,
      /\bshould (?:i|we|they|he|she)\b.{0,20}\b(?:stop|start|give|withhold|omit|increase|reduce|switch)\b.{0,40}\b(?:warfarin|apixaban|insulin|antibiotics?|meds|medication|medicines?|steroids?|heparin|oxygen|fluids?|metformin|statins?|aspirin|morphine|opioids?|before (?:his|her|their|the) (?:op|surgery)|him|her|the patient)\b/,
      /\b(?:is|are|could) (?:this|that|it|these|those)\b.{0,30}\b(?:rash|sepsis|meningitis|dvt|stroke|infected|infection|cancer|fracture|broken|cellulitis|shingles|covid|pneumonia)\b/,
      new RegExp(
        `\\b(?:my|the|a|our|this) ${person}\\b.{0,60}\\b(?:bm|bp|sats|news|pulse|temp|temperature|potassium|glucose|rash|pain|wound|chest pain|vomiting|delirious|confused|septic|hypo)\\b`,
      ),
      /\b(?:how do i treat|what do i give|treatment for|what should i prescribe|diagnose|diagnosis for|which antibiotic|which dressing|what dressing|is it safe to give|can i give (?:him|her|them|the patient))\b/,
      /\b(?:crush|crushing|split|dissolve|mix) (?:these|the|his|her|my|their|this) (?:tablets?|meds|medication|medicines?|drugs?|capsules?)\b/,
      /\b(?:should|can|could|may) (?:he|she|the patient|pt|my patient) (?:eat|drink|mobilise|be (?:nil by mouth|moved|turned|discharged|fed|catheterised))\b/,
      /\b(?:patient|pt|lady|gentleman|resident|he|she)\b.{0,15}\b(?:has|with|got|is having|having|complaining of) (?:chest pain|a rash|a temp\w*|a fever|a headache|shortness of breath|abdo pain|a seizure|low sats|a high news)\b/,
      /\b\d{2,3} ?\/ ?\d{2,3}\b.{0,20}\b(?:high|low|normal|ok|bad|bp)\b|\b(?:rash|wound|lump|mole)\b.{0,20}\b(?:look like|looks like|look infected|looks infected|normal)\b/,
      /\b(?:what|which) rate\b.{0,20}\b(?:fluids?|drip|infusion|oxygen|feed)\b|\b(?:start|give|stop) (?:oxygen|fluids|antibiotics)\b.{0,3}$/,
      /\b(?:bm|bp|sats|inr|gcs|news2?|potassium|lactate) (?:is|of|at|was|are)? ?\d/,
    ),
  },
  {
    kind: 'pay-grievance',
    test: any(
      /\b(?:my|our) (?:manager|boss|matron|line manager|sister|supervisor|colleague|team leader)\b.{0,40}\b(?:bully\w*|harass\w*|victimis\w*|discriminat\w*|shout\w*|picking on|hates|racist|sexist|unfair)\b/,
      /\b(?:bullied|harassed|discriminated against|victimised|grievance|tribunal|unfair dismissal|constructive dismissal|(?<!multi |inter )disciplinary|whistleblow\w*)\b/,
      /\b(?:underpaid|owed|back ?pay|overpaid|overpayment|docked|wrong pay|not been paid|havent been paid|paid wrong|what am i owed)\b/,
      /\bmy (?:pay|wages|money|band|banding) (?:is|was|has been|are|were) (?:wrong|short|late|missing|too low|unfair|cut|docked)\b/,
      /\b(?:regraded?|rebanded?|re graded?|re banded?)\b.{0,10}$|\b(?:get|have) my (?:post|job|role|band) (?:re ?graded|re ?banded|looked at|reviewed)\b/,
      /\b(?:earns?|earning|paid|gets) more than (?:me|i do|i am|us)\b|\b(?:unequal|equal) pay\b/,
      /\b(?:refus\w+|wont|will not|not) (?:to )?(?:give|giving|pay|paying|promote|promoting|let) me\b/,
      /\b(?:complain|complaint|raise a concern) (?:about|against) (?:my|a|the|our) (?:manager|boss|matron|line manager|colleague|supervisor|sister)\b/,
      /\b(?:band \d|b\d) work (?:on|for) (?:band \d|b\d)\b/,
      /\b(?:my|his|her|[a-z]+s) (?:pay ?slip|wages?|salary|pay ?rise|increment|pension|overtime pay|sick pay|maternity pay)\b(?<!\b(?:aps|taps|whats|trainees|nurses|hcas) (?:salary|wages?|pay ?rise))/,
      /\bshould (?:i|he|she|[a-z]+) (?:be|get|have been) (?:paid|rebanded|regraded)\b/,
    ),
  },
];

/** Words with a capital in the name of a place, a post or a document: "Stroke Unit, Bay 2", "Patient Group Directions". */
const notNames =
  '(?:Units?|Wards?|Teams?|Services?|Clinics?|Centres?|Hospitals?|Care|Groups?|Leads?|Safety|Experience|Flow|Access|Transport|Liaison|Pathways?|Directions?|Records?|Bay|Bed|Room|Floor|Stroke|Surgical|Medical|Trust|University|Band|Level|The|Our|We|Is|Are|And|Not|Who|With|Was|Has|On|In|At)\\b';

/** A person in care who can be told from others: a number, a birth date, or a name beside something clinical. */
function namesPatient(said: string, text: string): boolean {
  if (
    /\b(?:nhs|hospital|hosp|unit|nhs no|mrn|rxr|district) ?(?:number|no|num|nr|#)?\.?:? ?[a-z]{0,3}\d{5,}/i.test(
      text,
    )
  )
    return true;
  // A phone number begins with 0; an NHS number does not.
  if (/(?<!\d[ -]?)[1-9]\d{2}[ -]\d{3}[ -]\d{4}\b/.test(text)) return true;
  if (/\b(?:dob|d\.o\.b|date of birth|born on|born)\b.{0,12}\d/i.test(text)) return true;
  const date = /\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}\b/.test(text);
  const name = new RegExp(`\\b(?!${notNames})[A-Z][a-z'’-]+ (?!${notNames})[A-Z][a-z'’-]+\\b`).test(text);
  const clinical =
    /\b(?:patient|pt|admitted|discharged|diagnos\w*|dementia|cancer|hip|fracture|stroke|asthma|copd|diabet\w*|sepsis|ward round|bed|bay|cubicle|wound|pressure ulcer|fell|fall|catheter|surgery|chemo\w*|overdose|pregnan\w*|miscarr\w*|hiv|psychosis|schizophren\w*|section(?:ed)?|age \d+|aged \d+|\d+ ?(?:yo|yr old|year old|yrs old|years old))\b/i;
  if (date && name && (clinical.test(text) || /\b(?:waited|seen|saw)\b/i.test(text))) return true;
  if (
    /\b(?:bed|bay|cubicle|side ?room|room) \d+\b/i.test(text) &&
    (name || /\b(?:mr|mrs|ms|miss|master)\.? [a-z]+/i.test(text))
  )
    return true;
  if (/\b(?:mr|mrs|ms|miss|master)\.? [A-Za-z'-]+/i.test(text) && clinical.test(text)) return true;
  if (
    new RegExp(
      `\\b(?:patient|pt|resident|service user|client) (?:called |named |is )?(?!${notNames})[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)?\\b`,
    ).test(text)
  )
    return true;
  return (
    name &&
    /\b(?:age|aged) ?\d{1,3}\b|\b\d{1,3} ?(?:yo|yr old|year old|yrs old|years old)\b/i.test(text) &&
    clinical.test(said)
  );
}
