import type { SafetyKind } from '../understanding/safety.js';

/** Every word said when something must not simply be heard on: kindly, briefly, and with someone who can help. */
export const stopped: Record<SafetyKind, string> = {
  distress:
    'I am sorry that it is this hard. I am only a program, so please talk to a person now. Samaritans listen day and night: ring **116 123**, free. If you are in danger, ring **999**.',
  danger:
    'If someone is in danger now, ring **999**, or your emergency number on site. For a worry about a child or an adult at risk, tell your **safeguarding lead** at once. Nobody watches this chat.',
  'patient-details':
    'That looks like details of a patient. I have not kept your message. Please ask or answer again without names, numbers, dates of birth or anything else that could tell who it is.',
  clinical:
    'I cannot help with care, doses or treatment. Ask the registered professional in charge, your pharmacist, or the prescriber. In an emergency, ring **999**.',
  rules:
    'I cannot change my rules, or any record in that way. I can help with your own application, step by step.',
  'others-data':
    'I cannot show or discuss someone else’s application. Your training department or the university can help.',
  'pay-grievance':
    'I cannot help with one person’s pay or with a problem at work. HR, payroll, your union or your Freedom to Speak Up guardian can.',
};

/** In doubt between a grumble and distress. What was said is heard all the same. */
export const kindLine =
  'That sounds hard. If it gets too much, occupational health will listen, and so will Samaritans on 116 123.';

/** On a field of a form. */
export const refusedHere =
  'That looks like details of a patient. I have not kept it. Put it without names, numbers or dates of birth.';

/** On a field of a form: whoever means it as the answer can save it. */
export const stillTheAnswer = 'If it is your answer, press **Save** again.';
